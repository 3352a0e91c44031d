# Sourced by run and test: sets up what the machine lacks, and builds what is out of date.
# Everything it says goes to stderr: stdout belongs to the verb.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

# The same rule as DataFolder.cs.
data_folder() {
  if [ -n "${LEDGER_DATA:-}" ]; then echo "$LEDGER_DATA"
  elif [ "$(uname)" = Darwin ]; then echo "$HOME/Library/Application Support/Ledger"
  else case ${XDG_DATA_HOME:-} in
    /*) echo "$XDG_DATA_HOME/Ledger" ;;
    *) echo "$HOME/.local/share/Ledger" ;;
  esac fi
}

need_dotnet() {
  command -v dotnet >/dev/null ||
    stop "缺少 .NET 10 SDK，请先安装 (the .NET 10 SDK is missing; see https://dotnet.microsoft.com/download)"
  dotnet --list-sdks | grep -q '^10\.' ||
    stop "需要 .NET SDK 10，本机只有 (.NET SDK 10 is needed, found only): $(dotnet --list-sdks | tr '\n' ' ')"
}

# --- Debian packages ---

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

apt_lists() {
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null
}

refresh_apt() {
  say "正在更新软件包目录… (apt-get update)"
  as_root apt-get update -qq </dev/null >&2
}

install() {
  can_install || return 1
  apt_lists || refresh_apt || return 1
  say "正在安装 (apt-get install): $*"
  install_once "$@" || { refresh_apt && install_once "$@"; }
}

install_once() {
  as_root env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

# --- PostgreSQL: where PostgresPrograms.cs looks ---

has_postgres() {
  local folder
  while IFS= read -r folder; do
    if [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then return 0; fi
  done < <(
    printf '%s\n' "${LEDGER_PG_BIN:-}" | sed '/^$/d'
    tr : '\n' <<<"$PATH"
    compgen -G '/usr/lib/postgresql/*/bin'
    compgen -G '/usr/pgsql-*/bin'
    compgen -G '/opt/homebrew/opt/postgresql*/bin'
    compgen -G '/usr/local/opt/postgresql*/bin'
  )
  return 1
}

need_postgres() {
  if has_postgres; then return 0; fi
  if can_install; then keep_debian_from_a_cluster; fi
  if install postgresql && has_postgres; then return 0; fi
  stop "缺少 PostgreSQL，请运行 (PostgreSQL is missing, run): sudo apt-get install -y postgresql   [macOS: brew install postgresql]"
}

# The package would make and start a cluster of its own; the ledger keeps one in its data folder.
keep_debian_from_a_cluster() {
  local settings=/etc/postgresql-common/createcluster.conf
  if [ -e "$settings" ]; then return 0; fi
  as_root mkdir -p "${settings%/*}"
  printf '%s\n' "# Written by the ledger's set-up, which needs PostgreSQL's programs alone." 'create_main_cluster = false' |
    as_root tee "$settings" >/dev/null
}

# --- Fonts of the report ---

fandol=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
wenkai=usr/share/fonts/truetype/lxgw-wenkai

need_fonts() {
  local fonts cache=$root/artifacts/fonts list=$root/dev/fonts.sha256
  fonts=$(data_folder)/fonts
  if have_fonts "$fonts" "$list"; then return 0; fi
  mkdir -p "$(dirname "$(data_folder)")" "$cache"
  (umask 077 && mkdir -p "$fonts")
  take_fonts "$list" "$fonts" "$cache" "/$fandol" "/$wenkai"
  if ! check_fonts "$fonts" "$list"; then
    download_fonts "$list" "$cache"
    take_fonts "$list" "$fonts" "$cache"
  fi
  if check_fonts "$fonts" "$list"; then
    cp "$list" "$fonts/.checked"
  else
    say "公文字体不全，PDF 报告可能无法生成；请运行后重试 (fonts are missing, PDF reports may fail; run this and try again):"
    say "  sudo apt-get update && sudo apt-get install -y texlive-lang-chinese fonts-lxgw-wenkai"
  fi
}

