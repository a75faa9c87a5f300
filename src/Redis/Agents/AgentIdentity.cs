namespace TestFlock.Redis.Agents;

/// <summary>Who speaks: a name that people gave, and what tells two processes with that name apart.</summary>
internal sealed record AgentIdentity(string Name, string Instance);
