using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>One assembly file, open for reading.</summary>
internal sealed class AssemblyModule : IDisposable
{
    private readonly PEReader _file;
    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> _types;

    /// <param name="content">Owned from here on.</param>
    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    public AssemblyModule(Stream content)
    {
        _file = new PEReader(content, PEStreamOptions.PrefetchMetadata);
        try
        {
            if (!_file.HasMetadata)
                throw new BadImageFormatException("The file is no .NET assembly.");
            Reader = _file.GetMetadataReader();
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _types = new Lazy<Dictionary<string, TypeDefinitionHandle>>(() =>
        {
            var types = new Dictionary<string, TypeDefinitionHandle>();
            foreach (var handle in Reader.TypeDefinitions)
                types[MetadataTypes.NameOf(Reader, handle)] = handle;
            return types;
        });
    }

    public MetadataReader Reader { get; }

    /// <summary>By the name that reflection gives.</summary>
    public IReadOnlyDictionary<string, TypeDefinitionHandle> Types => _types.Value;

    public void Dispose() => _file.Dispose();
}
