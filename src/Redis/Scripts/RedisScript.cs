using System.Text;

namespace TestFlock.Redis.Scripts;

/// <summary>
/// One atomic step on the server: a file of this folder, with the files that it includes put before it, each once.
/// </summary>
internal sealed class RedisScript
{
    private const string Include = "--@include ";

    private RedisScript(string name)
    {
        Name = name;
        var text = new StringBuilder();
        Append(text, name, []);
        Text = text.ToString();
    }

    public static RedisScript RunOpen { get; } = new("run_open");

    public static RedisScript AttemptTell { get; } = new("attempt_tell");

    public static RedisScript Attempts { get; } = new("attempts");

    public static RedisScript RunAdd { get; } = new("run_add");

    public static RedisScript RunSync { get; } = new("run_sync");

    public static RedisScript RunBeat { get; } = new("run_beat");

    public static RedisScript RunStop { get; } = new("run_stop");

    public static RedisScript RunShun { get; } = new("run_shun");

    public static RedisScript RunAskBack { get; } = new("run_ask_back");

    public static RedisScript RunCancel { get; } = new("run_cancel");

    public static RedisScript RunClose { get; } = new("run_close");

    public static RedisScript RunClaimed { get; } = new("run_claimed");

    public static RedisScript RunManifest { get; } = new("run_manifest");

    public static RedisScript AgentRegister { get; } = new("agent_register");

    public static RedisScript AgentBeat { get; } = new("agent_beat");

    public static RedisScript AgentPick { get; } = new("agent_pick");

    public static RedisScript AgentRequirements { get; } = new("agent_requirements");

    public static RedisScript AgentLeave { get; } = new("agent_leave");

    public static RedisScript AgentDraining { get; } = new("agent_draining");

    public static RedisScript AgentDrain { get; } = new("agent_drain");

    public static RedisScript Overview { get; } = new("overview");

    public static RedisScript Server { get; } = new("server");

    public static RedisScript Agents { get; } = new("agents");

    public static RedisScript LeaseClaim { get; } = new("lease_claim");

    public static RedisScript LeasePeek { get; } = new("lease_peek");

    public static RedisScript LeaseFinish { get; } = new("lease_finish");

    public static RedisScript LeaseRelease { get; } = new("lease_release");

    public static RedisScript LeaseRestore { get; } = new("lease_restore");

    public static RedisScript HistoryRead { get; } = new("history_read");

    public static RedisScript HistoryRecord { get; } = new("history_record");

    public static RedisScript ContentMissing { get; } = new("content_missing");

    public static RedisScript ContentPiece { get; } = new("content_piece");

    public static RedisScript ContentSeal { get; } = new("content_seal");

    public static RedisScript ContentRead { get; } = new("content_read");

    public static RedisScript ContentRemove { get; } = new("content_remove");

    public static RedisScript QueuePutBack { get; } = new("queue_put_back");

    public string Name { get; }

    public string Text { get; }

    private static void Append(StringBuilder text, string name, HashSet<string> included)
    {
        if (!included.Add(name))
            return;
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream($"{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(Include, StringComparison.Ordinal))
                Append(text, line[Include.Length..].Trim(), included);
            else
                text.Append(line).Append('\n');
        }
    }
}
