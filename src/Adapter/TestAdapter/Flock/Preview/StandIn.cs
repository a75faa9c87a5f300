using System.Reflection;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>
/// Takes the place of an object behind an interface that is only known at run time, and answers in its stead or lets it
/// answer.
/// </summary>
/// <remarks>
/// Open for inheritance because the run time derives the class that implements the interface from it.
/// </remarks>
internal class StandIn : DispatchProxy
{
    private object _original = null!;
    private Func<InterceptedCall, object?> _answer = null!;

    /// <summary>
    /// Makes one that implements <paramref name="contract"/> and asks <paramref name="answer"/> at each call.
    /// </summary>
    public static object Create(Type contract, object original, Func<InterceptedCall, object?> answer)
    {
        var standIn = (StandIn)Create(contract, typeof(StandIn));
        (standIn._original, standIn._answer) = (original, answer);
        return standIn;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answer(new InterceptedCall(_original, targetMethod!, args ?? []));
}
