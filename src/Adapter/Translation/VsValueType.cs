using System.Reflection;

namespace TestFlock.Translation;

/// <summary>Finds the type that a property was declared with by the name that VSTest wrote.</summary>
internal static class VsValueType
{
    /// <summary>The type; text when this process does not have it, as in VSTest.</summary>
    public static Type Resolve(string name) =>
        Type.GetType(name, Loaded, typeResolver: null, throwOnError: false) ?? FromFramework(name) ?? typeof(string);

    // An adapter loaded from its own folder is out of reach of Type.GetType's default, although it is there.
    private static Assembly? Loaded(AssemblyName wanted) =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == wanted.Name);

    // VSTest writes types of the framework without their assembly; those outside the core library need a hint.
    private static Type? FromFramework(string name) => name == typeof(Uri).FullName ? typeof(Uri) : null;
}
