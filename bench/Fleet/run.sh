#!/usr/bin/env bash
# Measures fairness, capacity and throughput over a private RabbitMQ and Redis, with slots whose tests only wait.
#   bench/Fleet/run.sh                    everything but rolling
#   bench/Fleet/run.sh idle|gap|shares|small|many  one of it; many takes the number of tests and the tests of a batch
#   bench/Fleet/run.sh rolling ROUNDS     real agents and test calls (build src/Agent in Release before)
set -euo pipefail
cd "$(dirname "$0")/../.."
servers=$(mktemp -d)
trap 'build/servers/rabbitmq.sh stop "$servers/rabbitmq"; build/servers/redis.sh stop "$servers/redis"; rm -rf "$servers"' EXIT
build/servers/install.sh
build/servers/rabbitmq.sh start "$servers/rabbitmq" 32100
build/servers/redis.sh start "$servers/redis" 32150
export TESTFLOCK_BROKER=amqp://guest:guest@127.0.0.1:32100 TESTFLOCK_COORDINATION=redis://127.0.0.1:32150
export FLEET_RABBITMQ_PID=$(cat "$servers/rabbitmq/server.pid") FLEET_REDIS_PID=$(cat "$servers/redis/server.pid")
dotnet run --project bench/Fleet -c "${CONFIGURATION:-Release}" -- "$@"
