# Sourced by run.sh and selftest.sh, after tools.sh: the judges, each of one file. A judge prints what is wrong and fails.

# qpdf: syntax, cross references, streams. A warning is a fault.
judge_syntax() {
  local said
  said="$(qpdf --check "$1" 2>&1)" && return
  printf 'FAIL  %s  qpdf\n' "$1"
  tail -n 5 <<<"$said" | sed 's/^/      /'
  return 1
}

# poppler: every font embedded, a subset and with a way back to Unicode; the file tagged, titled and open; and nothing to
# complain of on any page.
judge_poppler() {
  local fonts information complaint line found=()
  if fonts="$(pdffonts "$1" 2>&1)"; then
    # name … type … encoding … | emb sub uni | object generation
    while read -r line; do
      found+=("a font is not embedded, not a subset or without ToUnicode: $line")
    done < <(awk 'NR > 2 && ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes")' <<<"$fonts")
    [ "$(wc -l <<<"$fonts")" -gt 2 ] || found+=("there is no font, so no text")
  else
    found+=("pdffonts: $fonts")
  fi
  if information="$(pdfinfo "$1" 2>&1)"; then
    for line in 'Tagged: +yes' 'Suspects: +no' 'Title: +[^ ]' 'Encrypted: +no' 'JavaScript: +no' 'Pages: +[1-9]'; do
      grep -Eq "^$line" <<<"$information" || found+=("pdfinfo does not say '$line'")
    done
  else
    found+=("pdfinfo: $information")
  fi
  complaint="$(pdftotext -raw "$1" /dev/null 2>&1)" || complaint="pdftotext failed. $complaint"
  [ -z "$complaint" ] || found+=("pdftotext: $(head -n 3 <<<"$complaint")")
  [ ${#found[@]} -gt 0 ] || return 0
  printf 'FAIL  %s  poppler\n' "$1"
  printf '      %s\n' "${found[@]}"
  return 1
}

# JSON is what its schema says, and a value of the types that programs in Python and TypeScript make of it. The schema, and any
# number of files.
judge_forms() {
  local failed=0
  "$JUDGE_PYTHON" "$CONFORMANCE/forms.py" "$@" || failed=1
  "$JUDGE_PYTHON" "$CONFORMANCE/models.py" "$@" || failed=1
  [ -z "$JUDGE_NODE" ] || node "$CONFORMANCE/forms.mjs" "$JUDGE_NODE" "$@" || failed=1
  return "$failed"
}

# structure.py: what the tags mean. Takes any number of files.
judge_structure() { "$JUDGE_PYTHON" "$CONFORMANCE/structure.py" "$@"; }

# veraPDF: PDF/UA-1 and PDF/A-3a. Takes any number of files: starting the virtual machine is the dear part.
judge_standards() { java -Xss64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$JUDGE_CLASSPATH" Judge "$@"; }

# arabic.py: the words of an Arabic text come out as they were written.
judge_arabic() { "$JUDGE_PYTHON" "$CONFORMANCE/arabic.py" "$@"; }

# order.py: a viewer that does not know tags reads the lines in order.
judge_order() { "$JUDGE_PYTHON" "$CONFORMANCE/order.py" "$@"; }

# text.py: the text comes out whole and in order.
judge_text() { "$JUDGE_PYTHON" "$CONFORMANCE/text.py" "$@"; }

# search.py: what readers look for is found, divided words too, in four viewers.
judge_search() { "$JUDGE_PYTHON" "$CONFORMANCE/search.py" "$1" "$2" ${JUDGE_NODE:+"$JUDGE_NODE"}; }
