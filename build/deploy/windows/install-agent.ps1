#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Starts a testflock agent with Windows, and again when it fails.
.DESCRIPTION
  The agent is a console program; Windows' own task scheduler keeps it running as an account without further rights. A
  service host of Windows would have to answer its control requests, which the agent does not.
  Stopping: testflock drain NAME lets its tests end first; Stop-ScheduledTask ends it at once.
.EXAMPLE
  .\install-agent.ps1 -Broker amqp://agents:pw@rabbit/tests -Coordination redis://:pw@redis -Slots 4
#>
param(
    [Parameter(Mandatory)] [string] $Broker,
    [Parameter(Mandatory)] [string] $Coordination,
    [int] $Slots = [Environment]::ProcessorCount,
    [string] $Capabilities = "",
    [string] $Folder = "$env:ProgramFiles\TestFlock",
    [string] $Version = "0.1.0",
    [string] $PackageFolder = "",
    [string] $Account = "NT AUTHORITY\LOCAL SERVICE"
)
$ErrorActionPreference = "Stop"

$source = if ($PackageFolder) { @("--add-source", $PackageFolder) } else { @() }
dotnet tool update TestFlock.Tool --tool-path $Folder --version $Version --allow-downgrade @source
if ($LASTEXITCODE -ne 0) { throw "dotnet tool update failed with $LASTEXITCODE; is the .NET SDK 10 installed?" }

# The addresses hold passwords: a file that administrators and the account alone may read.
$settings = Join-Path $Folder "appsettings.json"
@{ TestFlock = @{ Broker = $Broker; Coordination = $Coordination; Slots = $Slots; LogFormat = "json" } } |
    ConvertTo-Json -Depth 4 | Set-Content -Encoding utf8 $settings
icacls $settings /inheritance:r /grant:r "BUILTIN\Administrators:F" "${Account}:R" | Out-Null
if ($Capabilities) { [Environment]::SetEnvironmentVariable("TESTFLOCK_CAPABILITIES", $Capabilities, "Machine") }

$action = New-ScheduledTaskAction -Execute (Join-Path $Folder "testflock.exe") -Argument "agent" -WorkingDirectory $Folder
$trigger = New-ScheduledTaskTrigger -AtStartup
$rules = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
    -ExecutionTimeLimit ([TimeSpan]::Zero) -StartWhenAvailable
$principal = New-ScheduledTaskPrincipal -UserId $Account -LogonType ServiceAccount
Register-ScheduledTask -TaskName "TestFlock agent" -Action $action -Trigger $trigger -Settings $rules `
    -Principal $principal -Force | Out-Null
Start-ScheduledTask -TaskName "TestFlock agent"
