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
        "<use href=\"other.svg#a\"/>",
        "<use/>",
        "<g id=\"a\"><use href=\"#a\"/></g>",
        "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>",
        "<clipPath id=\"a\"><path d=\"M0 0L50 20L90 0L50 90Z\"/></clipPath><path d=\"M0 0H50V40\" fill=\"none\" stroke=\"red\" clip-path=\"url(#a)\"/>",
        "<clipPath id=\"a\"><path d=\"M0 0L50 20L90 0L50 90Z\"/></clipPath><path d=\"M0 0L50 30L80 0V90Z\" clip-path=\"url(#a)\"/>",
        "<clipPath id=\"a\" clipPathUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\"/></clipPath><path d=\"M0 0H1\" clip-path=\"url(#a)\"/>",
        "<mask id=\"a\"><rect width=\"9\" height=\"9\" fill=\"#fff\"/><rect width=\"5\" height=\"5\"/></mask><path d=\"M0 0L1 1\" mask=\"url(#a)\"/>",
        "<clipPath id=\"a\" clip-path=\"url(#a)\"><rect width=\"9\" height=\"9\"/></clipPath><path d=\"M0 0L1 1\" clip-path=\"url(#a)\"/>",
        "<clipPath id=\"a\"><text>A</text></clipPath><path d=\"M0 0L1 1\" clip-path=\"url(#a)\"/>",
        "<mask id=\"a\"><rect width=\"9\" height=\"9\" fill=\"#888\"/></mask><path d=\"M0 0L1 1\" mask=\"url(#a)\"/>",
        "<path d=\"M0 0L1 1\" clip-path=\"circle(4px)\"/>",
        "<path d=\"M0 0L1 1\" filter=\"url(#a)\"/>",
        "<g marker-end=\"url(#a)\"><path d=\"M0 0L1 1\"/></g>",
        "<g systemLanguage=\"en\"><path d=\"M0 0L1 1\"/></g>",
        "<path style=\"&colour;\" d=\"M0 0L1 1\"/>",
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

/// The `d` of each path.
fn paths(inner: &str) -> Vec<String> {
    let drawing = drawn(inner).unwrap();
    drawing.lines().filter_map(|line| Some(line.split_once(" d=\"")?.1.trim_end_matches("\"/>").to_owned())).collect()
}

#[test]
fn what_is_shown_again_stands_and_looks_as_its_use_says() {
    let shape = "<defs><path id=\"a\" d=\"M0 0H10V10Z\"/></defs>";
    let shown = |uses: &str| {
        let drawing = drawn(&format!("<g fill=\"red\">{shape}</g>{uses}")).unwrap();
        drawing.lines().filter(|line| line.starts_with("<path")).map(str::to_owned).collect::<Vec<_>>()
    };
    let green = "<path fill=\"#00FF00\" d=\"M50 60L150 60L150 160Z\"/>";
    assert_eq!(shown("<use href=\"#a\" x=\"5\" y=\"6\" fill=\"lime\"/>"), [green]);
    assert_eq!(shown("<g fill=\"lime\"><use xlink:href=\"#a\" transform=\"translate(5 6)\"/></g>"), [green]);
    let twice = "<use id=\"b\" href=\"#a\" x=\"5\" fill=\"lime\"/><use href=\"#b\" transform=\"scale(2)\"/>";
    let larger = "<path fill=\"#00FF00\" d=\"M100 0L300 0L300 200Z\"/>";
    assert_eq!(shown(twice), [&green.replace("60L", "0L").replace("160Z", "100Z"), larger]);
}

#[test]
fn a_symbol_is_fitted_into_the_frame_that_shows_it() {
    let symbol = "<symbol id=\"a\" viewBox=\"-5 -5 10 10\"><path d=\"M-5 -5H5V20H-5Z\"/></symbol>";
    assert_eq!(drawn(symbol).unwrap_err(), "the SVG drawing shows nothing");
    let shown = |size: &str| paths(&format!("{symbol}<use href=\"#a\" {size}/>"));
    // What leaves its frame, below, is cut off.
    assert_eq!(shown("x=\"10\" y=\"10\" width=\"20\" height=\"40\""), ["M100 200L300 200L300 500L100 500Z"]);
    assert_eq!(shown("width=\"10%\" height=\"100%\" style=\"height:10px\""), ["M0 0L100 0L100 100L0 100Z"]);
    assert_eq!(drawn(&format!("{symbol}<use href=\"#a\" width=\"0\"/>")).unwrap_err(), "the SVG drawing shows nothing");
}

