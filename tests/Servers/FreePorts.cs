using System.Net;
using System.Net.Sockets;

namespace TestFlock.Tests.Servers;

/// <summary>Finds loopback ports that nobody uses, below the range that the system hands out by itself.</summary>
public static class FreePorts
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private static int _next = First + (Environment.ProcessId * 40 % (Last - First));

    /// <summary>
    /// The first of <paramref name="count"/> free ports in a row, not handed out by this process before.
    /// </summary>
    public static int Find(int count)
    {
        for (var tried = 0; tried < Last - First; tried += count)
        {
            var first = Interlocked.Add(ref _next, count) - count;
            first = First + ((first - First) % (Last - First));
            if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }

        throw new InvalidOperationException($"No {count} free ports in a row between {First} and {Last} on 127.0.0.1.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
