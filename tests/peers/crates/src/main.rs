//! takumi-pdf and forme-pdf as programs: `peers NAME LANGUAGE FONTS OUT SOURCE...` makes a file in the folder OUT of every source.
//!
//! What can be kept from one document to the next is kept: fonts, and for takumi pictures.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use takumi_core::Fonts;
use takumi_core::html::{FromHtmlOptions, parse_html};
use takumi_core::resources::font::FontResource;
use takumi_core::resources::image::ImageSource;
use takumi_core::style::{Lang, StyleSheet};
use takumi_pdf::{PageOptions, PdfMetadata, PdfOptions};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, language, fonts, out, sources @ ..] = arguments.as_slice() else {
        return Err("usage: peers takumi|forme LANGUAGE FONTS OUT SOURCE...".into());
    };
    let fonts = faces(Path::new(fonts))?;
    let out = Path::new(out);
    match name.as_str() {
        "takumi" => takumi(Lang::parse(language)?, fonts, out, sources),
        "forme" => forme(fonts, out, sources),
        other => Err(format!("no peer is called {other}").into()),
    }
}

/// The faces of a folder, by name.
fn faces(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    paths.into_iter().map(|path| Ok((stem(&path), fs::read(&path)?))).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn finish(out: &Path, source: &str, pdf: &[u8]) -> Outcome<()> {
    Ok(fs::write(out.join(stem(Path::new(source))).with_extension("pdf"), pdf)?)
}

/// A document of HTML, after what is repeated at the head and at the foot of every page.
fn takumi(language: Lang, faces: Vec<(String, Vec<u8>)>, out: &Path, sources: &[String]) -> Outcome<()> {
    let mut fonts = Fonts::default();
    for (_, data) in faces {
        fonts.register(FontResource::new(data))?;
    }
    let mut kept: HashMap<PathBuf, ImageSource> = HashMap::new();
    for source in sources {
        let folder = Path::new(source).parent().unwrap_or(Path::new("."));
        let text = fs::read_to_string(source)?;
        let parts: Vec<&str> = text.split("<!-- part -->").collect();
        let [header, footer, text] = parts.as_slice() else {
            return Err(format!("{source} has not three parts").into());
        };
        let band = |text: &str| parse_html(text, FromHtmlOptions::default()).map(|html| html.node);
        let html = parse_html(text, FromHtmlOptions::default())?;
        let mut images: HashMap<Arc<str>, ImageSource> = HashMap::new();
        for url in text.split("<img src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let path = folder.join(url);
            let image = match kept.get(&path) {
                Some(image) => image.clone(),
                None => kept.entry(path.clone()).or_insert(ImageSource::from_bytes(&fs::read(&path)?)?).clone(),
            };
            images.insert(url.into(), image);
        }
        let options = PdfOptions::builder()
            .node(html.node)
            .stylesheet(Arc::new(StyleSheet::parse_owned_list_loosy(html.css)))
            .page(PageOptions::A4.with_margin(68.0))
            .header(band(header)?)
            .footer(band(footer)?)
            .metadata(PdfMetadata { title: Some("Monthly Briefing".into()), ..PdfMetadata::default() })
            .images(images)
            .fonts(&fonts)
            .lang(Some(language))
            .outline(true)
            .build();
        finish(out, source, &takumi_pdf::render(options)?)?;
    }
    Ok(())
}

/// A document of JSON, as forme's own program takes it.
fn forme(faces: Vec<(String, Vec<u8>)>, out: &Path, sources: &[String]) -> Outcome<()> {
    let faces: Vec<forme::FontBytes> = faces
        .into_iter()
        .filter_map(|(name, data)| {
            let (family, style) = name.split_once('-')?;
            let weight = if style.starts_with("Bold") { 700 } else { 400 };
            Some(forme::FontBytes { family: family.into(), weight, italic: style.ends_with("Italic"), data })
        })
        .collect();
    for source in sources {
        let document: forme::Document = serde_json::from_str(&fs::read_to_string(source)?)?;
        let (pdf, warnings, _) =
            forme::render_with_options_and_fonts(&document, forme::RenderOptions::default(), faces.clone())?;
        for warning in warnings {
            eprintln!("{source}: {warning}");
        }
        finish(out, source, &pdf)?;
    }
    Ok(())
}
