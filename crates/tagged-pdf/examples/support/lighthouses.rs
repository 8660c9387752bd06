// A small file, for the examples of the documentation: a page with a heading, a picture and a link, a bookmark and an
// attachment.
{
    use skrifa::{FontRef, MetadataProvider, instance::{LocationRef, Size as FontSize}};
    use tagged_pdf::{
        AltText, ArtifactKind, Attachment, Color, Glyph, GlyphRun, HeadingLevel, Image, LanguageTag, Metadata, Orientation,
        PdfBuilder, Point, Rect, Relationship, Size, StructureTree, Tag, Target, Timestamp,
    };

    let mut tree = StructureTree::new();
    let title = tree.element(tree.root(), Tag::Heading(HeadingLevel::H1));
    let title_text = tree.content(title);
    let figure = tree.element(tree.root(), Tag::Figure(AltText::new("A lamp")?));
    let drawing = tree.content(figure);
    let paragraph = tree.element(tree.root(), Tag::Paragraph);
    let link = tree.element(paragraph, Tag::Link);
    let link_text = tree.content(link);

    let issued = Timestamp::new(2025, 4, 30, 0, 0, 0)?;
    let metadata = Metadata::new("Lighthouses", LanguageTag::new("en")?, issued)?.author("The Keeper");
    let mut pdf = PdfBuilder::new(metadata, tree);
    let data = briefing_fonts::faces()[0].data;
    let font = pdf.add_font(data, 0)?;
    let lamp = pdf.add_image(Image::png(include_bytes!("lamp.png"))?);
    pdf.bookmark(None, "Lighthouses", title);
    pdf.attach(Attachment {
        name: "register.csv".into(),
        description: "The register".into(),
        mime: "text/csv".into(),
        relationship: Relationship::Source,
        modified: issued,
        bytes: b"name,lit\nPharos,-280\n".to_vec(),
    });

    let face = FontRef::new(data)?;
    let set = |text: &str, size: f32| {
        let widths = face.glyph_metrics(FontSize::new(size), LocationRef::default());
        let mut x = 0.0;
        let glyphs = text.char_indices().map(|(start, character)| {
            let glyph = face.charmap().map(character).unwrap_or_default();
            let here = x;
            x += widths.advance_width(glyph).unwrap_or_default();
            Glyph { id: glyph.to_u32() as u16, x: here, y: 0.0, text: start..start + character.len_utf8() }
        });
        glyphs.collect::<Vec<_>>()
    };
    let run = |glyphs, text, size, y| GlyphRun {
        font, size, color: Color::BLACK, origin: Point::new(72.0, y), glyphs, text,
    };
    let mut page = pdf.page(Size::A4)?;
    let glyphs = set("Lighthouses", 20.0);
    page.content(title_text, |canvas| canvas.glyphs(&run(&glyphs, "Lighthouses", 20.0, 90.0)))?;
    page.artifact(ArtifactKind::Layout, |canvas| {
        canvas.fill_rect(Rect::new(72.0, 98.0, 451.0, 0.75), Color::rgb(0, 90, 135));
    })?;
    page.content(drawing, |canvas| canvas.image(lamp, Rect::new(72.0, 110.0, 40.0, 20.0), Orientation::Upright))?;
    let glyphs = set("The register", 11.0);
    page.content(link_text, |canvas| canvas.glyphs(&run(&glyphs, "The register", 11.0, 150.0)))?;
    let target = Target::Uri("https://example.org/lighthouses".into());
    page.link(link, &[Rect::new(72.0, 140.0, 62.0, 14.0)], target, &AltText::new("The register of lighthouses")?)?;
    pdf.finish()?
}
