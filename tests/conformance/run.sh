#!/usr/bin/env bash
# Holds PDF files against judges that are not ours: veraPDF (PDF/UA-1 and PDF/A-3a), qpdf, poppler; and, for what none of
# them sees, structure.py.
#
#   run.sh FILE.pdf …     judges these files
#
# Exit status: 0 all good, 1 a file is at fault, 3 a tool is missing and could not be installed.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/tools.sh"

faults=0
fault() { printf 'FAIL  %s\n' "$*"; faults=$((faults + 1)); }

# qpdf: syntax, cross references, streams. A warning is a fault.
judge_syntax() {
  local said
  said="$(qpdf --check "$1" 2>&1)" || fault "$1  qpdf: $(printf '%s' "$said" | tail -n 5)"
}

# pdffonts: every font embedded, a subset, and with a way back to Unicode.
judge_fonts() {
  local said bad
  said="$(pdffonts "$1" 2>&1)" || { fault "$1  pdffonts: $said"; return; }
  # name … type … encoding … | emb sub uni | object generation
  bad="$(awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes")' <<<"$said")"
  [ -z "$bad" ] || fault "$1  a font is not embedded, not a subset or without ToUnicode (emb sub uni):"$'\n'"$bad"
  [ "$(wc -l <<<"$said")" -gt 2 ] || fault "$1  has no font, so no text"
}

# pdfinfo: tagged, titled, open; poppler has nothing to complain of on any page.
judge_information() {
  local said line
  said="$(pdfinfo "$1" 2>&1)" || { fault "$1  pdfinfo: $said"; return; }
  for line in 'Tagged: +yes' 'Suspects: +no' 'Title: +[^ ]' 'Encrypted: +no' 'JavaScript: +no' 'Pages: +[1-9]'; do
    grep -Eq "^$line" <<<"$said" || fault "$1  pdfinfo does not say '$line'"
  done
  said="$(pdftotext -raw "$1" /dev/null 2>&1)" || said="pdftotext failed. $said"
  [ -z "$said" ] || fault "$1  pdftotext: $(head -n 5 <<<"$said")"
}

judge_files() {
  local file
  for file in "$@"; do
    judge_syntax "$file"
    judge_fonts "$file"
    judge_information "$file"
  done
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$JUDGE_CLASSPATH" Judge "$@" || faults=$((faults + 1))
}

[ $# -gt 0 ] || { say "usage: run.sh FILE.pdf ..."; exit 2; }
need_tools
judge_files "$@"
if [ "$faults" -gt 0 ]; then
  echo "conformance: FAILED"
  exit 1
fi
echo "conformance: $# files, all good"
