namespace Scripted;

/// <summary>An assembly needs something in it; the tests are in the minds of those who run them.</summary>
public static class Anchor;
