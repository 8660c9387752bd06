#!/usr/bin/env bash
# Holds PDF files against judges that are not ours: veraPDF (PDF/UA-1 and PDF/A-3a), qpdf and poppler; and, for what none of
# them sees, structure.py and text.py. README.md beside this file says more.
#
#   run.sh FILE.pdf …                judges these files
#   run.sh                           makes every document listed below, judges it, and that it is the same bytes each time
#   run.sh --self-test FILE.pdf …    breaks these good files and sees that the judges notice
#
# Exit status: 0 all good, 1 a file is at fault, 2 the call was wrong, 3 a tool is missing and could not be installed.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
. "$CONFORMANCE/judges.sh"

# The documents. Here is the place to add one.

# NAME | what follows `briefing render`; the office folder comes first. Also rendered again elsewhere and compared byte by
# byte. If expected/NAME.txt is there, its text is judged too (running heads and feet: expected/NAME.artifacts.txt).
RENDERED=(
  'unoct-2025-04-en | examples/unoct 2025-04'
  'unoct-2025-04-ar | examples/unoct 2025-04 --lang ar'
  'unoct-2025-04-es | examples/unoct 2025-04 --lang es'
  'unoct-2025-04-fr | examples/unoct 2025-04 --lang fr'
  'unoct-2025-04-ru | examples/unoct 2025-04 --lang ru'
  'unoct-2025-04-zh | examples/unoct 2025-04 --lang zh'
)
# NAME of an example program of the workspace (`cargo run --release --example NAME`) | its arguments. FILE stands for the file
# to write, DIR for a folder, of which every *.pdf is judged.
MADE=(
  'article | FILE'
  'specimens | DIR'
  'stress | DIR'
)

ROOT="$(cd "$CONFORMANCE/../.." && pwd)"
passed=0
failed=0

