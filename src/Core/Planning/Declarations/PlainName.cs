using System.Text;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>
/// A type's name as reflection writes it, without assembly, type arguments, and the numbers of type parameters.
/// </summary>
internal static class PlainName
{
    /// <param name="reflectionName">Such as <c>Shop.Tests+Of`1[[System.Int32, …]], Shop</c>.</param>
    public static string Of(string reflectionName)
    {
        var end = reflectionName.IndexOfAny(['[', ',']);
        var name = end < 0 ? reflectionName : reflectionName[..end];
        if (!name.Contains('`'))
            return name;

        var plain = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '`')
                plain.Append(name[i]);
            else
                while (i + 1 < name.Length && char.IsAsciiDigit(name[i + 1]))
                    i++;
        }

        return plain.ToString();
    }
}
