using TestFlock.Core.Planning.Declarations;

namespace TestFlock.Core.Planning;

/// <summary>What each test assembly of a run declares, read when it is first asked for.</summary>
internal sealed class SourceDeclarations(Func<string, Stream?> open)
{
    private readonly Dictionary<string, AssemblyDeclarations?> _sources = [];
    private readonly List<string> _notes = [];

    /// <summary>What the user should know of those that were read so far.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Null when the assembly cannot be read.</summary>
    public AssemblyDeclarations? Find(string source)
    {
        if (!_sources.TryGetValue(source, out var declarations))
            _sources[source] = declarations = Read(source);
        return declarations;
    }

    private AssemblyDeclarations? Read(string source)
    {
        try
        {
            var declarations = TestAssemblyReader.Read(source, open);
            if (declarations.SerialBecause is { } attribute)
            {
                _notes.Add($"{Path.GetFileName(source)} declares [assembly: {attribute.Trim('[', ']')}]: "
                    + "its classes stay whole, but run at once on several slots. Write <Unit>assembly</Unit> "
                    + "to keep them all in a row.");
            }

            return declarations;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            _notes.Add($"{source} cannot be read for what it declares about order and parallelism ({e.Message}): "
                + "its classes stay whole.");
            return null;
        }
    }
}
