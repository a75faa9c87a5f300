using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>How loud a note to the user is; an error makes <c>dotnet test</c> exit with 1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoteLevel>))]
public enum NoteLevel
{
    Informational,
    Warning,
    Error,
}
