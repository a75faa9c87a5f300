#!/usr/bin/env bash
# Checks everything below build/deploy with the tools that the system's packages have; what is missing is said, and is
# no failure. Debian: apt-get install prometheus ansible-core systemd; kubectl from its own place.
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

check_role() {
  cat > "$scratch/play.yml" << PLAY
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
  ANSIBLE_CONFIG=$PWD/ansible/ansible.cfg ANSIBLE_LOCALHOST_WARNING=False ansible-playbook --check --diff "$scratch/play.yml"
}

check "alert rules" promtool promtool check rules observability/alerts.yml
check "alert rules fire when they should" promtool promtool test rules observability/alerts.test.yml
check "scrape configuration" promtool promtool check config --syntax-only observability/prometheus.yml
check "systemd unit" systemd-analyze verify_unit
check "Ansible playbook" ansible-playbook env ANSIBLE_CONFIG="$PWD/ansible/ansible.cfg" \
  ansible-playbook --syntax-check -i ansible/inventory.ini ansible/site.yml
check "Ansible role, as far as --check goes" ansible-playbook check_role
check "Kubernetes manifests, put together" kubectl kubectl kustomize kubernetes
exit "$failed"
