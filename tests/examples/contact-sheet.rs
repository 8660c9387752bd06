//! Draws every page of every office of the repository, in every language, small and on one sheet: a row an edition.
//!
//! ```sh
//! cargo run -p briefing-tests --release --example contact-sheet -- target/sheet.png [OFFICE [MONTH]]
//! ```
//!
//! What is white, uneven or stranded on a page is seen here before it is read. Look at it before a change of the pages
//! is committed.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;

use briefing_model::Language;
use briefing_office::Disk;
use briefing_tests::{Failure, Issue, chosen, repository};
use hayro::{InterpreterSettings, Pdf, RenderSettings};

/// Pixels to a point: a page of A4 is 220 pixels wide, enough to see a line of text and its place.
const SCALE: f32 = 0.37;

/// Between pages, and between rows, in pixels.
const GAP: usize = 8;

/// Of the ground, so that white paper stands out.
const GROUND: u8 = 0x80;

/// A page in red, green and blue, three bytes a pixel.
struct Thumbnail {
    width: usize,
    pixels: Vec<u8>,
}

impl Thumbnail {
    fn height(&self) -> usize {
        self.pixels.len() / (3 * self.width.max(1))
    }
}

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: contact-sheet FILE.png [OFFICE [MONTH]]")?;
    let (office, month) = (arguments.next(), arguments.next());
    let mut rows = Vec::new();
    for (folder, month) in chosen(office.as_deref(), month.as_deref()) {
        let disk = Disk::open(&repository(folder))?;
        for language in Language::ALL {
            rows.push(thumbnails(Issue::edition(&disk, month, language)?.pdf()?)?);
        }
    }
    write(Path::new(&file), &rows)
}

/// The pages of a file, drawn small.
fn thumbnails(bytes: Vec<u8>) -> Result<Vec<Thumbnail>, Failure> {
    let file = Pdf::new(Arc::new(bytes)).map_err(|error| format!("the renderer refuses the file: {error:?}"))?;
    let scale = RenderSettings { x_scale: SCALE, y_scale: SCALE, width: None, height: None };
    let draw = |page| {
        let drawn = hayro::render(page, &InterpreterSettings::default(), &scale);
        let width = usize::from(drawn.width());
        let pixels = drawn.take_u8().chunks_exact(4).flat_map(on_paper).collect();
        Thumbnail { width, pixels }
    };
    Ok(file.pages().iter().map(draw).collect())
}

/// A pixel, premultiplied by its opacity, on white paper.
fn on_paper(rgba: &[u8]) -> [u8; 3] {
    match *rgba {
        [red, green, blue, alpha] => [red, green, blue].map(|part| part.saturating_add(255 - alpha)),
        _ => [0; 3],
    }
}

/// Puts the rows below each other and writes the sheet.
fn write(file: &Path, rows: &[Vec<Thumbnail>]) -> Result<(), Failure> {
    let width = rows.iter().map(|row| row.iter().map(|page| page.width + GAP).sum::<usize>()).max().unwrap_or(0) + GAP;
    let mut sheet = vec![GROUND; width * GAP * 3];
    for row in rows {
        let height = row.iter().map(Thumbnail::height).max().unwrap_or(0);
        for y in 0..height {
            let start = sheet.len();
            for page in row {
                sheet.extend([GROUND; 3 * GAP]);
                match page.pixels.chunks_exact(3 * page.width.max(1)).nth(y) {
                    Some(line) => sheet.extend(line),
                    None => sheet.resize(sheet.len() + 3 * page.width, GROUND),
                }
            }
            sheet.resize(start + width * 3, GROUND);
        }
        sheet.extend(std::iter::repeat_n(GROUND, width * GAP * 3));
    }
    let height = sheet.len() / (3 * width);
    let mut encoder =
        png::Encoder::new(BufWriter::new(File::create(file)?), u32::try_from(width)?, u32::try_from(height)?);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&sheet)?;
    Ok(())
}
