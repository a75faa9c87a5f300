#!/usr/bin/env bash
# Writes the packages TestFlock.TestAdapter and TestFlock.Tool.
#   build/pack.sh                                 into artifacts/packages, with the version of Directory.Build.props
#   build/pack.sh --version 1.2.3 --output DIR
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

version=$(dotnet msbuild src/Contracts -getProperty:Version)
output=artifacts/packages
while [ $# -gt 0 ]; do
  case "$1" in
    --version) version=$2; shift 2 ;;
    --output) output=$2; shift 2 ;;
    *) echo "build/pack.sh does not know '$1'; it takes --version VERSION and --output DIRECTORY" >&2; exit 2 ;;
  esac
done
mkdir -p "$output"
output=$(cd "$output" && pwd)

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT

dotnet msbuild build/packages/Publish.proj -nologo -verbosity:quiet -p:Version="$version" -p:Staging="$staging/"

for package in TestFlock.TestAdapter TestFlock.Tool; do
  dotnet pack "build/packages/$package.nuspec" --version "$version" --output "$output" --verbosity quiet \
    -p:staging="$staging" -p:NoWarn=NU5100
  echo "$output/$package.$version.nupkg"
done
