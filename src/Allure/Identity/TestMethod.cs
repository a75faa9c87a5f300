namespace TestFlock.Allure.Identity;

/// <summary>What a test assembly says of one of its methods.</summary>
/// <param name="Name">Without parameters.</param>
/// <param name="TypeParameters">Names; empty for a method that is not generic.</param>
/// <param name="Parameters">In order.</param>
/// <param name="AllureId">What an <c>AllureId</c> attribute gave it.</param>
internal sealed record TestMethod(
    string Name, IReadOnlyList<string> TypeParameters, IReadOnlyList<TestParameter> Parameters, int? AllureId);

/// <param name="Name">As declared.</param>
/// <param name="Type">As Allure's own adapters write it into the test's name.</param>
internal sealed record TestParameter(string Name, string Type);
