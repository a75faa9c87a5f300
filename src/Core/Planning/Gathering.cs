namespace TestFlock.Core.Planning;

/// <summary>
/// Which test cases have come together: sets that merge as keys turn out to be shared, in nearly linear time.
/// </summary>
internal sealed class Gathering
{
    private readonly Dictionary<UnitKey, int> _nodes = [];
    private readonly List<int> _parents = [];
    private readonly List<(UnitKeyKind Kind, string Name)> _labels = [];

    /// <summary>The set of everything with this key.</summary>
    /// <param name="key">What is in common.</param>
    /// <param name="name">What a person calls a set that this key holds together.</param>
    public int Of(UnitKey key, string name)
    {
        if (!_nodes.TryGetValue(key, out var node))
            _nodes[key] = node = Add(key.Kind, name);
        return node;
    }

    /// <summary>A set of its own.</summary>
    public int New(string name) => Add(UnitKeyKind.Case, name);

    public void Merge(int left, int right)
    {
        left = Find(left);
        right = Find(right);
        if (left == right)
            return;
        var (kept, given) = left < right ? (left, right) : (right, left);
        _parents[given] = kept;
        if (_labels[given].Kind > _labels[kept].Kind)
            _labels[kept] = _labels[given];
    }

    /// <summary>The number of the set; it may change with the next merge.</summary>
    public int Find(int node)
    {
        while (_parents[node] != node)
        {
            // Halving the way up keeps later look-ups short.
            _parents[node] = _parents[_parents[node]];
            node = _parents[node];
        }

        return node;
    }

    public string NameOf(int set) => _labels[Find(set)].Name;

    private int Add(UnitKeyKind kind, string name)
    {
        _parents.Add(_parents.Count);
        _labels.Add((kind, name));
        return _parents.Count - 1;
    }
}
