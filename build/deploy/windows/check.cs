#:package System.Management.Automation@7.6.9
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
// dotnet run check.cs: reads install-agent.ps1 as PowerShell itself does, and runs it here, on any system, for the first
// time and over an old version. What would change a machine is played: it only tells how it was called.
using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

const string Script = "install-agent.ps1";
const string Played = """
    function global:Tell([string] $name, $rest) { $calls.Add("$name $rest"); $global:LASTEXITCODE = 0 }
    function global:New-Service { Tell New-Service $args }
    function global:Stop-Service { Tell Stop-Service $args }
    function global:Start-Service { Tell Start-Service $args }
    function global:New-Item { Tell New-Item $args }
    function global:New-ItemProperty { Tell New-ItemProperty $args }
    function global:dotnet { Tell dotnet $args }
    function global:sc.exe { Tell sc.exe $args }
    function global:icacls.exe { Tell icacls.exe $args }
    function global:wevtutil.exe { Tell wevtutil.exe $args }
    function global:Write-Verbose { }
    function global:Get-Service { if ($isThere) { @{ Status = "Running" } } }
    function global:Test-Path { $isThere -or "$args".StartsWith("HKLM:") }
    function global:Join-Path($Path, $ChildPath) { "$Path/$ChildPath" }
    function global:ConvertTo-Json {
        foreach ($all in $input) { foreach ($key in $all.TestFlock.Keys) { "$key=$($all.TestFlock[$key])" } }
    }
    function global:Set-Content { $calls.Add("Set-Content $args < $input") }
    """;
_ = Parser.ParseFile(Path.GetFullPath(Script), out _, out var errors);
foreach (var error in errors)
    Console.WriteLine($"{Script}({error.Extent.StartLineNumber}): {error.Message}");
return errors.Length == 0 && Try(isThere: false) && Try(isThere: true) ? 0 : 1;

static bool Try(bool isThere)
{
    var calls = new List<string>();
    using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
    shell.Runspace.SessionStateProxy.SetVariable("calls", calls);
    shell.Runspace.SessionStateProxy.SetVariable("isThere", isThere);
    try
    {
        shell.AddScript(Played).Invoke();
        shell.Commands.Clear();
        shell.AddScript(File.ReadAllText(Script)).AddParameters(new Hashtable
        {
            ["Broker"] = "amqp://a:b@rabbit/tests",
            ["Coordination"] = "redis://:c@redis",
            ["Slots"] = 3,
            ["Capabilities"] = new Hashtable { ["browser"] = "edge" },
            ["Environment"] = new Hashtable { ["DOTNET_NOLOGO"] = "1" },
            ["Folder"] = "/program",
            ["DataFolder"] = "/data",
            ["PackageFolder"] = isThere ? "" : "/packages",
        }).Invoke();
    }
    catch (RuntimeException e)
    {
        Console.WriteLine($"{Script}({e.ErrorRecord.InvocationInfo?.ScriptLineNumber}): {e.Message}");
        return false;
    }

    Console.WriteLine(isThere ? "over an old version:" : "for the first time:");
    calls.ForEach(Console.WriteLine);
    return calls[0].StartsWith(isThere ? "Stop-Service" : "dotnet tool update", StringComparison.Ordinal)
        && calls.Exists(call => call.StartsWith("New-Service", StringComparison.Ordinal)) != isThere
        && calls[^1].StartsWith("Start-Service", StringComparison.Ordinal);
}
