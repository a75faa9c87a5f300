#!/usr/bin/env bash
# Checks everything below build/deploy with the tools that the system's packages have; what is missing is said, and is
# no failure. Debian: apt-get install prometheus ansible-core systemd npm; npm: dockerfilelint; kubectl from its
# own place.
set -uo pipefail
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

check() { # NAME TOOL COMMAND…
  local name=$1 tool=$2
  shift 2
  if ! command -v "$tool" > /dev/null; then
    echo "skipped  $name: $tool is not installed"
  elif "$@" > "$scratch/log" 2>&1 && [ ! -s "$scratch/complaints" ]; then
    echo "ok       $name"
  else
    failed=1
    echo "FAILED   $name"
    cat "$scratch/log" "$scratch/complaints" 2> /dev/null
  fi
  rm -f "$scratch/complaints"
}

# The unit names a program that is not installed here; everything else of it counts.
verify_unit() {
  sed 's#^ExecStart=[^ ]*#ExecStart=/bin/true#' systemd/testflock-agent.service > "$scratch/testflock-agent.service"
  systemd-analyze verify "$scratch/testflock-agent.service" 2> "$scratch/complaints"
}

# The role on this machine, without what needs a systemd: user and service.
play_role() { # OPTIONS… -- VARIABLES…
  local options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  {
    cat << PLAY
- hosts: localhost
  connection: local
  roles: [testflock_agent]
  vars:
    testflock_broker: amqp://a:b@rabbit/tests
    testflock_coordination: redis://:c@redis
    testflock_folder: $scratch/opt
    testflock_config_folder: $scratch/etc
    testflock_unit_folder: $scratch/units
    testflock_user: root
    testflock_manage_user: false
    testflock_manage_service: false
PLAY
    printf '    %s\n' "$@"
  } > "$scratch/play.yml"
  ANSIBLE_CONFIG=$PWD/ansible/ansible.cfg ANSIBLE_LOCALHOST_WARNING=False \
    ansible-playbook "${options[@]}" "$scratch/play.yml"
}

check_role() { play_role --check --diff --; }

# For real: what it installed runs, and a second time it finds nothing to do.
run_role() {
  local packages version
  packages=$(cd ../../artifacts/packages 2> /dev/null && pwd) || { echo "run build/pack.sh before"; return 1; }
  version=$(basename "$(ls -t "$packages"/TestFlock.Tool.*.nupkg | head -n 1)" .nupkg)
  version=${version#TestFlock.Tool.}
  set -- "testflock_package_folder: $packages" "testflock_version: $version"
  play_role -- "$@" && "$scratch/opt/testflock" --version && grep -q TESTFLOCK_BROKER= "$scratch/etc/agent.env" \
    && [ -s "$scratch/units/testflock-agent.service" ] && play_role -- "$@" | tee "$scratch/again" \
    && grep -Eq ' changed=0 .* failed=0 ' "$scratch/again"
}

# A real agent, asked by a real Prometheus with the configuration that lies here.
scrape_agent() {
  local servers=$PWD/../servers program port=29464
  program=$(ls -t ../../src/Agent/bin/*/net10.0/testflock.dll 2> /dev/null | head -n 1)
  [ -n "$program" ] || { echo "build src/Agent before"; return 1; }
  (
    trap 'kill $(jobs -p) 2> /dev/null; wait; "$servers/rabbitmq.sh" stop "$scratch/rabbitmq"; "$servers/redis.sh" stop "$scratch/redis"' EXIT
    "$servers/rabbitmq.sh" start "$scratch/rabbitmq" 32300 && "$servers/redis.sh" start "$scratch/redis" 32350 || exit 1
    TESTFLOCK_WORK_FOLDER=$scratch/work dotnet "$program" agent --name scraped --slots 3 --metrics-port "$port" \
      --broker amqp://guest:guest@127.0.0.1:32300 --coordination redis://127.0.0.1:32350 &
    sed -E "s#targets: .*#targets: [\"127.0.0.1:$port\"]#; s#15s#1s#" \
      observability/prometheus.yml > "$scratch/prometheus.yml"
    cp observability/alerts.yml "$scratch"
    prometheus --config.file="$scratch/prometheus.yml" --storage.tsdb.path="$scratch/tsdb" \
      --web.listen-address=127.0.0.1:29090 &
    for _ in $(seq 60); do
      sleep 1
      for metric in testflock_slots testflock_flock_slots; do
        curl -fs "http://127.0.0.1:29090/api/v1/query?query=$metric" | grep -q ',"3"\]' || continue 2
      done
      exit 0
    done
    echo "Prometheus did not come to know the agent's 3 slots within a minute."
    exit 1
  )
}

# The schemas come from npm, once.
validate_manifests() {
  local tools=$PWD/../../artifacts/kubernetes
  if ! cmp -s kubernetes/schemas/package.json "$tools/package.json"; then
    mkdir -p "$tools" && cp kubernetes/schemas/package.json "$tools/"
    npm install --prefix "$tools" --no-audit --no-fund --no-package-lock --loglevel=error \
      || { rm "$tools/package.json"; return 1; }
  fi
  kubectl kustomize kubernetes > "$scratch/manifests.yaml" \
    && NODE_PATH=$(cd "$tools/node_modules" && pwd) node kubernetes/schemas/check.cjs "$scratch/manifests.yaml"
}

# The linter does not read the ARG that names the base image: it gets the file with its default put in.
lint_container_file() {
  local sdk
  sdk=$(sed -n 's/^ARG SDK=//p' container/Containerfile)
  sed "s#^FROM \${SDK}#FROM $sdk#" container/Containerfile > "$scratch/Containerfile"
  dockerfilelint "$scratch/Containerfile"
}

check_windows_script() { (cd windows && dotnet run check.cs); }

check "alert rules" promtool promtool check rules observability/alerts.yml
check "alert rules fire when they should" promtool promtool test rules observability/alerts.test.yml
check "scrape configuration" promtool promtool check config --syntax-only observability/prometheus.yml
check "Prometheus reads an agent" prometheus scrape_agent
check "systemd unit" systemd-analyze verify_unit
if unshare --mount true 2> /dev/null; then
  check "systemd runs the unit" /lib/systemd/systemd systemd/run.sh
else
  echo "skipped  systemd runs the unit: this user may not make a mount namespace"
fi
check "Ansible playbook" ansible-playbook env ANSIBLE_CONFIG="$PWD/ansible/ansible.cfg" \
  ansible-playbook --syntax-check -i ansible/inventory.ini ansible/site.yml
check "Ansible role, as far as --check goes" ansible-playbook check_role
if [ -d ../../artifacts/packages ]; then
  check "Ansible role, run twice on this machine" ansible-playbook run_role
else
  echo "skipped  Ansible role, run twice on this machine: run build/pack.sh before"
fi
check "Container file" dockerfilelint lint_container_file
check "Kubernetes manifests, put together" kubectl kubectl kustomize kubernetes
command -v kubectl > /dev/null && check "Kubernetes manifests, by schemas" npm validate_manifests
check "Windows: the script, its commands played" dotnet check_windows_script
exit "$failed"
