#!/bin/bash
# Installs what the tests over real reports need: both generations of Allure's report tool, from npm, into
# artifacts/reports, and Debian's nodejs, npm and Java to run them. Does nothing when all are there.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=artifacts/reports

have_programs() { command -v node npm java >/dev/null; }
have_tools() {
  [ -f "$tools/node_modules/allure/cli.js" ] && [ -f "$tools/node_modules/allure-commandline/bin/allure" ] &&
    [ -f "$tools/node_modules/allure-commandline-before-2.45/bin/allure" ] &&
    cmp -s build/reports/package.json "$tools/package.json"
}

if ! have_programs; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "install.sh: run it as root, or install nodejs npm default-jre-headless" >&2; exit 1; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends nodejs npm default-jre-headless
  have_programs || { echo "install.sh: the packages are installed, but node, npm or java is not in the path" >&2; exit 1; }
fi

have_tools && exit 0
mkdir -p "$tools"
cp build/reports/package.json "$tools/package.json"
npm install --prefix "$tools" --no-audit --no-fund --no-package-lock --loglevel=error
have_tools || { echo "install.sh: npm installed, but the report tools are not in $tools/node_modules" >&2; exit 1; }
