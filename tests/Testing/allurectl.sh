#!/bin/bash
# Plays Allure's upload program, which cannot be had everywhere: the same commands, arguments, output and duration. What
# it is asked for goes into the file `journal` beside it. A file `refuse`, with lines such as `create 2`, says how often
# a command fails before it does its work.
here=$(cd "$(dirname "$0")" && pwd)
journal() { echo "$*" >> "$here/journal"; }

refuse() {
  local left
  left=$(sed -n "s/^$1 //p" "$here/refuse" 2>/dev/null)
  [ "${left:-0}" -gt 0 ] || return 0
  sed -i "s/^$1 .*/$1 $((left - 1))/" "$here/refuse"
  journal "refused $1"
  echo "Error: 503 Service Unavailable, token $ALLURE_TOKEN" >&2
  exit 1
}

index() {
  local file
  for file in "$results"/*-result.json; do
    [ -e "$file" ] || continue
    grep -qF "upload $(basename "$file")" "$here/journal" || journal "upload $(basename "$file") $1"
  done
}

env | sort > "$here/environment"
echo "Allure TestOps Client v2.18.0"
case "$1 $2" in
  "launch create")
    refuse create
    journal "$*"
    echo "Project id [$ALLURE_PROJECT_ID] name [shop] public"
    echo 423565
    ;;
  "launch close")
    refuse close
    journal "$*"
    ;;
  "watch --results")
    refuse watch
    results=$3
    shift 4
    journal "watch launch=$ALLURE_LAUNCH_ID jobrun=$ALLURE_JOB_RUN_ID"
    job=$ALLURE_JOB_RUN_ID
    # In a build of a server that it knows it makes a job run itself.
    if [ -z "$job" ] && [ -n "$GITHUB_ACTIONS" ]; then
      job=478451
      journal "job run $job started"
    fi
    echo "Session [456057] started"
    "$@" &
    child=$!
    while kill -0 "$child" 2>/dev/null; do
      index while-running
      sleep 0.1
    done
    wait "$child"
    code=$?
    index afterwards
    journal "session finished, the command exited with $code"
    echo "Session [456057] finished"
    [ -z "$job" ] || { journal "job run $job stopped"; echo "Job Run [$job] stopped"; }
    exit "$code"
    ;;
  *)
    journal "unknown: $*"
    exit 2
    ;;
esac
