#!/usr/bin/env bash
# Writes the endpoints' generated code (src/Ledger.Api/Internal/Generated) anew. With --check it only says whether
# what is there is what the source asks for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/Ledger.Api"
dotnet build --nologo -v q -c Debug 1>&2
rm -rf Internal/Generated
DOTNET_ENVIRONMENT=Development dotnet ../../artifacts/bin/Ledger.Api/debug/Ledger.Api.dll codegen write 1>&2
if [ "${1:-}" = --check ] && [ -n "$(git status --porcelain Internal/Generated)" ]; then
    echo "Internal/Generated is not what the source asks for: run dev/generate.sh and commit it" >&2
    exit 1
fi
