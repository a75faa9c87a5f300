using System.Globalization;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>Says what xUnit's adapter would have said, in its form.</summary>
internal sealed class XunitLog(IMessageLogger logger, TimeProvider time, long begun)
{
    public void Say(TestMessageLevel level, string text) =>
        logger.SendMessage(
            level,
            string.Create(
                CultureInfo.InvariantCulture, $@"[xUnit.net {time.GetElapsedTime(begun):hh\:mm\:ss\.ff}] {text}"));
}