#[test]
fn a_clip_that_cuts_nothing_is_forgotten() {
    let whole = "<clipPath id=\"a\"><rect width=\"100\" height=\"100\"/></clipPath>";
    // What is beyond the frame is not seen in any case.
    let line = "<path d=\"M-20 5H120\" stroke=\"red\" stroke-width=\"20\"/>";
    assert_eq!(paths(&format!("<g clip-path=\"url(#a)\">{line}</g>{whole}")), ["M-200 50L1200 50"]);
    let round = "<clipPath id=\"a\"><circle cx=\"50\" cy=\"50\" r=\"30\"/></clipPath>";
    let small = "<g clip-path=\"url('#a')\"><path d=\"M40 40H60V60Z\" fill=\"none\" stroke=\"red\"/></g>";
    assert_eq!(paths(&format!("{round}{small}")), ["M400 400L600 400L600 600Z"]);
    // Browsers show what refers to a clip that is not there.
    assert_eq!(paths(small), ["M400 400L600 400L600 600Z"]);
}

#[test]
fn a_clip_may_be_in_fractions_of_what_it_cuts() {
    let half = "<clipPath id=\"a\" clipPathUnits=\"objectBoundingBox\"><rect width=\".5\" height=\"1\"/></clipPath>";
    let shown = |inner: &str| paths(&format!("{half}{inner}"));
    let left = ["M200 100L400 100L400 200L200 200Z"];
    assert_eq!(shown("<rect x=\"20\" y=\"10\" width=\"40\" height=\"10\" clip-path=\"url(#a)\"/>"), left);
    // The box is that of the element, wherever it is moved; of a group, around all of it.
    let moved = "<rect width=\"4\" height=\"1\" transform=\"translate(20 10) scale(10)\" clip-path=\"url(#a)\"/>";
    assert_eq!(shown(moved), left);
    let group =
        "<g clip-path=\"url(#a)\"><path d=\"M20 10h40v10h-40z\"/><g display=\"none\"><path d=\"M0 0H99V99Z\"/></g></g>";
    assert_eq!(shown(group), left);
    let used =
        "<defs><path id=\"b\" d=\"M0 0h40v10h-40z\"/></defs><use href=\"#b\" x=\"20\" y=\"10\" clip-path=\"url(#a)\"/>";
    assert_eq!(shown(used), left);
    let mask = "<mask id=\"m\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\"/>\
                <rect width=\".5\" height=\"1\" fill=\"white\"/></mask>";
    assert_eq!(paths(&format!("{mask}<path d=\"M20 10h40v10h-40z\" mask=\"url(#m)\"/>")), left);
}

#[test]
fn lines_are_cut_as_the_area_that_they_cover() {
    let cut = |line: &str| {
        let clip = "<clipPath id=\"a\"><path d=\"M0 0H50V100H0Z\"/></clipPath>";
        drawn(&format!("{clip}<g fill=\"none\" stroke=\"red\" stroke-width=\"2\" clip-path=\"url(#a)\">{line}</g>"))
            .unwrap()
    };
    let path = |d: &str| format!("<path fill=\"#FF0000\" d=\"{d}\"/>");
    assert!(cut("<path d=\"M10 10H90\"/>").contains(&path("M100 90L500 90L500 110L100 110Z")));
    // Square ends, and a sharp corner.
    let square = cut("<path d=\"M90 10H20V30\" stroke-linecap=\"square\"/>");
    for part in ["M500 110L200 110L200 90L500 90Z", "M210 100L210 300L190 300L190 100Z", "L190 90L"] {
        assert!(square.contains(part), "{part} in {square}");
    }
    // A circle of a line, of which the right half is gone: nothing is right of the cut, and what is left is as wide as the line.
    let ring = cut("<circle cx=\"50\" cy=\"50\" r=\"20\"/>").parse::<Drawing>().unwrap();
    let bounds = clip::Bounds::of(&ring.paths()[0]).unwrap();
    let ((left, top), (width, height)) = bounds.corner_and_size();
    assert!((left - 290.0).abs() < 0.1 && (top - 290.0).abs() < 0.1, "{bounds:?}");
    assert!((width - 210.0).abs() < 0.1 && (height - 420.0).abs() < 0.1, "{bounds:?}");
}

