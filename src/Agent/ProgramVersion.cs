using System.Reflection;

namespace TestFlock.Agent;

/// <summary>This program's version, for people.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0";
}
