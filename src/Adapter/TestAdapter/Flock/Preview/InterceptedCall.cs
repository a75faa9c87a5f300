using System.Reflection;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>A call that reached a stand-in in place of the original object.</summary>
internal sealed record InterceptedCall(object Original, MethodInfo Method, object?[] Arguments)
{
    /// <summary>Lets the original answer.</summary>
    public object? Forward() => Ask(Method, Arguments);

    /// <summary>Asks the original something else.</summary>
    public object? Ask(MethodInfo method, params object?[] arguments) =>
        method.Invoke(Original, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
