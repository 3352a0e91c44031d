#!/usr/bin/env bash
# dev/mutation.sh [log|domain …]   changes the code in hundreds of small ways and says which changes no test notices.
#                                  Reports go to artifacts/mutation; fails below 85 %. Takes a quarter of an hour.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_dotnet
cd "$root"
dotnet tool restore >&2
# Each change is tried with all tests: the ten thousand tamperings of a run would take hours, and a few hundred find what they find.
export LEDGER_TAMPERINGS=600
[ $# -gt 0 ] || set -- log domain
code=0
for what in "$@"; do
  case $what in
    log) project=Ledger.Log.Tests ;;
    domain) project=Ledger.Domain.Tests ;;
    *) stop "log, domain: $what" ;;
  esac
  (cd "tests/$project" && dotnet stryker --output "$root/artifacts/mutation/$what") || code=1
done
exit "$code"
