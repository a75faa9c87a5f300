using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.Contracts;

namespace TestFlock.Translation;

/// <summary>How loud a message is, in VSTest's type and in ours.</summary>
internal static class VsLevel
{
    public static NoteLevel ToWire(TestMessageLevel level) => level switch
    {
        TestMessageLevel.Error => NoteLevel.Error,
        TestMessageLevel.Warning => NoteLevel.Warning,
        _ => NoteLevel.Informational,
    };

    public static TestMessageLevel FromWire(NoteLevel level) => level switch
    {
        NoteLevel.Error => TestMessageLevel.Error,
        NoteLevel.Warning => TestMessageLevel.Warning,
        _ => TestMessageLevel.Informational,
    };
}
