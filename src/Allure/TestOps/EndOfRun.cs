using System.IO.Pipes;
using System.Security.Cryptography;

namespace TestFlock.Allure.TestOps;

/// <summary>
/// A pipe that ends with the run: whoever waits for its end ends with it, even when this process is killed.
/// </summary>
internal sealed class EndOfRun : IDisposable
{
    private readonly NamedPipeServerStream _pipe;
    private readonly CancellationTokenRegistration _ended;

    public EndOfRun(CancellationToken ended)
    {
        PipeName = $"tf-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        _pipe = new NamedPipeServerStream(
            PipeName, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var accepted = _pipe.WaitForConnectionAsync(CancellationToken.None);

        // One that has not come yet is let in first: it must see an end, not a door that is closed.
        _ended = ended.UnsafeRegister(_ => accepted.ContinueWith(
            _ => _pipe.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default), null);
    }

    public string PipeName { get; }

    public void Dispose()
    {
        _ended.Dispose();
        _pipe.Dispose();
    }
}
