namespace TestFlock.Agent.Provisioning;

/// <summary>An agent could not be started or taken away; the message is for the operator.</summary>
internal sealed class ProvisioningException(string message, Exception? inner = null) : Exception(message, inner);
