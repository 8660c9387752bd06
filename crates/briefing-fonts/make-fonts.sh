#!/bin/sh
# Makes every file of `fonts/` again from the packages it came from.
#
#     ./make-fonts.sh [WORK_DIRECTORY]
#
# Needs npm, apt-get, dpkg, python3 with venv. Nothing in the build calls this: the results are committed.
# README.md says what the originals are; fonttools is pinned so that the same bytes come out again.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"

# The originals.
npm pack --silent @expo-google-fonts/roboto@0.4.3 @expo-google-fonts/roboto-condensed@0.4.2 \
    @expo-google-fonts/noto-sans-sc@0.4.3
apt-get download fonts-noto-core=20201225-1
sha256sum -c "$here/originals.sha256"
for package in roboto-0.4.3 roboto-condensed-0.4.2 noto-sans-sc-0.4.3; do
    mkdir -p "$package"
    tar xzf "expo-google-fonts-$package.tgz" -C "$package" --strip-components=1
done
dpkg -x fonts-noto-core_20201225-1_all.deb noto-core
naskh=noto-core/usr/share/fonts/truetype/noto

# The tool.
python3 -m venv venv
venv/bin/pip install --quiet fonttools==4.63.0

# subset FEATURES CHARACTERS ORIGINAL RESULT
#
# Hinting goes, because nothing here is drawn on a coarse screen; every name stays, because the names carry the
# licence. SOURCE_DATE_EPOCH keeps the head table's date out of the clock's hands.
subset() {
    SOURCE_DATE_EPOCH=1767225600 venv/bin/pyftsubset "$3" --output-file="$here/fonts/$4" \
        $2 --layout-features="$1" --no-hinting --notdef-outline --name-IDs='*' --name-languages='*' \
        --drop-tables+=DSIG,gasp,STAT,BASE,vhea,vmtx --no-glyph-names
}

# Latin with its extensions and the combining marks, Cyrillic with its supplement, punctuation, superior and inferior
# figures, currency, letter-like symbols, arrows, mathematical operators, geometric shapes, Latin ligatures.
latin="--unicodes=0020-024F,0259,02B0-036F,0400-052F,1E00-1EFF,2000-206F,2070-209F,20A0-20CF,2100-214F,2150-218F,2190-21FF,2200-22FF,25A0-25FF,FB00-FB06,FFFC-FFFD"
latin_features="kern,mark,mkmk,ccmp,locl,calt,liga,tnum,pnum,lnum,frac,numr,dnom,sups"
roboto=roboto-0.4.3
condensed=roboto-condensed-0.4.2
subset "$latin_features" "$latin" $roboto/400Regular/Roboto_400Regular.ttf Roboto-Regular.ttf
subset "$latin_features" "$latin" $roboto/400Regular_Italic/Roboto_400Regular_Italic.ttf Roboto-Italic.ttf
subset "$latin_features" "$latin" $roboto/700Bold/Roboto_700Bold.ttf Roboto-Bold.ttf
subset "$latin_features" "$latin" $roboto/700Bold_Italic/Roboto_700Bold_Italic.ttf Roboto-BoldItalic.ttf
subset "$latin_features" "$latin" $condensed/300Light/RobotoCondensed_300Light.ttf RobotoCondensed-Light.ttf
subset "$latin_features" "$latin" $condensed/400Regular/RobotoCondensed_400Regular.ttf RobotoCondensed-Regular.ttf
subset "$latin_features" "$latin" $condensed/700Bold/RobotoCondensed_700Bold.ttf RobotoCondensed-Bold.ttf

# Everything Arabic the face has, the joiners and its own space, digits and punctuation.
arabic="--unicodes=0020-007E,00A0,00AB,00BB,0600-06FF,0750-077F,08A0-08FF,2010-2011,200B-200F,25CC,FB50-FDFF,FE70-FEFF"
arabic_features="ccmp,locl,isol,init,medi,fina,rlig,liga,calt,mark,mkmk,tnum"
subset "$arabic_features" "$arabic" $naskh/NotoNaskhArabic-Regular.ttf NotoNaskhArabic-Regular.ttf
subset "$arabic_features" "$arabic" $naskh/NotoNaskhArabic-Bold.ttf NotoNaskhArabic-Bold.ttf

# GB 2312, and all of its neighbours in punctuation and full-width forms; the Latin of the face so that a Chinese
# line can take its digits from it, and the few characters UN names of States need beyond GB 2312, if any.
python3 - > gb2312.txt <<'PYTHON'
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        try:
            print(bytes([row, cell]).decode("gb2312"), end="")
        except UnicodeDecodeError:
            pass
PYTHON
chinese="--text-file=gb2312.txt --unicodes=0020-007E,00A0-00FF,2010-2027,2030-203B,20AC,2190-2193,25A0-25CF,2605-2606,2713,3000-303F,FE30-FE4F,FF00-FFEF"
chinese_features="ccmp,locl,kern,halt,mark"
sc=noto-sans-sc-0.4.3
subset "$chinese_features" "$chinese" $sc/400Regular/NotoSansSC_400Regular.ttf NotoSansSC-Regular.ttf
subset "$chinese_features" "$chinese" $sc/700Bold/NotoSansSC_700Bold.ttf NotoSansSC-Bold.ttf

# What Roboto has not: Latin with all its extensions, the phonetic alphabet, Vietnamese, Greek, Cyrillic with its extensions.
wide="--unicodes=0020-036F,0370-03FF,0400-052F,1AB0-1AFF,1C80-1C8F,1D00-1DFF,1E00-1EFF,1F00-1FFF,2000-206F,2070-209F,20A0-20CF,2C60-2C7F,2DE0-2DFF,A640-A69F,A700-A7FF,AB30-AB6F,FB00-FB06,FE20-FE2F"
wide_features="kern,mark,mkmk,ccmp,locl,calt,liga"
subset "$wide_features" "$wide" $naskh/NotoSans-Regular.ttf NotoSans-Regular.ttf
subset "$wide_features" "$wide" $naskh/NotoSans-Bold.ttf NotoSans-Bold.ttf
subset "$wide_features" "$wide" $naskh/NotoSans-Italic.ttf NotoSans-Italic.ttf

# Hebrew, Thai and Devanagari, whole.
for script in Hebrew Thai Devanagari; do
    for weight in Regular Bold; do
        subset '*' '--unicodes=*' $naskh/NotoSans$script-$weight.ttf NotoSans$script-$weight.ttf
    done
done
