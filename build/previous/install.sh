#!/usr/bin/env bash
# Builds the version that build/previous/commit names, for the tests of old and new side by side: its agent, and a suite with its adapter,
# in artifacts/previous/<commit>. Does nothing when they are there. Needs that commit: in a clone without it, it says so, and those tests
# are skipped.
set -euo pipefail
cd "$(dirname "$0")/../.."
commit=$(cat build/previous/commit)
folder=$PWD/artifacts/previous/$commit

[ ! -f "$folder/built" ] || exit 0
if ! git cat-file -e "$commit^{commit}" 2> /dev/null; then
  echo "build/previous/install.sh: this clone lacks commit $commit, the previous version; the tests that need it are skipped." \
    "A clone with the whole history has it: git fetch --unshallow" >&2
  exit 0
fi

rm -rf artifacts/previous
mkdir -p "$folder"
git archive "$commit" | tar -x -C "$folder"
# The sample's build brings adapter, logger and program with it.
dotnet build "$folder/samples/NUnit" --nologo -v quiet > "$folder/build.log" 2>&1 || { tail -n 40 "$folder/build.log" >&2; exit 1; }
touch "$folder/built"
