//! The document catalogue, the entry point for readers.

use super::body::ObjectBody;
use super::paint::Painted;
use crate::builder::{NumberStyle, PageLabel};
use crate::syntax::{ObjectWriter, Ref};
use crate::text::LanguageTag;

/// The objects referenced by the catalogue.
pub(crate) struct CatalogParts<'a> {
    pub(crate) structure: Ref,
    pub(crate) outline: Option<Ref>,
    pub(crate) attachments: Vec<(Vec<u8>, Ref)>,
    pub(crate) destinations: Option<Ref>,
    pub(crate) metadata: Ref,
    pub(crate) profile: Ref,
    pub(crate) labels: &'a [(usize, PageLabel)],
    pub(crate) language: &'a LanguageTag,
}

impl CatalogParts<'_> {
    pub(crate) fn write(&self, painted: &Painted, body: &mut ObjectBody) -> Ref {
        body.add(|s| {
            s.raw("<</Type/Catalog/Pages").reference(painted.pages_root());
            s.raw("/Lang").text(self.language.as_str());
            s.raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true");
            s.raw(if self.language.is_right_to_left() { "/Direction/R2L>>" } else { ">>" });
            s.raw("/StructTreeRoot").reference(self.structure);
            s.raw("/Metadata").reference(self.metadata);
            s.raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)");
            s.raw("/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)");
            s.raw("/DestOutputProfile").reference(self.profile).raw(">>]");
            if let Some(outline) = self.outline {
                s.raw("/PageMode/UseOutlines/Outlines").reference(outline);
            }
            self.names(s);
            self.page_labels(s);
            s.raw(">>");
        })
    }

    fn names(&self, s: &mut ObjectWriter) {
        if !self.attachments.is_empty() {
            s.raw("/AF[");
            for (_, id) in &self.attachments {
                s.reference(*id);
            }
            s.raw("]");
        }
        if self.attachments.is_empty() && self.destinations.is_none() {
            return;
        }
        s.raw("/Names<<");
        if let Some(destinations) = self.destinations {
            s.raw("/Dests").reference(destinations);
        }
        if !self.attachments.is_empty() {
            s.raw("/EmbeddedFiles<</Names[");
            for (name, id) in &self.attachments {
                s.string(name).reference(*id);
            }
            s.raw("]>>");
        }
        s.raw(">>");
    }

    /// `/PageLabels` (ISO 32000-1, 12.4.2). Pages before the first label are numbered from 1.
    fn page_labels(&self, s: &mut ObjectWriter) {
        let mut labels: Vec<&(usize, PageLabel)> = self.labels.iter().collect();
        labels.sort_by_key(|(first, _)| *first);
        if labels.is_empty() {
            return;
        }
        s.raw("/PageLabels<</Nums[");
        if labels.first().is_some_and(|(first, _)| *first > 1) {
            s.raw("0<</S/D>>");
        }
        for (i, (first, label)) in labels.iter().enumerate() {
            // Of two labels that start on the same page, the later one applies.
            if labels.get(i + 1).is_some_and(|(next, _)| next == first) {
                continue;
            }
            s.integer(i64::try_from(first.saturating_sub(1)).unwrap_or_default()).raw("<<");
            if let Some(style) = label.style {
                s.raw("/S").name(style_name(style));
            }
            s.text_entry("/P", Some(&label.prefix));
            if label.start > 1 {
                s.raw("/St").integer(i64::from(label.start));
            }
            s.raw(">>");
        }
        s.raw("]>>");
    }
}

const fn style_name(style: NumberStyle) -> &'static [u8] {
    match style {
        NumberStyle::Decimal => b"D",
        NumberStyle::UpperRoman => b"R",
        NumberStyle::LowerRoman => b"r",
        NumberStyle::UpperAlpha => b"A",
        NumberStyle::LowerAlpha => b"a",
    }
}
