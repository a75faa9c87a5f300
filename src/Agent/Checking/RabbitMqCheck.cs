using System.Globalization;
using TestFlock.Agent.Coordinating;
using TestFlock.Core.Settings;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq;

namespace TestFlock.Agent.Checking;

/// <summary>Whether RabbitMQ is there and lets this user do what TestFlock needs.</summary>
internal static class RabbitMqCheck
{
    private static readonly Version Oldest = new(3, 10);

    public static async Task<Finding> ExamineAsync(
        ServerAddress server, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var began = time.GetTimestamp();
            var broker = await RabbitMqExamination.ExamineAsync(
                new RabbitMqOptions { Address = server.Uri, ClientName = "testflock-doctor" },
                new FailsInstead(),
                time,
                cancellationToken);
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{server}: {broker}; connected and passed a message in "
                + $"{time.GetElapsedTime(began).TotalSeconds:F2} s");
            return Version.TryParse(broker.Split(' ')[^1], out var version) && version < Oldest
                ? Finding.Doubtful(
                    "RabbitMQ", $"{text}. It is older than {Oldest}, with which TestFlock was tried: upgrade.")
                : Finding.Good("RabbitMQ", text);
        }
        catch (TransportException e)
        {
            return Finding.Bad("RabbitMQ", e.Message);
        }
    }
}
