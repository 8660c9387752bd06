#!/usr/bin/env bash
# Runs every fuzz target for a time, two at once, and says how each did.
#
#   tests/fuzz/run.sh SECONDS [TARGET …]     so many seconds for each target; default: all targets
#
# What is found stays in tests/fuzz/corpus and is minimized at the end; what crashes, hangs or takes too much memory goes to
# tests/fuzz/artifacts. JOBS targets run at once (default: 2), built into FUZZ_BUILD (default: tests/fuzz/target). The last line of
# each target says: runs, runs a second, the most memory in MB, units slower than SLOW seconds, finds. Exit status: 0 nothing found,
# 1 something was found, 2 usage error.
# Needs a nightly compiler, a C++ compiler and cargo-fuzz.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

case "${1-}" in
  '' | *[!0-9]*) sed -n 's/^# \{0,1\}//; 4p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
seconds="$1"
shift
all=(read parts edition folder exchange text font workbook)
[ $# -gt 0 ] || set -- "${all[@]}"
fuzz=tests/fuzz
built="${FUZZ_BUILD:-$fuzz/target}"
# A unit that takes longer is kept as slow; one that takes ten times as long is a find. Sanitizers make all of it several times slower.
SLOW=2
MEMORY_MB=2048

cargo run --quiet -p briefing-tests --example fuzz-seeds
cargo +nightly fuzz build --fuzz-dir "$fuzz" --target-dir "$built"
programs="$built/$(rustc +nightly --print host-tuple)/release"

# Fuzzes one target, then minimizes its corpus; what libFuzzer says goes to a log, the figures to standard output.
fuzz() {
  local target="$1" corpus="$fuzz/corpus/$1" found="$fuzz/artifacts/$1" log="$fuzz/artifacts/$1.log" folders options=()
  mkdir -p "$corpus" "$found"
  folders=("$corpus")
  [ ! -d "$fuzz/seeds/$target" ] || folders+=("$fuzz/seeds/$target")
  [ ! -e "$fuzz/dictionaries/$target.txt" ] || options+=("-dict=$fuzz/dictionaries/$target.txt")
  options+=("-rss_limit_mb=$MEMORY_MB" "-report_slow_units=$SLOW" "-timeout=$((SLOW * 10))" "-artifact_prefix=$found/")
  local before least="$corpus.least"
  before="$(find "$found" -type f | wc -l)"
  # A find ends libFuzzer; the time that is left is spent on looking for the next.
  local end=$((SECONDS + seconds))
  : >"$log"
  while [ "$SECONDS" -lt "$end" ]; do
    local status=0
    "$programs/$target" "${folders[@]}" "${options[@]}" "-max_total_time=$((end - SECONDS))" -print_final_stats=1 >>"$log" 2>&1 ||
      status=$?
    # libFuzzer's own status for an interruption is 72; from 129 on, a signal ended it.
    if [ "$status" = 72 ] || [ "$status" -gt 128 ]; then
      printf '%-9s interrupted: see %s\n' "$target" "$log"
      return 255
    fi
  done
  rm -rf "$least"
  mkdir -p "$least"
  "$programs/$target" -merge=1 "$least" "$corpus" "-rss_limit_mb=$MEMORY_MB" "-artifact_prefix=$found/merge-" >>"$log" 2>&1 &&
    rm -rf "$corpus" && mv "$least" "$corpus"
  awk -v target="$target" -v seconds="$seconds" -v found="$(($(find "$found" -type f ! -name 'slow-unit-*' | wc -l)))" \
    -v slow="$(find "$found" -type f -name 'slow-unit-*' | wc -l)" -v corpus="$(find "$corpus" -type f | wc -l)" '
    $1 == "stat::number_of_executed_units:" { runs += $2 }
    $1 == "stat::peak_rss_mb:" && $2 > memory { memory = $2 }
    END { printf "%-9s %9d runs %7.1f/s %6d MB %3d slow %3d finds %5d files kept\n", target, runs, runs / seconds, memory, slow, found, corpus }
  ' "$log"
  [ "$(find "$found" -type f ! -name 'slow-unit-*' | wc -l)" = 0 ] || [ "$(find "$found" -type f | wc -l)" = "$before" ]
}
export -f fuzz
export fuzz seconds programs SLOW MEMORY_MB

printf '%s\n' "$@" | xargs -P "${JOBS:-2}" -I '{}' bash -euo pipefail -c 'fuzz {}' || {
  # xargs says 124 where a target asked to stop.
  if [ $? = 124 ]; then echo "interrupted: the other targets were not run"; else echo "something was found: see $fuzz/artifacts"; fi
  exit 1
}
