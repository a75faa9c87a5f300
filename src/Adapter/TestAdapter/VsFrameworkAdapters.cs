using System.Diagnostics.CodeAnalysis;

namespace TestFlock.TestAdapter;

/// <summary>One framework's adapters, by the output folder of the sources they serve.</summary>
internal sealed class VsFrameworkAdapters(VsFramework framework)
{
    private readonly Dictionary<string, VsFrameworkAdapter?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Splits what is to be done by the adapter that does it; what no adapter serves is left out.</summary>
    public IEnumerable<(VsFrameworkAdapter Adapter, IReadOnlyList<T> Items)> Group<T>(
        IEnumerable<T> items, Func<T, string> sourceOf)
    {
        foreach (var folder in items.GroupBy(item => FolderOf(sourceOf(item)), StringComparer.Ordinal))
        {
            if (TryGet(folder.Key, out var adapter))
                yield return (adapter, folder.ToArray());
        }
    }

    public static string FolderOf(string source) => Path.GetDirectoryName(Path.GetFullPath(source))!;

    private bool TryGet(string folder, [NotNullWhen(true)] out VsFrameworkAdapter? adapter)
    {
        lock (_byFolder)
        {
            if (!_byFolder.TryGetValue(folder, out adapter))
            {
                adapter = VsAdapterFolder.TryFind(framework, folder, out var path)
                    ? VsFrameworkAdapter.Load(framework, path)
                    : null;
                _byFolder.Add(folder, adapter);
            }

            return adapter is not null;
        }
    }
}
