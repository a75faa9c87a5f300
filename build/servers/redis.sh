#!/bin/bash
# A private Redis on a loopback port, with all its state in one folder, as any user.
#
#   redis.sh start DIR PORT [OWNER]   returns when it answers; DIR keeps its data over stop and start (append-only file).
#                                     PORT + 1: TLS, when DIR/tls has ca.pem, cert.pem and key.pem.
#                                     DIR/password, when there, holds the password that clients must give.
#                                     OWNER: a process id; the server ends with it.
#   redis.sh stop DIR                 SIGTERM, after 20 s SIGKILL
#
# DIR/server.pid holds the process id.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/process.sh"
verb=${1:?start or stop} dir=$(realpath -m "${2:?a folder}")

# While it loads its data it answers, but not with PONG.
answers() { [ "$(REDISCLI_AUTH=$password redis-cli -h 127.0.0.1 -p "$port" ping 2>/dev/null)" = PONG ]; }

case $verb in
  start)
    port=${3:?a port} owner=${4:-} password=
    command -v redis-server >/dev/null || { echo "redis.sh: no Redis here; run build/servers/install.sh" >&2; exit 1; }
    refuse_used_port "$port"
    mkdir -p "$dir"
    {
      printf '%s\n' "port $port" 'bind 127.0.0.1' "dir $dir" 'daemonize no' 'save ""' 'appendonly yes' 'appendfsync everysec' \
        'maxmemory 512mb' 'maxmemory-policy noeviction' "logfile $dir/redis.log"
      if [ -f "$dir/password" ]; then password=$(cat "$dir/password"); echo "requirepass $password"; fi
      [ ! -f "$dir/tls/cert.pem" ] || printf '%s\n' "tls-port $((port + 1))" "tls-ca-cert-file $dir/tls/ca.pem" \
        "tls-cert-file $dir/tls/cert.pem" "tls-key-file $dir/tls/key.pem" 'tls-auth-clients no'
    } > "$dir/redis.conf"
    setsid redis-server "$dir/redis.conf" </dev/null >"$dir/stdout" 2>&1 &
    echo $! > "$dir/server.pid"
    end_with_owner "$owner" "$here/redis.sh" stop "$dir"
    wait_until answers "$!" 30 "$dir/redis.log"
    ;;
  stop) stop_by_file "$dir/server.pid" ;;
  *) echo "redis.sh: '$verb' is none of start, stop" >&2; exit 2 ;;
esac
