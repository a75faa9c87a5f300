#!/usr/bin/env bash
# An agent as a service of Wine's service control manager: started, seen by Redis, stopped while the manager waits; and
# one with a wrong setting, which the manager is told about. Wine is no Windows: accounts, rights, recovery and the event
# log are not tried here. Debian: apt-get install wine64 wine
set -euo pipefail
cd "$(dirname "$0")"
servers=$PWD/../../servers
scratch=$(mktemp -d)
export WINEPREFIX=$scratch/wine WINEDEBUG=-all DOTNET_NOLOGO=1
unset TESTFLOCK_BROKER TESTFLOCK_COORDINATION
end() {
  wineserver -k 2> /dev/null || true
  "$servers/rabbitmq.sh" stop "$scratch/rabbitmq" || true
  "$servers/redis.sh" stop "$scratch/redis" || true
  rm -rf "$scratch"
}
trap end EXIT

state() { wine sc query testflock-"$1" | tr -d '\r' | sed -n -E "s/^ *$2 *: ([0-9]+).*/\1/p"; }

await() { # SECONDS WHAT COMMAND…
  local seconds=$1 what=$2
  shift 2
  for _ in $(seq "$seconds"); do
    if "$@"; then return; fi
    sleep 1
  done
  echo "Not within $seconds s: $what"
  exit 1
}
is() { [ "$(state "$1" STATE)" = "$2" ]; }

# A copy, since the restore for another system would change what lies beside the sources.
git -C ../../.. ls-files -z -- src Directory.Build.props Directory.Packages.props global.json .editorconfig \
  | (cd ../../.. && xargs -0 cp --parents -t "$scratch")
dotnet publish "$scratch/src/Agent" --runtime win-x64 --self-contained --output "$scratch/program" --verbosity quiet
program="$(wine winepath -w "$scratch/program/testflock.exe" | tr -d '\r')"

wine sc create testflock-wrong binPath= "\"$program\" agent --windows-service" > /dev/null
wine net start testflock-wrong > /dev/null
await 60 "an agent without addresses stops its service" is wrong 1
[ "$(state wrong WIN32_EXIT_CODE)" = 1064 ] || { echo "The manager was not told that the agent failed."; exit 1; }

"$servers/rabbitmq.sh" start "$scratch/rabbitmq" 32300
"$servers/redis.sh" start "$scratch/redis" 32350
cat > "$scratch/program/appsettings.json" << 'SETTINGS'
{
  "TestFlock": {
    "Broker": "amqp://guest:guest@127.0.0.1:32300", "Coordination": "redis://127.0.0.1:32350",
    "Name": "as-service", "Slots": 3
  }
}
SETTINGS
lives() { dotnet "$own" status --json --coordination redis://127.0.0.1:32350 | grep -q as-service; }
own=$(ls -t ../../../src/Agent/bin/*/net10.0/testflock.dll | head -n 1)
wine sc create testflock-right binPath= "\"$program\" agent --windows-service" > /dev/null
wine net start testflock-right > /dev/null
await 60 "the agent is seen by others" lives
is right 4 || { echo "The manager does not take it for running."; exit 1; }
wine net stop testflock-right > /dev/null
await 60 "the service stops" is right 1
[ "$(state right WIN32_EXIT_CODE)" = 0 ] || { echo "A stop that was asked for counts as a failure."; exit 1; }
if lives; then echo "The agent did not say that it leaves."; exit 1; fi
