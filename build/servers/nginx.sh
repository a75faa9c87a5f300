#!/bin/bash
# A private nginx with WebDAV on a loopback port, as any user: the plainest of the web servers that keep packages.
#
#   nginx.sh start DIR PORT [OWNER]   returns when it answers; DIR/files keeps what is put to /. User tester, password secret.
#                                     OWNER: a process id; the server ends with it.
#   nginx.sh stop DIR                 SIGTERM, after 20 s SIGKILL
#
# DIR/server.pid holds the process id.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/process.sh"
verb=${1:?start or stop} dir=$(realpath -m "${2:?a folder}")

answers() { { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null && exec 3>&-; }

case $verb in
  start)
    port=${3:?a port} owner=${4:-}
    nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null) || { echo "nginx.sh: no nginx here; run build/servers/install.sh" >&2; exit 1; }
    refuse_used_port "$port"
    mkdir -p "$dir"/{files/small,temp}
    echo 'tester:{PLAIN}secret' > "$dir/users"
    # As root it would give its workers to another user, who may not see the folder.
    user=
    [ "$(id -u)" -ne 0 ] || user='user root;'
    cat > "$dir/nginx.conf" <<CONF
$user
daemon off;
worker_processes 1;
pid $dir/nginx.pid;
error_log $dir/error.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path $dir/temp/body; proxy_temp_path $dir/temp/proxy; fastcgi_temp_path $dir/temp/fastcgi;
  uwsgi_temp_path $dir/temp/uwsgi; scgi_temp_path $dir/temp/scgi;
  client_max_body_size 0;
  auth_basic packages;
  auth_basic_user_file $dir/users;
  server {
    listen 127.0.0.1:$port;
    root $dir/files;
    location / { dav_methods PUT DELETE; }
    location /small/ { dav_methods PUT; client_max_body_size 1k; }
    location /read-only/ { }
  }
}
CONF
    setsid "$nginx" -c "$dir/nginx.conf" -e "$dir/error.log" </dev/null >"$dir/stdout" 2>&1 &
    echo $! > "$dir/server.pid"
    end_with_owner "$owner" "$here/nginx.sh" stop "$dir"
    wait_until answers "$!" 30 "$dir/error.log"
    ;;
  stop) stop_by_file "$dir/server.pid" ;;
  *) echo "nginx.sh: '$verb' is none of start, stop" >&2; exit 2 ;;
esac
