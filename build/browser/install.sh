#!/bin/bash
# Installs what the tests of the dashboard's page need: Debian's chromium, some 120 MB. Does nothing when a browser is there.
# Where it cannot be had those tests are skipped, and say so.
set -uo pipefail

have() { command -v chromium chromium-browser google-chrome >/dev/null; }
have && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install.sh: run it as root, or install chromium; tests in a browser are skipped" >&2; exit 0; }
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -q &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium
have || echo "install.sh: no chromium could be installed; tests in a browser are skipped" >&2
exit 0