#[test]
fn areas_are_cut_along_their_clip() {
    let cut = |clip: &str, area: &str| {
        paths(&format!("<clipPath id=\"a\">{clip}</clipPath><g clip-path=\"url(#a)\">{area}</g>"))
    };
    let frame = "<rect x=\"20\" y=\"20\" width=\"20\" height=\"20\"/>";
    assert_eq!(cut(frame, "<path d=\"M0 30H90V90H0Z\"/>"), ["M200 300L400 300L400 400L200 400Z"]);
    assert_eq!(cut(frame, "<path d=\"M50 50H90V90H0Z\"/><path d=\"M22 22h9v9\"/>"), ["M220 220L310 220L310 310"]);
    // An outline with dents cuts an area that has none.
    let star = "<path d=\"M0 0L50 20L90 0L50 90Z\" clip-rule=\"evenodd\"/>";
    assert_eq!(cut(star, "<path d=\"M0 0H50V100H0Z\"/>"), ["M0 0L500 200L500 900Z"]);
    // A curve is cut where it crosses.
    let [half] = &cut(frame, "<circle cx=\"20\" cy=\"30\" r=\"5\"/>")[..] else { panic!() };
    assert!(half.contains('C') && !half.contains("150 "), "{half}");
    let masked = "<mask id=\"a\" fill=\"white\"><rect width=\"50\" height=\"50\"/></mask><path mask=\"url(#a)\" d=\"M10 0H90V40H10Z\"/>";
    assert_eq!(paths(masked), ["M100 0L500 0L500 400L100 400Z"]);
}

#[test]
fn sharp_corners_are_as_long_as_the_drawing_says() {
    let corner =
        |says: &str| drawn(&format!("<path d=\"M10 50L50 50L10 58\" fill=\"none\" stroke=\"red\" {says}/>")).unwrap();
    assert!(!corner("").contains("miterlimit") && !corner("stroke-miterlimit=\"0\"").contains("miterlimit"));
    let sharp = corner("style=\"stroke-miterlimit:12\"");
    assert!(sharp.contains(" stroke-width=\"10\" stroke-miterlimit=\"12\" d="), "{sharp}");
    assert_eq!(sharp.parse::<Drawing>().unwrap().to_string(), sharp);
    assert!(!corner("stroke-miterlimit=\"12\" stroke-linejoin=\"round\"").contains("miterlimit"));
    // With them it reaches further.
    let reach = |text: &str| clip::Bounds::of(&text.parse::<Drawing>().unwrap().paths()[0]).unwrap();
    let right = clip::Bounds::new(520.0, 0.0, 1000.0, 1000.0);
    assert!(reach(&sharp).common(right).is_some() && reach(&corner("")).common(right).is_none());
}

#[test]
fn repetition_ends() {
    let mut text = "<g id=\"a0\"/>".to_owned();
    for level in 1..12 {
        let uses = format!("<use href=\"#a{}\"/>", level - 1).repeat(10);
        text.push_str(&format!("<g id=\"a{level}\">{uses}</g>"));
    }
    assert!(drawn(&text).unwrap_err().contains("repeated parts (`use`) without end"));
    let nested =
        |depth: usize| drawn(&format!("{}<path d=\"M0 0H9V9\"/>{}", "<g>".repeat(depth), "</g>".repeat(depth)));
    assert!(nested(250).is_ok());
    assert!(nested(300).unwrap_err().contains("groups within groups"));
    let mut chain = "<path id=\"u0\" d=\"M0 0H9V9\"/>".to_owned();
    for link in 1..300 {
        chain.push_str(&format!("<use id=\"u{link}\" href=\"#u{}\"/>", link - 1));
    }
    assert!(drawn(&chain).unwrap_err().contains("groups within groups"));
    let entity = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>", "x".repeat(100_000));
    let laugh = format!("{entity}<svg viewBox=\"0 0 9 9\"><path d=\"{}\"/></svg>", "&a;".repeat(1000));
    assert!(read(&laugh).unwrap_err().to_string().contains("abbreviations"));
}

