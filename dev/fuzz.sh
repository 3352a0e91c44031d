#!/usr/bin/env bash
# dev/fuzz.sh service [REQUESTS]   requests drawn from the service's own description, 100 000 unless said otherwise;
#                                  LEDGER_FUZZ_SEED draws others, LEDGER_FUZZ_STORY plays a single story again
# dev/fuzz.sh TARGET [SECONDS]     sentence, sheet, workbook or note under afl-fuzz (coverage-guided); five minutes
# dev/fuzz.sh TARGET FILE          one input again
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_dotnet
what=${1:?service, sentence, sheet, workbook or note}
if [ "$what" = service ]; then
  need_postgres
  need_fonts
  export LEDGER_FUZZ_REQUESTS=${2:-100000}
  build fuzz tests/Ledger.Api.Tests src tests
  exec dotnet "$root/artifacts/bin/Ledger.Api.Tests/release/Ledger.Api.Tests.dll" -noColor -noLogo -class '*.ServiceFuzzTests' -showLiveOutput
fi

program=$root/artifacts/fuzz/bin
if [ ! -e "$program/.instrumented" ] || [ -n "$(find "$root/src" "$root/fuzz/Ledger.Fuzz" -name '*.cs' -newer "$program/.instrumented" -print -quit)" ]; then
  dotnet build "$root/fuzz/Ledger.Fuzz" -c Release -v quiet --nologo >&2
  rm -rf "$program"
  mkdir -p "$root/artifacts/fuzz"
  cp -r "$root/artifacts/bin/Ledger.Fuzz/release" "$program"
  (cd "$root" && dotnet tool restore >&2)
  for part in "Ledger.Domain Ledger.Domain.Sentences" "Ledger.Documents Ledger.Documents.Sheets" "Ledger.Api Ledger.Api.Importing" "Ledger.Log Ledger.Log"; do
    read -r assembly prefix <<<"$part"
    (cd "$root" && dotnet sharpfuzz "$program/$assembly.dll" "$prefix" >&2)
  done
  touch "$program/.instrumented"
fi

if [ -f "${2:-}" ]; then exec dotnet "$program/Ledger.Fuzz.dll" "$what" <"$2"; fi
command -v afl-fuzz >/dev/null || install afl++ || stop "缺少 afl++，请运行 (run): sudo apt-get install -y afl++"
# What runs is dotnet, which afl cannot look into; cores and clock speeds are the machine's own affair.
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
afl-fuzz -i "$root/fuzz/seeds/$what" -o "$root/artifacts/fuzz/$what" -t 10000 -m none -V "${2:-300}" -- dotnet "$program/Ledger.Fuzz.dll" "$what" >"$root/artifacts/fuzz/$what.log" 2>&1 || { tail -n 20 "$root/artifacts/fuzz/$what.log" >&2; exit 1; }
grep -E '^(execs_done|execs_per_sec|corpus_count|saved_crashes|saved_hangs|bitmap_cvg|run_time)' "$root/artifacts/fuzz/$what/default/fuzzer_stats"
