using System;
using System.IO;
using System.Threading;

/// <summary>Notes each attempt of a test, in a folder that outlives processes.</summary>
public static class Attempts
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("ATTEMPTS")!;

    /// <returns>The attempt's number, from 1.</returns>
    public static int Note(string test)
    {
        var number = Directory.GetFiles(Folder, test + ".*").Length + 1;
        File.WriteAllText(Path.Combine(Folder, $"{test}.{number}.{Environment.ProcessId}"), "");
        return number;
    }
}

[Class]
public class Unstable
{
    [Test]
    public void Fails_once()
    {
        if (Attempts.Note(nameof(Fails_once)) == 1)
            throw new InvalidOperationException("not yet");
    }

    [Test]
    public void Is_known_to_fail()
    {
        Attempts.Note(nameof(Is_known_to_fail));
        throw new InvalidOperationException("known");
    }

    [Test]
    public void Is_not_worth_it()
    {
        Attempts.Note(nameof(Is_not_worth_it));
        throw new InvalidOperationException("hopeless");
    }

    [Test, Trait("TestFlock.Timeout", "00:00:05"), Trait("TestFlock.Retry", "0")]
    public void Takes_too_long()
    {
        Attempts.Note(nameof(Takes_too_long));
        Thread.Sleep(Timeout.Infinite);
    }
}

[Class, Trait("TestFlock.Retry", "class:1")]
public class Stateful
{
    private static int s_visits;

    [Test]
    public void Visits()
    {
        Attempts.Note(nameof(Visits));
        s_visits++;
    }

    [Test]
    public void Was_visited_once_and_fails_once()
    {
        // A class that runs again does so in a fresh process: nothing is left of the first attempt.
        if (Attempts.Note(nameof(Was_visited_once_and_fails_once)) == 1 || s_visits > 1)
            throw new InvalidOperationException($"{s_visits} visits");
    }
}