#[test]
fn what_is_hidden_or_overruled_is_not_shown() {
    let rect = "<rect width=\"10\" height=\"10\"";
    let shows = |inner: &str| drawn(inner).map(|drawing| drawing.split('"').nth(5).unwrap_or_default().to_owned());
    for nothing in [
        "display=\"none\"",
        "visibility=\"hidden\"",
        "fill=\"none\"",
        "fill-opacity=\"0\" fill=\"red\"",
        "opacity=\"0%\"",
    ] {
        assert_eq!(shows(&format!("{rect} {nothing}/>")).unwrap_err(), "the SVG drawing shows nothing", "{nothing}");
    }
    let seen = |outer: &str, inner: &str| shows(&format!("<g {outer}>{rect} {inner}/></g>")).unwrap();
    assert_eq!(seen("visibility=\"hidden\"", "visibility=\"visible\""), "#000000");
    assert_eq!(seen("display=\"none\" style=\"display:inline\"", ""), "#000000");
    assert_eq!(seen("fill=\"url(#gone)\"", "fill=\"hsl(120, 100%, 50%)\""), "#00FF00");
    assert_eq!(seen("fill=\"Teal\"", "fill=\"inherit\" opacity=\".5\" style=\"opacity:1\""), "#008080");
    let important = "<style>.a { fill: rgb(0%, 0%, 100%) ! important }</style>";
    assert_eq!(shows(&format!("{important}{rect} class=\"a\" style=\"fill: red\"/>")).unwrap(), "#0000FF");
    let entity = "<!DOCTYPE svg [<!ENTITY st0 \"fill:#123456;\">]><svg viewBox=\"0 0 9 9\"><path style=\"&st0;\" d=\"M0 0h9v9\"/></svg>";
    assert!(read(entity).unwrap().to_string().contains("#123456"));
}

#[test]
fn a_compressed_drawing_is_read_like_a_plain_one() {
    use std::io::Write as _;
    let packed = |bytes: &[u8]| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    };
    let normalize = |bytes: &[u8]| crate::picture::normalize(bytes, PROOF);
    let whole = packed(EMBLEM.as_bytes());
    assert_eq!(normalize(&whole), normalize(EMBLEM.as_bytes()));
    assert!(matches!(normalize(&whole[..whole.len() / 2]), Err(PictureError::Damaged(_))));
    assert!(matches!(normalize(&packed(b"text")), Err(PictureError::Foreign(_))));
    let bomb = packed(&vec![b' '; usize::try_from(crate::picture::LARGEST_FILE).unwrap() + 1]);
    assert_eq!(normalize(&bomb), Err(PictureError::TooManyBytes));
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

    #[test]
    fn what_a_frame_cuts_stays_within_it(points in proptest::collection::vec((-50..150_i32, -50..150_i32), 6..20), turned in 0..90) {
        let mut path = String::new();
        for (index, (x, y)) in points.iter().enumerate() {
            path.push_str(&format!("{}{x} {y} ", match index { 0 => "M", 1 | 4 => "C", _ => "" }));
            if index % 3 == 0 && index >= 3 && index + 3 >= points.len() { break; }
        }
        let frame = format!("<clipPath id=\"a\"><rect x=\"20\" y=\"20\" width=\"40\" height=\"40\" transform=\"rotate({turned} 40 40)\"/></clipPath>");
        let inner = format!("{frame}<path clip-path=\"url(#a)\" d=\"{path}\"/>");
        let Ok(drawing) = drawn(&inner) else { return Ok(()) };
        let drawing: Drawing = drawing.parse().unwrap();
        for path in drawing.paths() {
            let bounds = clip::Bounds::of(path).unwrap();
            // A square of 400 units, turned about its middle.
            let reach = 200.0 * 2.0_f64.sqrt() + 0.2;
            prop_assert!(bounds.common(clip::Bounds::new(400.0 - reach, 400.0 - reach, 400.0 + reach, 400.0 + reach)) == Some(bounds));
        }
    }
}