# Cheap: the list they were checked against is still the list, and none is gone.
have_fonts() {
  local name
  cmp -s "$2" "$1/.checked" || return 1
  while read -r _ name; do [ -s "$1/$name" ] || return 1; done <"$2"
}

check_fonts() {
  local name
  while read -r _ name; do is_listed "$1/$name" "$2" || return 1; done <"$2"
}

is_listed() {
  local sum=sha256sum
  command -v "$sum" >/dev/null || sum="shasum -a 256"
  [ -s "$1" ] && grep -qxF "$($sum "$1" | cut -d' ' -f1)  ${1##*/}" "$2"
}

# take_fonts LIST TO FROM…: copies the listed fonts; one with another hash is named and left out.
take_fonts() {
  local list=$1 to=$2 from name
  shift 2
  while read -r _ name; do
    for from in "$@"; do
      if [ ! -s "$from/$name" ]; then continue; fi
      if is_listed "$from/$name" "$list"; then
        cp "$from/$name" "$to/.$name.part" && mv "$to/.$name.part" "$to/$name"
      else
        say "$from/$name: SHA-256 不在 dev/fonts.sha256 中，不予使用 (not a listed hash, left out)"
      fi
    done
  done < <(sort -uk2 "$list")
}

# Once a checkout: a second data folder takes the fonts from the cache.
download_fonts() {
  local list=$1 cache=$2 temp package
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 0
  if ! apt_lists; then { can_install && refresh_apt; } || return 0; fi
  say "正在下载公文字体… (fonts: texlive-lang-chinese fonts-lxgw-wenkai, about 110 MB, once)"
  temp=$(mktemp -d)
  if fetch_packages "$temp" || { can_install && refresh_apt && fetch_packages "$temp"; }; then
    for package in "$temp"/*.deb; do
      dpkg-deb --fsys-tarfile "$package" |
        tar -x -C "$temp" --wildcards "./$fandol/Fandol*" "./$wenkai/LXGWWenKai-Regular.ttf" 2>/dev/null || true
    done
    take_fonts "$list" "$cache" "$temp/$fandol" "$temp/$wenkai"
  fi
  rm -rf "$temp"
}

fetch_packages() {
  (cd "$1" && apt-get download -qq -o APT::Sandbox::User=root texlive-lang-chinese fonts-lxgw-wenkai </dev/null >&2)
}

# --- Build ---

# build STAMP WHAT SOURCE…: a Release build of WHAT, only when a source is newer than the last one.
build() {
  local stamp=$1 what=$2
  shift 2
  bring_up "$stamp" build "$what" -- "$@"
}

# compile_ahead STAMP WHAT SOURCE…: the same, compiled ahead of time into artifacts/ahead, for this machine.
compile_ahead() {
  local stamp=$1 what=$2
  shift 2
  bring_up "$stamp" publish "$what" -o "artifacts/ahead/${what##*/}" \
    --use-current-runtime --self-contained false -p:PublishReadyToRun=true -- "$@"
}

# bring_up STAMP DOTNET-COMMAND… -- SOURCE…
bring_up() {
  local stamp=$root/artifacts/$1.built command=()
  shift
  while [ "$1" != -- ]; do
    command+=("$1")
    shift
  done
  shift
  if is_built "$stamp" "$@"; then return 0; fi
  need_dotnet
  say "正在编译… (building, the first time takes a minute)"
  mkdir -p "$root/artifacts"
  touch "$stamp.begun"
  # No build servers stay behind: they would hold on to the caller's pipes.
  (cd "$root" && dotnet "${command[@]}" -c Release -v quiet -clp:NoSummary --disable-build-servers </dev/null >&2) ||
    stop "编译失败 (the build failed)"
  mv "$stamp.begun" "$stamp"
}

# Folders count as well: their time tells of files that are gone.
is_built() {
  local stamp=$1
  shift
  [ -e "$stamp" ] &&
    [ -z "$(cd "$root" && find "$@" ./*.props global.json .editorconfig BannedSymbols.txt -newer "$stamp" -print -quit)" ]
}
