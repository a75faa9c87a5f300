using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.TestPlatform.VsTestConsole.TranslationLayer;
using TestFlock.IdeClient;

// A test explorer without a window: a request a line, and what comes of it a line each.
var vstestConsole = Assembly.GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "VsTestConsole").Value!;
var output = Console.Out;
var json = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
var console = new VsTestConsoleWrapper(vstestConsole);
console.StartSession();
var explorer = new Explorer(console, Tell);
while (Console.In.ReadLine() is { } line)
{
    explorer.Do(JsonSerializer.Deserialize<Request>(line)!);
    Tell(new Happening { What = "done" });
}

console.EndSession();
return 0;

void Tell(Happening happening)
{
    lock (output)
    {
        output.WriteLine(JsonSerializer.Serialize(happening, json));
        output.Flush();
    }
}
