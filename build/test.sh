#!/usr/bin/env bash
# Builds everything and runs every test, with real servers, real test processes and real report tools.
#   build/test.sh              all test projects
#   build/test.sh Core Local   only tests/Core.Tests and tests/Local.Tests
# Installs what is missing from the system's packages. The last line is the sum over all suites.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

# Thousands of short .NET processes: without the guard that maps compiled code twice each takes a tenth less of the
# processor. Warm hosts go without it anyway.
export DOTNET_EnableWriteXorExecute=0

# One compiler for this build and for the suites that tests build, some sixty: a new one for each costs seconds. It is
# ours alone, by its name, and goes when we do.
export UseSharedCompilation=true SharedCompilationId=testflock-$$
end_compiler() {
  command -v pgrep > /dev/null || return # it ends by itself after ten idle minutes
  local compiler
  for compiler in $(pgrep -f -- "-pipename:$SharedCompilationId( |\$)"); do kill "$compiler"; done
}
trap end_compiler EXIT

if ! command -v dotnet > /dev/null; then
  echo "build/test.sh needs the .NET SDK of global.json; https://dot.net has it" >&2
  exit 1
fi
[ ! -x build/servers/install.sh ] || build/servers/install.sh || exit 1
[ ! -x build/reports/install.sh ] || build/reports/install.sh || exit 1
[ ! -x build/browser/install.sh ] || build/browser/install.sh || exit 1
build/previous/install.sh || exit 1

suites=()
if [ $# -gt 0 ]; then
  for name in "$@"; do suites+=("tests/$name.Tests"); done
else
  for project in tests/*.Tests/*.csproj; do suites+=("$(dirname "$project")"); done
fi

dotnet build Extension.sln --nologo -v quiet || exit 1

logs=artifacts/test-logs
mkdir -p "$logs"

run_suite() { # FOLDER: notes in $logs how it ended and how long it took
  local name started=$SECONDS
  name=$(basename "$1")
  # A suite that hangs must not take the whole run with it.
  timeout --kill-after=30s 50m dotnet test "$1" --no-build --nologo --logger "console;verbosity=minimal" \
    --logger "trx;LogFileName=$name.trx" --results-directory "$logs" > "$logs/$name.log" 2>&1 < /dev/null
  echo "$? $((SECONDS - started))" > "$logs/$name.end"
}

passed=0 failed=0 skipped=0
tell_suite() { # FOLDER: prints what came of it, and adds it to the sum
  local name log code took counts f p s
  name=$(basename "$1")
  log=$logs/$name.log
  read -r code took < "$logs/$name.end"
  echo "== $name"
  # The console's own summary, not one that a failed test quotes:
  # "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, Duration: 1 s - TestFlock.Core.Tests.dll (…)"
  counts=$(grep -iE '^(Passed|Failed|Skipped)! .* - testflock\.([a-z]+\.)*tests\.dll ' "$log" | tail -n 1 |
    grep -oE 'Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+')
  if [ -z "$counts" ]; then
    # A suite that reports nothing has failed, whatever its exit code says.
    failed=$((failed + 1))
    tail -n 40 "$log"
    echo "   no result (exit code $code), see $log"
    return
  fi
  read -r f p s < <(echo "$counts" | sed -E 's/[^0-9]+/ /g')
  failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
  if [ "$code" -ne 0 ]; then
    [ "$f" -gt 0 ] || failed=$((failed + 1))
    grep -vE '^\s*$' "$log" | tail -n 150
  fi
  echo "   $counts ($took s)"
}

# These mostly wait for servers that restart and for what expires, so they go side by side; all others have the machine
# for themselves.
waiting=()
for suite in "${suites[@]}"; do
  case $suite in
    tests/RabbitMq.Tests | tests/Redis.Tests) waiting+=("$suite") ;;
    *) run_suite "$suite"; tell_suite "$suite" ;;
  esac
done
for suite in "${waiting[@]}"; do run_suite "$suite" & done
wait
for suite in "${waiting[@]}"; do tell_suite "$suite"; done

[ "$failed" -eq 0 ] || echo "Logs and TRX files are in $logs"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