# Runs a judge and counts its verdict.
judge() {
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

judge_files() {
  local file
  for file in "$@"; do
    judge judge_syntax "$file"
    judge judge_poppler "$file"
  done
  judge judge_structure "$@"
  judge judge_standards "$@"
}

# Builds the binary as `cargo run --release` does, and the examples; finds them, wherever cargo puts them.
need_briefing() {
  local target item name words examples=()
  target="$(cd "$ROOT" && cargo metadata --format-version 1 --no-deps |
    "$JUDGE_PYTHON" -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')"
  for item in "${MADE[@]}"; do
    entry "$item"
    examples+=(--example "$name")
  done
  (cd "$ROOT" && cargo build --release --quiet --bin briefing && cargo build --release --quiet "${examples[@]}") </dev/null
  BRIEFING="$target/release/briefing"
  EXAMPLES="$target/release/examples"
  OUT="$target/conformance"
  rm -rf "$OUT"
  mkdir -p "$OUT"
}

# Reads "NAME | WORDS" into $name and the array $words.
entry() {
  name="${1%% |*}"
  read -ra words <<<"${1#*| }"
}

# Plays a month from a new office to a corrected issue; adds its six files to $files.
play_month() {
  local played="$OUT/played" log="$OUT/make.log"
  mkdir -p "$played"
  (cd "$ROOT" && PLAYED_MONTH="$played" cargo test --quiet -p briefing-cli --test it month::) </dev/null >"$log" 2>&1 ||
    { cat "$log"; say "conformance: the month could not be played"; exit 1; }
  [ "$(ls "$played" | wc -l)" = 6 ] || { say "conformance: the played month has not six files"; exit 1; }
  files+=("$played"/*.pdf)
}

# Makes every document; sets $files.
make_documents() {
  local item name words log="$OUT/make.log"
  files=()
  for item in "${RENDERED[@]}"; do
    entry "$item"
    (cd "$ROOT" && "$BRIEFING" render "${words[@]}" -o "$OUT/$name.pdf") </dev/null >"$log" 2>&1 ||
      { cat "$log"; say "conformance: '$name' could not be rendered"; exit 1; }
    files+=("$OUT/$name.pdf")
  done
  for item in "${MADE[@]}"; do
    entry "$item"
    mkdir -p "$OUT/$name"
    words=("${words[@]/#FILE/$OUT/$name/$name.pdf}")
    words=("${words[@]/#DIR/$OUT/$name}")
    (cd "$ROOT" && "$EXAMPLES/$name" "${words[@]}") </dev/null >"$log" 2>&1 ||
      { cat "$log"; say "conformance: '$name' could not be made"; exit 1; }
    shopt -s nullglob
    local made=("$OUT/$name"/*.pdf)
    shopt -u nullglob
    [ ${#made[@]} -gt 0 ] || { say "conformance: '$name' wrote no PDF file"; exit 1; }
    files+=("${made[@]}")
  done
}

same_bytes() {
  cmp "$1" "$2" || { printf 'FAIL  %s  differs when rendered %s\n' "$1" "$3"; return 1; }
  printf 'pass  %s  the same bytes %s\n' "$1" "$3"
}

# Renders each document again: in another process, from a copy of the folder, and where time zone, language, home, clock
# hints and working folder are different. The same bytes must come out.
judge_identity() {
  local item name words office again="$OUT/again"
  for item in "${RENDERED[@]}"; do
    entry "$item"
    office="$(cd "$ROOT/${words[0]}" && pwd)"
    rm -rf "$again"
    mkdir -p "$again"
    cp -R "$office" "$again/a copy"
    (cd "$ROOT" && "$BRIEFING" render "${words[@]}" -o "$again/process.pdf") </dev/null >/dev/null
    "$BRIEFING" render "$again/a copy" "${words[@]:1}" -o - </dev/null >"$again/copy.pdf"
    (cd / && env -i HOME=/nowhere TZ=Asia/Tokyo LC_ALL=ar_EG.UTF-8 LANG=ru_RU.UTF-8 COLUMNS=20 SOURCE_DATE_EPOCH=1 \
      "$BRIEFING" render "$office" "${words[@]:1}" -o "$again/elsewhere.pdf") </dev/null >/dev/null
    judge same_bytes "$OUT/$name.pdf" "$again/process.pdf" "in another process"
    judge same_bytes "$OUT/$name.pdf" "$again/copy.pdf" "from a copy of the folder, to standard output"
    judge same_bytes "$OUT/$name.pdf" "$again/elsewhere.pdf" "under another time zone, locale and home"
  done
}

# A file carries its own data: `verify` finds it consistent, the edition that `extract` takes out makes the same bytes again,
# and a copy in which one bit was changed is not found consistent.
judge_editions() {
  local item name words data="$OUT/data" file
  rm -rf "$data"
  mkdir -p "$data"
  for item in "${RENDERED[@]}"; do
    entry "$item"
    file="$OUT/$name.pdf"
    judge consistent "$file"
    if "$BRIEFING" extract "$file" </dev/null >"$data/$name.json" &&
      "$BRIEFING" render --from "$data/$name.json" -o "$data/$name.pdf" </dev/null >/dev/null; then
      judge same_bytes "$file" "$data/$name.pdf" "from the edition that it carries"
    else
      printf 'FAIL  %s  its edition cannot be extracted and rendered\n' "$file"
      failed=$((failed + 1))
    fi
    change_byte "$file" "$data/changed.pdf"
    judge found_altered "$data/changed.pdf" "$file"
  done
}

# Texts that go out to translators' tools and come back are the same texts: taken over into a copy of the office without
# translations they make the same export again, and taken over into the office itself they change no file.
judge_exchange() {
  local office="$ROOT/examples/unoct" month=2025-04 data="$OUT/exchange" language tool kind
  rm -rf "$data"
  mkdir -p "$data"
  for language in ar zh fr ru es; do
    for kind in po xlf; do
      "$BRIEFING" translations "$office" "$month" --lang "$language" --export "$data/$language.$kind" </dev/null >/dev/null
    done
    for tool in polib babel translate-toolkit; do judge exchanged "$tool" po; done
    judge exchanged translate-toolkit xlf
    [ -z "$JUDGE_NODE" ] || judge exchanged gettext-parser po
  done
  [ -n "$JUDGE_NODE" ] || echo "skipped  gettext-parser, ajv, TypeScript: $NODE_SKIPPED"
}

# A translators' tool reads a file and writes it anew.
exchange() {
  case "$1" in
    gettext-parser) node "$CONFORMANCE/exchange.mjs" "$JUDGE_NODE" "$2" "$3" ;;
    *) "$JUDGE_PYTHON" "$CONFORMANCE/exchange.py" "$@" ;;
  esac
}

exchanged() {
  local what="$data/$language.$2" back="$data/$1.$2" again="$data/again.$2" log="$data/log"
  rm -rf "$data/copy" "$data/bare" "$again"
  cp -R "$office" "$data/copy"
  cp -R "$office" "$data/bare"
  rm -f "$data/bare"/*."$language".toml "$data/bare"/*/*."$language".toml
  if exchange "$1" "$what" "$back" >"$log" 2>&1 &&
    "$BRIEFING" translations "$data/copy" "$month" --lang "$language" --import "$back" </dev/null >"$log" 2>&1 &&
    diff -r "$office" "$data/copy" >"$log" &&
    "$BRIEFING" translations "$data/bare" "$month" --lang "$language" --import "$back" </dev/null >"$log" 2>&1 &&
    "$BRIEFING" translations "$data/bare" "$month" --lang "$language" --export "$again" </dev/null >"$log" 2>&1 &&
    diff "$what" "$again" >"$log"; then
    printf 'pass  %s  no text changed by %s\n' "$what" "$1"
  else
    printf 'FAIL  %s  after %s:\n' "$what" "$1"
    head -n 20 "$log"
    return 1
  fi
}

# The page of `watch` in a browser, on a copy of the office.
judge_watch() {
  local office="$OUT/watched"
  if [ -z "$JUDGE_BROWSER" ]; then
    echo "skipped  watch: $BROWSER_SKIPPED"
    return 0
  fi
  rm -rf "$office"
  cp -R "$ROOT/examples/unoct" "$office"
  node "$CONFORMANCE/watch.mjs" "$JUDGE_NODE" "$JUDGE_BROWSER" "$BRIEFING" "$office" 2025-04 "$OUT/watch.png" </dev/null
}

# What is written as JSON, held against the schema that the program gives out for it.
judge_json() {
  local item name words form data="$OUT/data" office=examples/unoct editions=()
  for item in "${RENDERED[@]}"; do
    entry "$item"
    [ ! -e "$data/$name.json" ] || editions+=("$data/$name.json")
  done
  for form in edition ledger totals faults translations; do
    "$BRIEFING" schema "$form" </dev/null >"$data/$form.schema.json"
  done
  (
    cd "$ROOT"
    "$BRIEFING" ledger export "$office" --format json >"$data/ledger.json"
    "$BRIEFING" totals "$office" --as-of 2025-04-30 --format json >"$data/totals.json"
    "$BRIEFING" check "$office" --format json >"$data/faults.json"
    "$BRIEFING" translations "$office" 2025-04 --format json >"$data/translations.json"
  ) </dev/null 2>/dev/null
  judge judge_forms "$data/edition.schema.json" "${editions[@]}"
  for form in ledger totals faults translations; do
    judge judge_forms "$data/$form.schema.json" "$data/$form.json"
  done
}

consistent() {
  local said
  if said="$("$BRIEFING" verify "$1" </dev/null 2>&1)" && [ "${said%%$'\n'*}" = consistent ]; then
    printf 'pass  %s  verify: consistent\n' "$1"
  else
    printf 'FAIL  %s  verify: %s\n' "$1" "$said"
    return 1
  fi
}

# Flips one bit in the middle of the file $1 into $2.
change_byte() {
  "$JUDGE_PYTHON" -c '
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)' "$1" "$2"
}

# It must say what was altered: that it failed is not enough, since a program that cannot even start fails too.
found_altered() {
  local said status=0
  said="$("$BRIEFING" verify "$1" </dev/null 2>&1)" || status=$?
  if [ "$status" = 1 ] && [ "${said%%$'\n'*}" = altered ]; then
    printf 'pass  %s  verify finds a changed bit\n' "$2"
  else
    printf 'FAIL  %s  verify of a copy with a changed bit, status %s: %s\n' "$2" "$status" "$said"
    return 1
  fi
}

judge_texts() {
  local item name words expected
  for item in "${RENDERED[@]}"; do
    entry "$item"
    expected=("$CONFORMANCE/expected/$name.txt")
    [ -e "${expected[0]}" ] || { echo "note  $name: there is no expected/$name.txt, so its text is not judged"; continue; }
    [ ! -e "$CONFORMANCE/expected/$name.artifacts.txt" ] || expected+=("$CONFORMANCE/expected/$name.artifacts.txt")
    case "$name" in
      # `pdftotext -raw` turns ligatures of Arabic round, so other ways of taking the text out are judged.
      *-ar) judge judge_arabic "$OUT/$name.pdf" "${expected[@]}" ;;
      *) judge judge_text "$OUT/$name.pdf" "${expected[@]}" ;;
    esac
    judge judge_order "$OUT/$name.pdf" "${expected[0]}"
    # Of Chinese no word is divided by a hyphen, and Arabic has judges of its own.
    case "$name" in *-ar | *-zh) ;; *) judge judge_search "$OUT/$name.pdf" "${expected[0]}" ;; esac
  done
}

case "${1-}" in
  --self-test) shift; exec "$CONFORMANCE/selftest.sh" "$@" ;;
  -*) say "usage: run.sh [FILE.pdf ...] | run.sh --self-test FILE.pdf ..."; exit 2 ;;
esac
need_tools
if [ $# -gt 0 ]; then
  judge_files "$@"
else
  need_briefing
  make_documents
  play_month
  judge_files "${files[@]}"
  judge_texts
  judge_identity
  judge_editions
  judge_exchange
  judge_json
  judge judge_watch
  judge "$CONFORMANCE/selftest.sh" "${files[@]}"
fi
echo "conformance: $passed passed, $failed failed"
[ "$failed" = 0 ]
