#!/usr/bin/env bash
# dev/durability.sh [ROUNDS [SEED]]   kills the service, PostgreSQL, or both under load, 200 times unless told otherwise, and
#                                     prints how long it took to be ready again. ./test does the same ten times.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LEDGER_KILLS=${1:-200} LEDGER_KILLS_SEED=${2:-20231204} LEDGER_KILLS_REPORT=$PWD/artifacts/kills.txt
rm -f "$LEDGER_KILLS_REPORT"
./test -class '*.KillTests'
cat "$LEDGER_KILLS_REPORT"
