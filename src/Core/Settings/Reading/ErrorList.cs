namespace TestFlock.Core.Settings.Reading;

/// <summary>Gathers what is wrong, so that the user learns all of it at once.</summary>
/// <param name="tellsLines">Whether the lines are those of the user's text.</param>
internal sealed class ErrorList(bool tellsLines)
{
    private readonly List<SettingsError> _errors = [];
    private readonly HashSet<Setting> _faulty = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<SettingsError> All =>
    [
        .. _errors
            .OrderBy(error => error.Line ?? int.MaxValue)
            .Select(error => tellsLines ? error : error with { Line = null }),
    ];

    public void Add(string place, int? line, string problem, string cure) =>
        _errors.Add(new SettingsError { Place = place, Line = line, Problem = problem, Cure = cure });

    public void Add(Setting setting, int? line, string problem, string cure)
    {
        _faulty.Add(setting);
        Add(setting.Place, line, problem, cure);
    }

    /// <summary>
    /// Whether the value that was read is what the user meant; rules over several settings ask for it.
    /// </summary>
    public bool IsFaulty(Setting setting) => _faulty.Contains(setting);
}
