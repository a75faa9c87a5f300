namespace TestFlock.Allure.Identity;

/// <summary>A class in Allure's terms; all its tests share it.</summary>
internal sealed class TestClass
{
    /// <param name="assembly">Without the ending of its file.</param>
    /// <param name="name">With namespace, the classes around it and the arguments of a parameterized fixture.</param>
    public TestClass(string assembly, string name)
    {
        var end = name.IndexOfAny(['(', '<', '+']);
        var dot = name.LastIndexOf('.', (end < 0 ? name.Length : end) - 1);
        (Assembly, Space, Name) = (assembly, dot < 0 ? "" : name[..dot], name[(dot + 1)..]);
        FullName = Space.Length == 0 ? Name : name;
        TitlePath = [Assembly, .. Space.Split('.', StringSplitOptions.RemoveEmptyEntries), Name];
    }

    public string Assembly { get; }

    /// <summary>Empty for a class outside of any.</summary>
    public string Space { get; }

    /// <summary>Without namespace.</summary>
    public string Name { get; }

    public string FullName { get; }

    /// <summary>From the assembly down.</summary>
    public IReadOnlyList<string> TitlePath { get; }
}
