#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Installs a testflock agent as a service of Windows, or a new version over an old one.
.DESCRIPTION
  The service starts with Windows, after its other services, and again when it fails. It runs as an account of its own
  (NT SERVICE\...), which has no password and no rights beyond those of a user. Its addresses hold passwords, so they
  stand in a file that only administrators and that account may read: the environment of a service can be read by
  everybody on the machine.
  Stop-Service drains: nothing new is taken, and tests have ten minutes to end (DrainTimeout in appsettings.json). A
  shutdown of Windows does not wait: tests go back to their queues. Away with it: Stop-Service, then sc.exe delete.
  What it logs: Get-WinEvent -LogName TestFlock.
.EXAMPLE
  .\install-agent.ps1 -Broker amqp://agents:pw@rabbit/tests -Coordination redis://:pw@redis -Slots 4
.EXAMPLE
  .\install-agent.ps1 -Broker ... -Coordination ... -Capabilities @{ browser = "edge" } `
      -Environment @{ TESTFLOCK_STATSD = "metrics:8125"; DOTNET_NOLOGO = "1" }
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Broker,
    [Parameter(Mandatory)] [string] $Coordination,
    [int] $Slots = [Environment]::ProcessorCount,
    # What tests may require.
    [hashtable] $Capabilities = @{},
    # Variables of the agent and its tests; no secrets.
    [hashtable] $Environment = @{},
    [string] $Folder = "$env:ProgramFiles\TestFlock",
    [string] $DataFolder = "$env:ProgramData\TestFlock",
    [string] $Version = "0.1.0",
    # Where TestFlock.Tool.<version>.nupkg lies; without it the usual feeds are asked.
    [string] $PackageFolder = "",
    [string] $Name = "TestFlockAgent"
)
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
$account = "NT SERVICE\$Name"

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments | Write-Verbose
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments failed with $LASTEXITCODE." }
}

# A running agent holds its files; its tests may end first.
$service = Get-Service -Name $Name -ErrorAction SilentlyContinue
if ($service -and $service.Status -ne "Stopped") { Stop-Service -Name $Name }

$source = @(if ($PackageFolder) { "--add-source"; $PackageFolder })
Invoke-Checked dotnet (@("tool", "update", "TestFlock.Tool", "--tool-path", $Folder, "--version", $Version,
    "--allow-downgrade") + $source)

if (-not $service) {
    $program = Join-Path $Folder "testflock.exe"
    New-Service -Name $Name -DisplayName "TestFlock agent" -StartupType Automatic `
        -Description "Runs tests of distributed test runs on this machine." `
        -BinaryPathName "`"$program`" agent --windows-service" | Out-Null
}

# With the service there is the account of its name.
Invoke-Checked sc.exe @("config", $Name, "obj=", $account, "start=", "delayed-auto")
Invoke-Checked sc.exe @("failure", $Name, "reset=", "3600", "actions=", "restart/5000/restart/5000/restart/60000")
# Also when it says itself that it failed, not only when it crashed.
Invoke-Checked sc.exe @("failureflag", $Name, "1")

foreach ($own in @("work", "packages")) {
    New-Item -ItemType Directory -Force -Path (Join-Path $DataFolder $own) | Out-Null
}
Invoke-Checked icacls.exe @($DataFolder, "/inheritance:r", "/grant:r", "*S-1-5-32-544:(OI)(CI)F",
    "*S-1-5-18:(OI)(CI)F", "${account}:(OI)(CI)M")

$settings = Join-Path $Folder "appsettings.json"
if (-not (Test-Path $settings)) { New-Item -ItemType File -Path $settings | Out-Null }
Invoke-Checked icacls.exe @($settings, "/inheritance:r", "/grant:r", "*S-1-5-32-544:F", "*S-1-5-18:F", "${account}:R")
@{
    TestFlock = @{
        Broker       = $Broker
        Coordination = $Coordination
        Slots        = $Slots
        Capabilities = $Capabilities
        WorkFolder   = Join-Path $DataFolder "work"
        CacheFolder  = Join-Path $DataFolder "packages"
    }
} | ConvertTo-Json -Depth 4 | Set-Content -Encoding utf8 -Path $settings

$variables = @($Environment.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" })
New-ItemProperty -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name Environment -PropertyType MultiString `
    -Value $variables -Force | Out-Null

if (-not (Test-Path "HKLM:\SYSTEM\CurrentControlSet\Services\EventLog\TestFlock\TestFlock")) {
    [Diagnostics.EventLog]::CreateEventSource("TestFlock", "TestFlock")
}
Invoke-Checked wevtutil.exe @("set-log", "TestFlock", "/maxsize:20971520", "/retention:false")

Start-Service -Name $Name
Get-Service -Name $Name
