using System.Reflection;
using System.Runtime.ExceptionServices;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>Stands in for an object behind an interface that is only known at run time, and passes every call on.</summary>
internal abstract class ForwardingProxy : DispatchProxy
{
    /// <summary>Who answers what the proxy does not answer itself.</summary>
    protected object Target { get; private set; } = null!;

    /// <summary>Makes a proxy of type <typeparamref name="TProxy"/> that implements <paramref name="contract"/>.</summary>
    protected static TProxy Create<TProxy>(Type contract, object target)
        where TProxy : ForwardingProxy
    {
        var proxy = (TProxy)Create(contract, typeof(TProxy));
        proxy.Target = target;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Forward(targetMethod!, args);

    protected object? Forward(MethodInfo method, object?[]? args)
    {
        try
        {
            return method.Invoke(Target, args);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
