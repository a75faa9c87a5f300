#!/bin/bash
# Installs what the tests over real servers need: Debian's rabbitmq-server, redis-server, redis-tools and nginx-light.
# Starts nothing: the tests start private instances, see rabbitmq.sh, redis.sh and nginx.sh. Does nothing when all are there.
set -euo pipefail

have() { [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] && command -v redis-server redis-cli openssl >/dev/null && [ -x /usr/sbin/nginx ]; }
have && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install.sh: run it as root, or install rabbitmq-server redis-server redis-tools nginx-light" >&2; exit 1; }
  as_root=(sudo)
fi

# Debian's packages start a server of their own on the usual ports unless a policy forbids it.
policy=/usr/sbin/policy-rc.d
own_policy=
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 755 "$policy"
  own_policy=1
fi
epmd_before=$(pgrep -x epmd || true)
# The package's set-up leaves an epmd daemon behind, listening on every interface.
clean_up() {
  [ -z "$own_policy" ] || "${as_root[@]}" rm -f "$policy"
  for pid in $(pgrep -x epmd || true); do
    case " $(echo $epmd_before) " in *" $pid "*) ;; *) "${as_root[@]}" kill "$pid" ;; esac
  done
}
trap clean_up EXIT

"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -q --no-install-recommends rabbitmq-server redis-server redis-tools openssl nginx-light
have || { echo "install.sh: the packages are installed, but rabbitmq-server, redis-server, redis-cli or nginx is not where Debian puts it" >&2; exit 1; }
