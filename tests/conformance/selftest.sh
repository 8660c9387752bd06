#!/usr/bin/env bash
# Can the judges fail? Breaks good files one way at a time (breakage.py) and asks each judge. Every breakage must be caught by
# the judges named for it there; the unbroken copy must be caught by none. Prints who caught what.
#
#   selftest.sh FILE.pdf …     good files, which together hold a table, a figure, a link and headings of two levels
#
# Exit status: 0 the judges can be trusted, 1 one of them let something pass, 3 a tool is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"
. "$CONFORMANCE/judges.sh"

[ $# -gt 0 ] || { say "usage: selftest.sh FILE.pdf ..."; exit 2; }
need_tools
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

failed=0
"$JUDGE_PYTHON" "$CONFORMANCE/test_judges.py" --quiet || failed=1
"$JUDGE_PYTHON" "$CONFORMANCE/breakage.py" "$work" "$@" >"$work/list" || failed=1
cut -f1 "$work/list" >"$work/files"
mapfile -t files <"$work/files"
judge_structure "${files[@]}" >"$work/structure" || true
judge_standards "${files[@]}" >"$work/standards" || true

# Which judges found fault with a file, each followed by a comma.
caught_by() {
  judge_syntax "$1" >/dev/null || printf 'qpdf,'
  judge_poppler "$1" >/dev/null || printf 'poppler,'
  grep -Fq "FAIL  $1  " "$work/structure" && printf 'structure,'
  grep -F "FAIL  $1  " "$work/standards" | grep -Fq 'ua1 FAIL' && printf 'ua1,'
  grep -F "FAIL  $1  " "$work/standards" | grep -Fq '3a FAIL' && printf '3a,'
  return 0
}

# Every breakage was judged by both batch judges, or silence would look like a pass.
for verdicts in structure standards; do
  judged="$(grep -Ec '^(pass|FAIL)  ' "$work/$verdicts" || true)"
  [ "$judged" = "${#files[@]}" ] || { echo "self-test: $verdicts judged $judged of ${#files[@]} files"; failed=1; }
done

while IFS=$'\t' read -r file wanted what; do
  caught="$(caught_by "$file")"
  verdict=caught
  if [ "$wanted" = nobody ]; then
    [ -z "$caught" ] && verdict=clean || verdict=WRONG
  else
    for judge in ${wanted//,/ }; do
      [[ ",$caught" == *",$judge,"* ]] || verdict=MISSED
    done
  fi
  case "$verdict" in WRONG | MISSED) failed=1 ;; esac
  printf '%-7s %-20s %-60s %s\n' "$verdict" "$(basename "$file" .pdf)" "$what" "${caught:+by ${caught%,}}"
  if [ "$verdict" = MISSED ]; then printf '        should have been caught by %s\n' "$wanted"; fi
done <"$work/list"

# A judge of text: it passes a text that is expected, and notices that another is spoilt. The judge, the text and what is expected of
# it, both of the spoilt pair, and what is wrong with that.
judge_of_text() {
  local judge="$1" text="$2" expected="$3" spoilt="$4" wanted="$5" what="$6"
  "judge_$judge" "$text" "$expected" >/dev/null || { echo "MISSED  $judge: a file does not match its own text"; failed=1; }
  if "judge_$judge" "$spoilt" "$wanted" >/dev/null; then
    echo "MISSED  $judge: $what, and nobody notices"
    failed=1
  else
    printf '%-7s %-20s %-60s %s\n' caught text "$what" "by $judge"
  fi
}

first="$1"
pdftotext -raw "$first" "$work/whole.txt"
awk '!done && NF > 2 { $2 = ""; done = 1 } { print }' "$work/whole.txt" >"$work/short.txt"
judge_of_text text "$first" "$work/whole.txt" "$first" "$work/short.txt" "a word is missing"
pdftotext "$first" "$work/lines.txt"
awk '{ line[NR] = $0 } END { for (n = NR; n > 0; n--) print line[n] }' "$work/lines.txt" >"$work/reversed.txt"
judge_of_text order "$work/lines.txt" "$work/whole.txt" "$work/reversed.txt" "$work/whole.txt" "the lines run backwards"

# A hyphen that searching programs do not know: the words of the first file that has divided ones are no longer found.
"$JUDGE_PYTHON" "$CONFORMANCE/search.py" --self-test "$work" "$@" ${JUDGE_NODE:+--node "$JUDGE_NODE"} || failed=1

if [ "$failed" = 0 ]; then
  echo "self-test: ${#files[@]} copies and the text, every breakage caught"
else
  echo "self-test: FAILED"
fi
exit "$failed"
