#!/usr/bin/env bash
# Takes the pictures in docs/images anew, of the invented sample year: pages in Debian's Chromium, the report by pdftoppm.
# With a folder as argument they go there instead.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_dotnet
need_postgres
need_fonts
command -v chromium >/dev/null && command -v pdftoppm >/dev/null || install chromium poppler-utils
# Without its Chinese texts, and the wish for them, Chromium writes dates as 04/24/2023 whatever the page's language is.
export LANGUAGE=zh_CN
[ -e /usr/lib/chromium/locales/zh-CN.pak ] || install chromium-l10n
export LEDGER_PICTURES=${1:-$root/docs/images}
mkdir -p "$LEDGER_PICTURES"
build pictures tests/Ledger.Api.Tests src tests
dotnet "$root/artifacts/bin/Ledger.Api.Tests/release/Ledger.Api.Tests.dll" -noColor -noLogo -class '*.Pictures' -explicit only >&2
# Pages are pictured that no text shows; they were to be looked at, and stay only where somebody asked for them.
[ $# -eq 0 ] || exit 0
for picture in "$LEDGER_PICTURES"/*.png; do
  grep -rqs "$(basename "$picture")" "$root"/README*.md "$root"/docs/*.md "$root"/src/*/README.md || rm "$picture"
done
