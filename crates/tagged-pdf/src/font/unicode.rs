//! `/ToUnicode`: the text for which the glyphs of a subset stand (ISO 32000-1, 9.10.3).

use std::fmt::Write as _;

const HEAD: &str = "/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
";

const TAIL: &str = "endcmap
CMapName currentdict /CMap defineresource pop
end
end";

/// The largest number of entries per block.
const BLOCK: usize = 100;

/// The character map of a subset, from pairs of a glyph and its text.
pub(crate) fn character_map(glyphs: &[(u16, &str)]) -> Vec<u8> {
    let mut map = String::with_capacity(HEAD.len() + TAIL.len() + glyphs.len() * 16);
    map.push_str(HEAD);
    for block in glyphs.chunks(BLOCK) {
        // Writing to a string cannot fail.
        let _ = writeln!(map, "{} beginbfchar", block.len());
        for (glyph, text) in block {
            let _ = write!(map, "<{glyph:04X}><");
            for unit in text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str(TAIL);
    map.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_hold_a_hundred_entries_and_text_is_utf_16() {
        let glyphs: Vec<(u16, &str)> = (1..=101).map(|g| (g, "a")).chain([(500, "😀ffi")]).collect();
        let map = String::from_utf8(character_map(&glyphs)).unwrap();
        assert!(map.contains("\n100 beginbfchar\n<0001><0061>\n"));
        assert!(map.contains("\n2 beginbfchar\n<0065><0061>\n<01F4><D83DDE00006600660069>\nendbfchar\n"));
    }
}
