namespace TestFlock.Core.Settings.Reading;

/// <summary>A value as an error or a log may show it.</summary>
internal static class ShownValue
{
    private const int Longest = 100;

    /// <summary>
    /// As written, so that no variable's content appears; passwords masked, line breaks and excess length taken out.
    /// </summary>
    public static string Of(Setting setting, string written)
    {
        if (setting.IsSecret && !IsOneVariable(written))
            return SecretMask.Mask;
        var shown = string.Concat(SecretMask.Hide(written).Select(c => char.IsControl(c) ? ' ' : c));
        return shown.Length <= Longest ? shown : shown[..Longest] + "…";
    }

    private static bool IsOneVariable(string written) =>
        written.Length > 2 && written[0] == '%' && written.IndexOf('%', 1) == written.Length - 1;
}
