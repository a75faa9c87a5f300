#!/usr/bin/env bash
# Starts the unit under a real systemd and says what becomes of it: ready, killed and back again, drained. It is a user
# manager in a mount namespace of its own, so it needs root and no systemd that the machine runs on. A user manager has
# neither users of its own nor Protect… and Private…: those lines of the unit are left out. Build src/Agent before.
set -euo pipefail
cd "$(dirname "$0")"
servers=$PWD/../../servers
program=$(ls -t "$PWD"/../../../src/Agent/bin/*/net10.0/testflock.dll | head -n 1)
scratch=$(mktemp -d)
trap '"$servers/rabbitmq.sh" stop "$scratch/rabbitmq"; "$servers/redis.sh" stop "$scratch/redis"; rm -rf "$scratch"' EXIT
"$servers/rabbitmq.sh" start "$scratch/rabbitmq" 32400 > /dev/null
"$servers/redis.sh" start "$scratch/redis" 32450 > /dev/null
mkdir -p -m 700 "$scratch/run" "$scratch/home" "$scratch/config/systemd/user"
cat > "$scratch/agent.env" << ENV
TESTFLOCK_BROKER=amqp://guest:guest@127.0.0.1:32400
TESTFLOCK_COORDINATION=redis://127.0.0.1:32450
TESTFLOCK_NAME=supervised
TESTFLOCK_SLOTS=3
TESTFLOCK_WORK_FOLDER=$scratch/work
TESTFLOCK_CACHE_FOLDER=$scratch/cache
HOME=$scratch/home
DOTNET_CLI_HOME=$scratch/home
ENV
sed -E "s#^ExecStart=.*#ExecStart=$(command -v dotnet) $program agent#
  s#^EnvironmentFile=.*#EnvironmentFile=$scratch/agent.env#
  s#^WorkingDirectory=.*#WorkingDirectory=$scratch/home#
  s#^\[Service\]#&\nStandardOutput=append:$scratch/agent.log\nStandardError=append:$scratch/agent.log#
  /^(User|Group|StateDirectory|CacheDirectory|Protect[A-Za-z]*|Private[A-Za-z]*)=/d" \
  testflock-agent.service > "$scratch/config/systemd/user/testflock-agent.service"

export XDG_RUNTIME_DIR=$scratch/run XDG_CONFIG_HOME=$scratch/config HOME=$scratch/home LOG=$scratch/agent.log
timeout 180 unshare --mount bash -euo pipefail << 'INSIDE'
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system
/lib/systemd/systemd --user --unit=basic.target > /dev/null 2>&1 &
manager=$!
trap 'systemctl --user exit || kill "$manager"; wait "$manager" || true' EXIT
show() { systemctl --user show --property "$1" --value testflock-agent; }
expect() { # PROPERTY VALUE: what it is, once it is so, or after a minute
  for _ in $(seq 120); do
    [ "$(show "$1")" = "$2" ] && { echo "$1: $2"; return; }
    sleep 0.5
  done
  echo "$1 stayed '$(show "$1")' and did not come to be '$2'"
  cat "$LOG"
  return 1
}
for _ in $(seq 100); do [ -S "$XDG_RUNTIME_DIR/systemd/private" ] && break; sleep 0.2; done
systemctl --user start testflock-agent
expect ActiveState active
expect StatusText "Offers 3 slots as supervised"
[ -n "$(show WatchdogTimestamp)" ]
kill -9 "$(show MainPID)"
expect NRestarts 1
expect StatusText "Offers 3 slots as supervised"
systemctl --user stop testflock-agent
expect ActiveState inactive
expect Result success
expect ExecMainStatus 0
grep -q "SIGTERM: nothing new is taken" "$LOG"
INSIDE
