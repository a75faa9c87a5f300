namespace Microsoft.VisualStudio.TestPlatform;

/// <summary>
/// Tells the platform which types of this assembly to look at; else it loads every type in order to ask each. The
/// platform finds it by its full name: each assembly brings its own.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestExtensionTypesAttribute(params Type[] types) : Attribute
{
    public Type[] Types { get; } = types;
}
