#!/usr/bin/env bash
# Measures what a package costs, for a suite of 100 MB of real assemblies: bytes sent and fetched, hits, and times until it is ready, in a first
# run, an unchanged second, and one with an assembly built anew; over a private Redis, a private nginx and a directory.
#   bench/Packages/run.sh [MEGABYTES]
set -euo pipefail
cd "$(dirname "$0")/../.."
servers=$(mktemp -d)
trap 'build/servers/redis.sh stop "$servers/redis"; build/servers/nginx.sh stop "$servers/nginx"; rm -rf "$servers"' EXIT
build/servers/install.sh
build/servers/redis.sh start "$servers/redis" 32250
build/servers/nginx.sh start "$servers/nginx" 32260
export BENCH_REDIS=redis://127.0.0.1:32250 BENCH_HTTP=http://tester:secret@127.0.0.1:32260/ BENCH_FOLDER=$servers/files
mkdir -p "$BENCH_FOLDER"
dotnet run --project bench/Packages -c "${CONFIGURATION:-Release}" -- "$@"
