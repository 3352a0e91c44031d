#!/usr/bin/env bash
# Writes src/Ledger.Api/Access/common-passwords.txt.gz anew: the list of common passwords of @zxcvbn-ts/language-common
# (MIT, see the licence beside it), those of four signs and more, sorted.
set -euo pipefail
version=4.1.3
to=$(cd "$(dirname "${BASH_SOURCE[0]}")/../src/Ledger.Api/Access" && pwd)
at=$(mktemp -d)
trap 'rm -rf "$at"' EXIT
cd "$at"
npm pack --silent "@zxcvbn-ts/language-common@$version" >&2
tar xzf ./*.tgz
node -e 'for (const p of require("./package/src/passwords.json").filter(p => p.length >= 4).sort()) console.log(p)' | gzip -9n >"$to/common-passwords.txt.gz"
cp package/LICENSE.txt "$to/common-passwords.LICENSE.txt"
