use proptest::prelude::*;

use super::*;
use crate::picture::tests::PROOF;

/// An emblem as a drawing program exports it: a style sheet, groups, every kind of shape, and what editors keep for themselves.
const EMBLEM: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<!-- Exported -->
<svg xmlns="&ns_svg;" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 200 100" width="50mm">
  <metadata><rdf>Somebody's name</rdf></metadata>
  <inkscape:view zoom="2"><path d="M0 0L9 9"/></inkscape:view>
  <defs><style>/* colours */ .sea { fill: #0a2342 } .sea, .line { stroke-width: 2px }
    #top { fill: rgb(10, 20, 30) !important; } circle { fill: none; stroke: currentColor; }</style>
    <linearGradient id="unused"/></defs>
  <switch><foreignObject requiredExtensions="x"><i/></foreignObject>
  <g transform="translate(10 5) scale(2)" color="#00f">
    <rect class="sea" x="1" y="2" width="10" height="5" rx="1"/>
    <circle cx="5" cy="5" r="4"/>
    <path id="top" d="M0,0h10v10q5 5 0-10zl1 1" style="fill-rule: evenodd"/>
  </g></switch>
  <ellipse cx="50%" cy="50" rx="10" ry="5" fill="none" stroke="red" stroke-linecap="round" stroke-linejoin="bevel"/>
  <polygon points="0,0 10,0 10,10" fill-opacity="1"/>
  <polyline points="0,0 10,0 10,10" fill="none" stroke="#123"/>
  <line x1="0" y1="0" x2="200" y2="100" stroke="black" stroke-width="1pt"/>
  <g display="none"><text>unseen</text></g>
  <path d="M1 1L2 2" opacity="0"/>
</svg>
"##;

fn drawn(inner: &str) -> Result<String, String> {
    let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">{inner}</svg>");
    read(&text).map(|drawing| drawing.to_string()).map_err(|error| error.to_string())
}

#[test]
fn an_emblem_becomes_plain_paths() {
    let drawing = read(EMBLEM).unwrap();
    assert_eq!(drawing.size(), (1000, 500));
    insta::assert_snapshot!(drawing.to_string());
}

#[test]
fn what_is_printed_is_read_again_and_stays_as_it_is() {
    let first = crate::picture::normalize(EMBLEM.as_bytes(), PROOF).unwrap();
    assert_eq!((first.media, first.width, first.height), (Media::Svg, 1000, 500));
    assert_eq!(Drawing::from_bytes(&first.bytes).unwrap().to_string().as_bytes(), first.bytes);
    let again = crate::picture::normalize(&first.bytes, PROOF).unwrap();
    assert_eq!(first, again);
}

#[test]
fn what_plain_paths_cannot_show_is_refused_by_name() {
    let refused = [
        "<text>UNOCT</text>",
        "<image href=\"a.png\"/>",
        "<use href=\"#a\"/>",
        "<path d=\"M0 0L1 1L2 0Z\" fill=\"url(#a)\"/>",
        "<g opacity=\".5\"><path d=\"M0 0L1 1L2 0Z\"/></g>",
        "<path d=\"M0 0L1 1L2 0Z\" fill=\"rgba(0, 0, 0, 0.5)\"/>",
        "<g clip-path=\"url(#a)\"><path d=\"M0 0L1 1\"/></g>",
        "<path d=\"M0 0L1 1\" stroke=\"red\" stroke-dasharray=\"2 1\"/>",
        "<path transform=\"scale(1 3)\" d=\"M0 0L1 1\" stroke=\"red\"/>",
        "<path d=\"M0 0L1 1\" fill=\"nocolour\"/>",
        "<path d=\"M0 0 nonsense\"/>",
        "<style>g > path { fill: red }</style><path d=\"M0 0L1 1\"/>",
        "<style>@media print { path { fill: red } }</style><path d=\"M0 0L1 1\"/>",
        "<animate/>",
        "<rect width=\"1em\" height=\"2\"/>",
        "<path d=\"M0 0L1 1\"",
        "<g>",
        "",
    ];
    let messages = refused.map(|inner| format!("{inner}\n    {}", drawn(inner).unwrap_err()));
    insta::assert_snapshot!(messages.join("\n"));
    for text in ["<svg/>", "<svg viewBox=\"0 0 0 5\"/>", "<svg width=\"100%\"/>", "<svg", "\u{feff}<svg viewBox='1'/>"]
    {
        assert!(read(text.trim_start_matches('\u{feff}')).is_err(), "{text}");
    }
}

#[test]
fn colours_come_from_where_they_count_most() {
    let fill = |inner: &str| drawn(inner).unwrap().split('"').nth(5).unwrap().to_owned();
    let shape = "width=\"5\" height=\"5\"";
    assert_eq!(fill(&format!("<rect {shape}/>")), "#000000");
    assert_eq!(fill(&format!("<g fill=\"red\"><rect {shape}/></g>")), "#FF0000");
    assert_eq!(fill(&format!("<style>.a{{fill:lime}}</style><rect class=\"b a\" fill=\"red\" {shape}/>")), "#00FF00");
    assert_eq!(fill(&format!("<rect id=\"x\" {shape}/><style>#x{{fill:blue}}rect{{fill:lime}}</style>")), "#0000FF");
    assert_eq!(fill(&format!("<rect style=\"fill:blue\" fill=\"red\" {shape}/>")), "#0000FF");
    assert_eq!(fill(&format!("<g color=\"#123456\"><rect fill=\"currentColor\" {shape}/></g>")), "#123456");
}

proptest! {
    #[test]
    fn no_damage_makes_it_stumble(at in 0..EMBLEM.len(), with in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = EMBLEM.as_bytes().to_vec();
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        if let Ok(normalized) = crate::picture::normalize(&bytes, PROOF) {
            prop_assert!(Drawing::from_bytes(&normalized.bytes).is_ok());
        }
    }
}
