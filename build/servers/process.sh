# Sourced: starting, waiting for and ending a server that is known by its process id.

refuse_used_port() {
  if { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; then
    exec 3>&-
    echo "port $1 is in use; another server would look like ours. Choose another port." >&2
    exit 1
  fi
}

# kill -0 calls a zombie alive, and a container's first process may reap late. It may be gone while one looks.
is_alive() { grep -q '^State:.[^Z]' "/proc/$1/status" 2>/dev/null; }

# wait_until COMMAND PID SECONDS LOG
wait_until() {
  local deadline=$((SECONDS + $3))
  until "$1"; do
    if ! is_alive "$2" || [ $SECONDS -ge $deadline ]; then
      echo "the server (process $2) did not get ready; its log ends with:" >&2
      tail -20 "$4" >&2 || true
      exit 1
    fi
    sleep 0.05
  done
}

# stop_by_file PIDFILE
stop_by_file() {
  [ -f "$1" ] || return 0
  local pid
  pid=$(cat "$1")
  kill -TERM "$pid" 2>/dev/null || true
  for _ in $(seq 400); do is_alive "$pid" || break; sleep 0.05; done
  ! is_alive "$pid" || kill -KILL "$pid" 2>/dev/null || true
  rm -f "$1"
}

# end_with_owner PID COMMAND…: runs the command when the process is gone, so that a killed test run leaves no server behind.
end_with_owner() {
  [ -n "$1" ] || return 0
  local owner=$1
  shift
  setsid bash -c 'tail --pid="$0" -f /dev/null; exec "$@"' "$owner" "$@" </dev/null >/dev/null 2>&1 &
}
