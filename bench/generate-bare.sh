#!/usr/bin/env bash
# Writes the generated code of the bare endpoint (bench/Ledger.Bench.Bare/Internal/Generated) anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/Ledger.Bench.Bare"
dotnet build --nologo -v q -c Debug --disable-build-servers 1>&2
rm -rf Internal/Generated
DOTNET_ENVIRONMENT=Development dotnet ../../artifacts/bin/Ledger.Bench.Bare/debug/Ledger.Bench.Bare.dll codegen write 1>&2
