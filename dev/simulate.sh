#!/usr/bin/env bash
# dev/simulate.sh [COUNT [FROM]]   simulates COUNT more seeds of 60 department-years each, 20 from 1000 on unless told otherwise;
#                                  one that fails is added to the seeds that ./test replays
# dev/simulate.sh --seed N         replays one
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ "${1:-}" = --seed ]; then
  export LEDGER_SIMULATION_SEED=${2:?which seed?}
else
  export LEDGER_SIMULATIONS=${1:-20} LEDGER_SIMULATION_FROM=${2:-1000} LEDGER_SIMULATION_KEEP=$PWD/tests/Ledger.Api.Tests/Simulation/seeds.txt
fi
./test -method '*.departments_go_through_a_year_and_every_invariant_holds_after_each_step' -showLiveOutput
