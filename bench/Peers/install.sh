#!/usr/bin/env bash
# Installs the peers that bench/Peers measures against: pytest-xdist from Debian's packages, Playwright Test from npm.
set -euo pipefail
cd "$(dirname "$0")"
sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
if ! /usr/bin/python3 -c 'import pytest, xdist' 2> /dev/null; then
  $sudo apt-get update -qq
  $sudo apt-get install -qq --yes python3-pytest python3-pytest-xdist
fi
cd Playwright
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-package-lock --no-audit --no-fund --silent
