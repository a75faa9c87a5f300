#!/bin/bash
# A private RabbitMQ on loopback ports, with all its state in one folder, as any user.
#
#   rabbitmq.sh start DIR PORT [OWNER]   returns when AMQP answers; DIR keeps its messages over stop and start.
#                                        PORT: amqp; the nine ports after it are taken too (+1 amqps when DIR/tls has
#                                        ca.pem, cert.pem and key.pem). OWNER: a process id; the server ends with it.
#   rabbitmq.sh stop DIR                 SIGTERM, after 20 s SIGKILL
#   rabbitmq.sh discard DIR              stop, and the folder is gone; what happens when OWNER ends
#   rabbitmq.sh ctl DIR ARGUMENT…        rabbitmqctl against this instance
#
# DIR/server.pid and DIR/epmd.pid hold the process ids.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/process.sh"
verb=${1:?start, stop, discard or ctl} dir=$(realpath -m "${2:?a folder}")
bin=/usr/lib/rabbitmq/bin  # the wrapper in /usr/sbin changes the user and the folder

write_environment() {
  mkdir -p "$dir"/{mnesia,log,home}
  local cookie="$dir/home/.erlang.cookie"
  [ -f "$cookie" ] || head -c 24 /dev/urandom | base64 | tr -dc A-Za-z0-9 > "$cookie"
  chmod 400 "$cookie"
  echo '[].' > "$dir/plugins"
  cat > "$dir/rabbitmq.conf" <<CONF
listeners.tcp.default = 127.0.0.1:$port
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 50MB
log.console = false
log.file.level = info
consumer_timeout = 86400000
CONF
  [ ! -f "$dir/tls/cert.pem" ] || cat >> "$dir/rabbitmq.conf" <<CONF
listeners.ssl.default = 127.0.0.1:$((port + 1))
ssl_options.cacertfile = $dir/tls/ca.pem
ssl_options.certfile = $dir/tls/cert.pem
ssl_options.keyfile = $dir/tls/key.pem
ssl_options.verify = verify_none
CONF
  # @localhost: a host name that does not resolve keeps the server waiting for a minute.
  cat > "$dir/env" <<ENV
export HOME=$dir/home RABBITMQ_CONF_ENV_FILE=/dev/null ERL_CRASH_DUMP=$dir/log/erl_crash.dump
export RABBITMQ_NODENAME=testflock$port@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$port
export ERL_EPMD_PORT=$((port + 2)) ERL_EPMD_ADDRESS=127.0.0.1 RABBITMQ_DIST_PORT=$((port + 3))
export RABBITMQ_CTL_DIST_PORT_MIN=$((port + 4)) RABBITMQ_CTL_DIST_PORT_MAX=$((port + 9))
export RABBITMQ_MNESIA_BASE=$dir/mnesia RABBITMQ_LOG_BASE=$dir/log
export RABBITMQ_CONFIG_FILE=$dir/rabbitmq.conf RABBITMQ_ENABLED_PLUGINS_FILE=$dir/plugins
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
export RABBITMQ_CTL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
ENV
}

# An open port is not enough: the handshake answers only when the node is ready.
answers() {
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'AMQP\x00\x00\x09\x01' >&3
  local first
  first=$(timeout 2 head -c1 <&3 | od -An -tu1 | tr -d ' ' || true)
  exec 3>&-
  [ "$first" = 1 ]
}

case $verb in
  start)
    port=${3:?a port} owner=${4:-}
    [ -x $bin/rabbitmq-server ] || { echo "rabbitmq.sh: no RabbitMQ here; run build/servers/install.sh" >&2; exit 1; }
    refuse_used_port "$port"
    write_environment
    . "$dir/env"
    # An epmd of our own: the one that the server would start outlives it, and is shared with every other Erlang program.
    # It may still be there when the server was killed.
    if ! { [ -f "$dir/epmd.pid" ] && is_alive "$(cat "$dir/epmd.pid")"; }; then
      setsid epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null >"$dir/log/epmd.out" 2>&1 &
      echo $! > "$dir/epmd.pid"
    fi
    # detached: the script then becomes the server instead of waiting for it, so that $! is the server's id.
    detached=1 setsid $bin/rabbitmq-server </dev/null >"$dir/log/stdout" 2>&1 &
    echo $! > "$dir/server.pid"
    end_with_owner "$owner" "$here/rabbitmq.sh" discard "$dir"
    wait_until answers "$!" 90 "$dir/log/stdout"
    ;;
  stop) stop_by_file "$dir/server.pid"; stop_by_file "$dir/epmd.pid" ;;
  discard) stop_by_file "$dir/server.pid"; stop_by_file "$dir/epmd.pid"; rm -rf "$dir" ;;
  ctl) shift 2; . "$dir/env"; exec $bin/rabbitmqctl "$@" ;;
  *) echo "rabbitmq.sh: '$verb' is none of start, stop, discard, ctl" >&2; exit 2 ;;
esac
