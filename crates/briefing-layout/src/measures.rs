//! The measures of the page, all in one place.
//!
//! Lengths are points, 72 to the inch; shares state what they are shares of. Each measure has its reason; most were chosen by looking at
//! pages of the offices in the repository, in six languages and on both paper sizes.
//!
//! Two tests notice a wrong measure: `tests/tests/it/pictures` compares every page of the example with a page that somebody has inspected,
//! and sees a line that moved by two points; `specimens_are_laid_out_as_before` (`src/tests`) compares documents made up for what the
//! example does not contain: limits, drafts, names too long, thin pens. If a measure must also obey a rule, its group names the test of the
//! rule. Weights, which decide where a page ends, are in [`weights`](crate::weights).

/// The paper and the area left on it: `nothing_leaves_the_page`, `columns_are_filled`.
pub(crate) mod page {
    use briefing_model::Paper;

    /// Width and height of the paper in points: ISO 216, and eight and a half by eleven inches.
    pub(crate) const fn size(paper: Paper) -> (f32, f32) {
        match paper {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }

    /// From the edge of the paper to the text on both sides: 16 mm, which every office printer can print.
    pub(crate) const MARGIN: f32 = 45.0;
    /// The width of text in a single column: beside its date, a line has some 75 letters.
    pub(crate) const SINGLE: f32 = 400.0;
    /// The gutter between the two columns: more than twice a line's leading would separate them too far, less would make them run together.
    pub(crate) const GUTTER: f32 = 23.0;
    /// From the top edge to the text of a page without the title band, below a running head of two lines.
    pub(crate) const TOP: f32 = 66.0;
    /// From the bottom edge to the last line of text, above a foot of two lines and a disclaimer.
    pub(crate) const BOTTOM: f32 = 56.0;
    /// From the title band to the text: the month's label extends 20 points below the band.
    pub(crate) const BELOW_BAND: f32 = 30.0;
}

/// Sizes and leadings of type: `no_text_stands_on_other_text_or_on_a_picture`, `lines_side_by_side_share_their_baselines`.
pub(crate) mod type_sizes {
    /// Running text: at a column's width, about 55 letters a line.
    pub(crate) const BODY: (f32, f32) = (9.0, 13.0);
    /// Headings of level 2, the largest words in the columns.
    pub(crate) const SECTION: (f32, f32) = (16.0, 18.0);
    /// Headings of level 3: bold, and little larger than the text they head.
    pub(crate) const UNIT: (f32, f32) = (11.0, 13.6);
    /// Headings of items, with the leading of the lines beside them, so that text stays on its grid.
    pub(crate) const ITEM: (f32, f32) = (11.0, 13.0);
    /// Lists and cells: a little smaller than running text, since their lines are short.
    pub(crate) const COMPACT: (f32, f32) = (8.6, 12.2);
    /// Captions and notes.
    pub(crate) const SMALL: (f32, f32) = (7.6, 10.4);
    /// Running heads and feet, and the smallest words of charts: no type on the page is smaller by design.
    pub(crate) const TINY: (f32, f32) = (7.0, 9.2);
    /// Factors of size and leading for Arabic: Naskh letters are small on the em, their marks high and deep.
    pub(crate) const ARABIC: (f32, f32) = (1.18, 1.28);
    /// Factors of size and leading for Chinese: full-width characters fill their square, so lines need more white between them.
    pub(crate) const CHINESE: (f32, f32) = (1.02, 1.14);
    /// The largest distance between the baselines of a text, as a share of its size. Poppler, and with it Evince, Okular and `pdftotext`,
    /// joins lines into a text up to one and a half times their size; beyond that, it reads two columns across the gutter
    /// (`tests/conformance` reads every page with poppler).
    pub(crate) const FURTHEST_APART: f32 = 1.45;
    /// Added to a text's natural width when it is set in that width: sums of advances differ in their last digits, which must not push a
    /// word to a second line.
    pub(crate) const SAME_WIDTH: f32 = 0.5;
}

/// The title band of the first page. Its lines shrink rather than leave it: `nothing_leaves_the_page`, with made-up offices with long names
/// (`tests/tests/it/any_office.rs`).
pub(crate) mod title {
    /// The height of the band: the office, the name of the briefing, and half of the month's label.
    pub(crate) const BAND: f32 = 138.0;
    /// The stripe below the band.
    pub(crate) const STRIPE: f32 = 4.0;
    /// The office's name above the title: size and leading.
    pub(crate) const KICKER: (f32, f32) = (13.0, 16.0);
    /// The foot of the office's name; a longer one takes more lines, upwards.
    pub(crate) const KICKER_FOOT: f32 = 49.0;
    /// The least distance of the office's name from the edge of the paper.
    pub(crate) const KICKER_TOP: f32 = 8.0;
    /// The smallest share of its size to which the office's name shrinks before it takes a second line.
    pub(crate) const KICKER_LEAST: f32 = 0.65;
    /// The name of the briefing, the largest words of all: size and leading.
    pub(crate) const NAME: (f32, f32) = (43.0, 48.0);
    /// The top of the briefing's name.
    pub(crate) const NAME_TOP: f32 = 52.0;
    /// The share of the measure that the name takes, so that the globe behind it remains visible.
    pub(crate) const NAME_WIDTH: f32 = 0.8;
    /// The smallest share of its size to which the name shrinks: at three tenths, it is still as large as a heading.
    pub(crate) const NAME_LEAST: f32 = 0.3;
    /// The smallest share of its size at which a name stays on one line. A longer one takes up to `MOST_LINES`, at the largest size that
    /// fits, found by trying smaller ones in steps.
    pub(crate) const ONE_LINE: f32 = 0.75;
    pub(crate) const MOST_LINES: usize = 3;
    pub(crate) const STEP: f32 = 0.97;
    /// The brightness of the office's name on the ink: the share of white in the accent.
    pub(crate) const KICKER_BRIGHT: f32 = 0.62;
    /// The month's label: size and leading of its words.
    pub(crate) const MONTH: (f32, f32) = (19.0, 24.0);
    /// The height of the label, and how far it extends up into the band.
    pub(crate) const LABEL: (f32, f32) = (36.0, 16.0);
    /// From the label's edges to its words, at the sides and at the top.
    pub(crate) const LABEL_PAD: (f32, f32) = (16.0, 6.0);
    /// The globe's centre, from the right edge of the paper and below the band, so that it rises behind the title.
    pub(crate) const GLOBE: (f32, f32) = (118.0, 34.0);
    /// The globe's radius: its pole is just outside the band.
    pub(crate) const GLOBE_RADIUS: f32 = 168.0;
    /// The distance the globe keeps from the words, for which it moves towards the edge of the paper; and how far its centre may go beyond
    /// that edge, as a share of its radius, before it is omitted: a narrower sliver does not look like a globe.
    pub(crate) const GLOBE_CLEAR: f32 = 24.0;
    pub(crate) const GLOBE_BEYOND: f32 = 0.8;
    /// Words that had to shrink are set slightly smaller than computed, so that rounding cannot break their line.
    pub(crate) const SHRUNK: f32 = 0.995;
    /// Leading shrinks with the words down to this share; below it, lines of two sizes would be at odd distances.
    pub(crate) const LEADING_LEAST: f32 = 0.85;
}

/// The head and type of a journal: a title between rules, with words wider and smaller than in a band.
pub(crate) mod journal {
    /// How far down the lower rules reach.
    pub(crate) const BAND: f32 = 112.0;
    /// The heavy rule above and the two thin ones below: their positions, and the distance between the thin ones.
    pub(crate) const RULES: (f32, f32, f32) = (30.0, 108.0, 2.6);
    /// The top of the office's name.
    pub(crate) const KICKER_TOP: f32 = 37.0;
    /// The office's name: size and leading.
    pub(crate) const KICKER: (f32, f32) = (10.0, 12.0);
    /// The name of the briefing: size and leading.
    pub(crate) const NAME: (f32, f32) = (34.0, 40.0);
    /// The foot of the briefing's name and of the month.
    pub(crate) const NAME_FOOT: f32 = 103.0;
    /// The month: size and leading, which place it on the line of the name.
    pub(crate) const MONTH: (f32, f32) = (17.0, 30.0);
    /// White between the name and the month.
    pub(crate) const APART: f32 = 20.0;
    /// Headings of level 2. The leading of all headings keeps text on its grid.
    pub(crate) const SECTION: (f32, f32) = (13.5, 18.0);
    /// Headings of level 3.
    pub(crate) const UNIT: (f32, f32) = (9.8, 13.6);
    /// Headings of items.
    pub(crate) const ITEM: (f32, f32) = (9.6, 13.0);
}

/// The head of a poster: the month, in large type on the accent.
pub(crate) mod poster {
    /// The height of the band.
    pub(crate) const BAND: f32 = 150.0;
    /// The stripe of ink at its foot.
    pub(crate) const STRIPE: f32 = 7.0;
    /// The top of the office's name, and of the briefing's.
    pub(crate) const TOPS: (f32, f32) = (26.0, 43.0);
    /// The least white above the office's name if it takes several lines: printers leave the edge of the paper blank.
    pub(crate) const TOP_LEAST: f32 = 17.0;
    /// White between the two names.
    pub(crate) const APART: f32 = 2.0;
    /// The office's name: size and leading.
    pub(crate) const KICKER: (f32, f32) = (12.0, 15.0);
    /// The name of the briefing: size and leading.
    pub(crate) const NAME: (f32, f32) = (19.0, 24.0);
    /// The month: size and leading.
    pub(crate) const MONTH: (f32, f32) = (52.0, 56.0);
    /// The foot of the month, and in Arabic, whose deep letters and their dots stay clear of the stripe.
    pub(crate) const MONTH_FOOT: (f32, f32) = (134.0, 124.0);
    /// The smallest share of its size to which the month shrinks.
    pub(crate) const MONTH_LEAST: f32 = 0.3;
    /// The bar above a heading of level 2: as thick as the strokes of the month.
    pub(crate) const RULE: f32 = 5.0;
}

/// An office's emblem at the start of the title.
pub(crate) mod emblem {
    /// The area into which it is fitted: as tall as the office's name and that of the briefing together.
    pub(crate) const ROOM: (f32, f32) = (110.0, 66.0);
    /// The white around it on a dark ground: emblems are made for white paper, and their colours cannot be changed.
    pub(crate) const PAD: f32 = 7.0;
    /// White between it and the words.
    pub(crate) const BESIDE: f32 = 16.0;
    /// Its vertical centre in a band, a journal and a poster: that of the words beside it.
    pub(crate) const MIDDLE: (f32, f32, f32) = (66.5, 69.5, 80.0);
}

/// The globe in the title band and in a tall closing band.
pub(crate) mod globe {
    /// The width of its lines, and the share of ink in their colour: a drawing behind words must not compete with them.
    pub(crate) const PEN: (f32, f32) = (0.7, 0.42);
    /// The least contrast of its lines with the ink: just visible.
    pub(crate) const SEEN: f64 = 1.3;
    /// The distance at which its lines end above the foot of their area: half a screen pixel.
    pub(crate) const WITHIN: f32 = 0.4;
}

/// Running heads and feet: `no_text_stands_on_other_text_or_on_a_picture`.
pub(crate) mod running {
    /// The bar at the top of every page but the first, which continues the band.
    pub(crate) const BAR: f32 = 7.0;
    /// The foot of the running head; more lines are added upwards, so that the text below keeps its distance.
    pub(crate) const HEAD_FOOT: f32 = 43.0;
    /// The least distance of the head from the bar.
    pub(crate) const HEAD_TOP: f32 = 9.0;
    /// The foot's rule, from the bottom edge of the paper.
    pub(crate) const FOOT: f32 = 42.0;
    /// From the rule to the words of the foot.
    pub(crate) const BELOW_RULE: f32 = 5.0;
    /// The leading of heads and feet.
    pub(crate) const LEADING: f32 = 10.0;
    /// The leading of the disclaimer, which may take two lines.
    pub(crate) const DISCLAIMER: f32 = 9.0;
    /// The largest share of the measure for the words at the end of a line, to which the words at its start give way.
    pub(crate) const END_MOST: f32 = 0.45;
    /// White between the words at both ends.
    pub(crate) const APART: f32 = 16.0;
    /// The white that printers leave at the edge of the paper, which the foot avoids: a long disclaimer moves its rule up.
    pub(crate) const EDGE: f32 = 12.0;
    /// The largest share of a page that the foot may move up.
    pub(crate) const MOST_RISE: f32 = 0.15;
    /// The smallest shares of their size to which the words at the start and at the end shrink; 7 points become no less than 5.6.
    pub(crate) const LEAST: (f32, f32) = (0.9, 0.8);
}

/// The widths of lines. Less than half a point is lost in print; more than a point is a bar.
pub(crate) mod pen {
    /// A hairline between items or rows.
    pub(crate) const HAIR: f32 = 0.5;
    /// A rule above or below something.
    pub(crate) const RULE: f32 = 0.6;
    /// The outline of a small box.
    pub(crate) const OUTLINE: f32 = 0.7;
    /// A dashed line: width, dash, gap.
    pub(crate) const DASHED: (f32, (f32, f32)) = (0.8, (2.4, 2.0));
    /// A connector of the organization chart.
    pub(crate) const CONNECTOR: f32 = 0.9;
    /// A rule that carries weight: below the header of a table, beside a statement of the closing band.
    pub(crate) const STRONG: f32 = 1.2;
    /// The rule above the title of a journal and its closing words.
    pub(crate) const HEAVY: f32 = 2.4;
    /// The coloured edge of a box of figures or of a unit.
    pub(crate) const EDGE: f32 = 2.0;
    /// The corners of boxes, and of small ones.
    pub(crate) const CORNER: f32 = 2.0;
    /// The corners of the small boxes of programmes.
    pub(crate) const SMALL_CORNER: f32 = 1.6;
}

/// Sections, paragraphs, lists and notes: `lines_side_by_side_share_their_baselines`, `no_heading_stands_alone`.
pub(crate) mod text {
    /// The largest share of a page taken by large figures together with the chart or table kept with them.
    pub(crate) const KEPT_FIGURES: f32 = 0.36;
    /// Headings of up to this many lines have lines of about equal length, to within `BALANCED` points; longer ones are set as texts.
    pub(crate) const MOST_BALANCED: usize = 3;
    pub(crate) const BALANCED: f32 = 4.0;
    /// A section of paragraphs with no more lines is seen at a glance, like a short item.
    pub(crate) const SHORT_SECTION: usize = 6;
    /// White above a section. Pagination may add up to two lines to it before it adds any between items.
    pub(crate) const ABOVE_SECTION: f32 = 22.0;
    /// White between a section's heading and its content.
    pub(crate) const BELOW_HEADING: f32 = 7.0;
    /// From the top of a section's rule to the words of its heading.
    pub(crate) const RULE_TO_HEADING: f32 = 9.0;
    /// The bold beginning of a section's rule: length and height.
    pub(crate) const RULE_START: (f32, f32) = (34.0, 2.7);
    /// The offset of the thin rule, which centres it on the bold beginning.
    pub(crate) const RULE_DOWN: f32 = 1.05;
    /// White above a heading of level 3.
    pub(crate) const ABOVE_UNIT: f32 = 17.0;
    /// White between paragraphs, about half a line: without an indent, less would go unnoticed.
    pub(crate) const PARAGRAPH: f32 = 6.0;
    /// The share of the page's width that lines of text take in full-width settings: longer lines are hard to read.
    pub(crate) const ACROSS: f32 = 0.76;
    /// White above a line that links elsewhere.
    pub(crate) const POINTER: f32 = 7.0;
    /// White between the items of a list.
    pub(crate) const ITEM: f32 = 5.5;
    /// White above a list set in two halves side by side.
    pub(crate) const ABOVE_LIST: f32 = 7.0;
    /// White between the two halves of such a list, about that between columns.
    pub(crate) const LIST_HALVES: f32 = 22.0;
    /// The longest list set in two halves; people do not read down and up again over more.
    pub(crate) const MOST_IN_HALVES: usize = 10;
    /// The indent of a list's text: space for two digits of its marks.
    pub(crate) const ITEM_INDENT: f32 = 19.0;
    /// The size of a list's marks, which lead the eye down the list.
    pub(crate) const ITEM_MARK: f32 = 13.0;
    /// How far a list's mark is lowered to be on the first baseline of its text.
    pub(crate) const ITEM_MARK_DOWN: f32 = 0.9;
    /// The share of the page's width that notes take in full-width settings.
    pub(crate) const NOTES_ACROSS: f32 = 0.86;
    /// White above the first note, which has a short rule above it, and above the others.
    pub(crate) const NOTES: (f32, f32) = (10.0, 2.5);
    /// The rule above the notes: its distance from them, and its length.
    pub(crate) const NOTES_RULE: (f32, f32) = (5.0, 64.0);
    /// Up to this many notes are kept together; more form a text of their own.
    pub(crate) const FEW_NOTES: usize = 12;
    /// A paragraph about figures with more lines than this is a text of its own.
    pub(crate) const FEW_LINES: usize = 8;
    /// How much the white above a paragraph, an item or a note may grow to fill a column: too little to be noticed by itself.
    pub(crate) const GROWS: f32 = 2.0;
    /// How much the white above a note or another small element may grow.
    pub(crate) const GROWS_LITTLE: f32 = 1.0;
    /// From the edge of a tinted box to its text, at the sides and above.
    pub(crate) const PANEL_PAD: (f32, f32) = (15.0, 13.0);
    /// The bar at the start of a tinted box.
    pub(crate) const PANEL_BAR: f32 = 3.0;
    /// The share of white that remains in charts and tables set tight.
    pub(crate) const TIGHT: f32 = 0.62;
    /// The area of a link: its top above the baseline and its height, as shares of the type size.
    pub(crate) const LINK: (f32, f32) = (0.86, 1.14);
    /// The underline of an address: its offset as a share of the type size, its thickness, and the share of white in its colour.
    pub(crate) const UNDERLINE: (f32, f32, f32) = (0.16, 0.45, 0.35);
    /// The height of capitals in Roboto, as a share of the type size (from its `OS/2` table), used to centre them in the leading.
    pub(crate) const CAPITALS: f32 = 0.711;
    /// How much a baseline is lowered to allow for descenders, as a share of the type size.
    pub(crate) const DESCENDERS: f32 = 0.02;
}

/// Dated items and their stamps: `an_item_is_whole_while_short_and_keeps_its_picture`.
pub(crate) mod event {
    /// The width reserved for a stamp: the longest abbreviated month of the six languages beside two digits.
    pub(crate) const STAMP: f32 = 54.0;
    /// White between a stamp and the text beside it.
    pub(crate) const BESIDE_STAMP: f32 = 9.0;
    /// White between two items, with a hairline in its middle.
    pub(crate) const BETWEEN: f32 = 13.0;
    /// The large line of a stamp beside running text in [`type_sizes::BODY`](super::type_sizes::BODY): size and leading.
    pub(crate) const LARGE: (f32, f32) = (17.5, 16.6);
    /// The other lines of a stamp.
    pub(crate) const OTHER: (f32, f32) = (9.6, 11.2);
    /// The word below a repeated date: with a date of one line, as tall as the two lines with which any column begins.
    pub(crate) const CONTINUED: (f32, f32) = (8.0, 10.0);
    /// Arabic and Chinese letters extend higher and lower than figures and Latin letters of the same size: the factor of their leading, and
    /// what is added to it.
    pub(crate) const TALL_SCRIPT: (f32, f32) = (1.16, 1.0);
    /// How far a stamp is lowered, so that a large first line is aligned to the capitals of the text.
    pub(crate) const LARGE_DOWN: f32 = 1.2;
    /// How far a stamp is lowered if its first line is not large.
    pub(crate) const OTHER_DOWN: f32 = 0.6;
    /// White below a stamp, before the next item.
    pub(crate) const BELOW: f32 = 1.5;
    /// White above the details of an event.
    pub(crate) const DETAILS: f32 = 2.0;
    /// White above the picture of an item.
    pub(crate) const PICTURE: f32 = 9.0;
    /// An item with fewer lines, not counting its heading, is seen at a glance and better kept whole.
    pub(crate) const SHORT: usize = 8;
    /// The number of lines at the end of an item that are kept with its picture.
    pub(crate) const WITH_PICTURE: usize = 4;
}

/// Pictures and large figures: `what_is_one_thing_stands_in_one_piece`.
pub(crate) mod figures {
    /// The largest height at which a picture is shown, for which its pixels are made.
    pub(crate) const TALLEST: f32 = briefing_model::Picture::LARGEST_PRINTED.1;
    /// The largest size at which a pixel of a picture is shown.
    pub(crate) const LARGEST_PIXEL: f32 = 1.0;
    /// The share of its height and width that a picture may lose to make columns even; and, further, in an issue that would otherwise break
    /// rules.
    pub(crate) const SCALABLE: f32 = 0.3;
    pub(crate) const SCALABLE_FURTHER: f32 = 0.5;
    /// White between a picture and its caption.
    pub(crate) const CAPTION: f32 = 3.5;
    /// The number of boxes of figures per row across the page, and in a column.
    pub(crate) const PER_ROW: (usize, usize) = (4, 3);
    /// White above the first row of figures, and above the others.
    pub(crate) const ROWS: (f32, f32) = (9.0, 5.0);
    /// How much that white may grow to fill a column.
    pub(crate) const GROWS: f32 = 3.0;
    /// White between two boxes, across the page and in a column.
    pub(crate) const BETWEEN: (f32, f32) = (14.0, 7.0);
    /// From a box's edge to its words, across the page and in a column.
    pub(crate) const INSIDE: (f32, f32) = (12.0, 7.0);
    /// Above and below the words of a box, across the page and in a column.
    pub(crate) const PAD: (f32, f32) = (9.0, 7.0);
    /// The size of a figure, across the page and in a column.
    pub(crate) const VALUE: (f32, f32) = (27.0, 17.0);
    /// The leading of a figure, as a share of its size: figures have no descenders.
    pub(crate) const VALUE_LEADING: f32 = 1.12;
    /// The smallest share of its size at which a figure is set; if it would be smaller, each takes a line of its own.
    pub(crate) const LEAST_SHARE: f32 = 0.78;
    /// White between a figure and the label beside it.
    pub(crate) const BESIDE: f32 = 6.0;
    /// The least width of a label beside its figure: two short words.
    pub(crate) const LABEL_LEAST: f32 = 70.0;
    /// White above and below the words of a box that is one line.
    pub(crate) const LINE_PAD: f32 = 4.0;
    /// White above the bar of a share.
    pub(crate) const ABOVE_SHARE: f32 = 8.0;
    /// The thickness of that bar, whose ends are semicircles, and the shortest filled part, which shows both ends.
    pub(crate) const SHARE_BAR: f32 = 5.2;
    /// The shortest bar worth looking at beside its words; a shorter one is set above them.
    pub(crate) const SHARE_LEAST: f32 = 110.0;
    /// White between the bar and the words beside it.
    pub(crate) const SHARE_BESIDE: f32 = 10.0;
    /// From the top of the bar to the words below it.
    pub(crate) const SHARE_ABOVE: f32 = 8.5;
    /// How far the bar is lowered beside its words, to the middle of their x-height.
    pub(crate) const SHARE_DOWN: f32 = 2.6;
}

/// The items of a month along its days: `what_is_one_thing_stands_in_one_piece`, `no_word_is_torn`.
pub(crate) mod calendar {
    /// White above the calendar.
    pub(crate) const ABOVE: f32 = 10.0;
    /// White above the first title, and above the others.
    pub(crate) const TITLE: (f32, f32) = (0.0, 6.0);
    /// White between a title and its rule.
    pub(crate) const BELOW_TITLE: f32 = 2.0;
    /// The largest share of the width for dates; longer ones take more lines.
    pub(crate) const DATE_MOST: f32 = 0.25;
    /// How much longer a text is when broken into lines than on one line.
    pub(crate) const FULLER: f32 = 1.08;
    /// White between dates and words.
    pub(crate) const BESIDE_DATE: f32 = 8.0;
    /// White between words and days.
    pub(crate) const BESIDE_WORDS: f32 = 14.0;
    /// The share of the width for the days across the page: six points each, as wide as its number.
    pub(crate) const DAYS: f32 = 0.38;
    /// The interval at which days are numbered, in addition to the first.
    pub(crate) const NUMBERED: u32 = 5;
    /// The first day of the weekend, counted from Monday; the United Nations works from Monday to Friday.
    pub(crate) const SATURDAY: u32 = 6;
    /// Above and below the words of a line.
    pub(crate) const AROUND: f32 = 1.2;
    /// The thickness of a mark: a single day is a dot.
    pub(crate) const MARK: f32 = 6.0;
    /// The least width of a mark if the days are narrow.
    pub(crate) const LEAST_MARK: f32 = 4.8;
    /// Up to this many lines are seen at a glance and kept together.
    pub(crate) const WHOLE: usize = 24;
}

/// Charts of bars: `what_is_one_thing_stands_in_one_piece`, `no_word_is_torn`.
pub(crate) mod chart {
    /// White above the title, and how much it may grow.
    pub(crate) const TITLE: (f32, f32) = (14.0, 4.0);
    /// White between the title and the legend.
    pub(crate) const LEGEND: f32 = 4.0;
    /// How much the white between two rows may grow to make columns even.
    pub(crate) const ROW_GROWS: f32 = 4.0;
    /// A chart with more rows is longer than most columns and must break somewhere.
    pub(crate) const LONG: usize = 24;
    /// A chart or table with no more rows is kept with the figures that it illustrates.
    pub(crate) const SHORT: usize = 12;
    /// The contrast at which two colours in a bar can be distinguished (WCAG 2.2, 1.4.11).
    pub(crate) const COLOURS_APART: f64 = 3.0;
    /// The least width of bars beside words; with less, they are set below them, at the full width.
    pub(crate) const LEAST_BARS: f32 = 130.0;
    /// The largest share of the width for labels beside bars; longer ones take more lines.
    pub(crate) const LABEL_MOST: f32 = 0.32;
    /// The smallest share of the width for labels above bars.
    pub(crate) const LABEL_LEAST: f32 = 0.36;
    /// The share of a header's width at which it takes two lines.
    pub(crate) const HALVED: f32 = 0.7;
    /// The least share of a header's width: it takes no more than three lines or four.
    pub(crate) const HEADER_LEAST: f32 = 0.36;
    /// White between labels and bars.
    pub(crate) const BESIDE_LABEL: f32 = 8.0;
    /// White before a column of values.
    pub(crate) const BESIDE_VALUE: f32 = 10.0;
    /// The thickness of a bar and the white between rows: across the page or in a column, at preferred spacing or tight.
    pub(crate) const fn bars(wide: bool, tight: bool) -> (f32, f32) {
        match (wide, tight) {
            (true, false) => (8.0, 6.0),
            (true, true) => (8.0, 4.0),
            (false, false) => (7.0, 5.0),
            (false, true) => (6.4, 3.4),
        }
    }
    /// The thickness of a nested bar as a share of the outer one, which remains visible on both sides.
    pub(crate) const INNER: f32 = 0.44;
    /// The thickness of bars below words as a share of others, since they are longer.
    pub(crate) const BELOW: f32 = 0.82;
    /// White between the words of a row and the bar below them.
    pub(crate) const ABOVE_BAR: f32 = 0.8;
    /// The white between rows without bars, as a share.
    pub(crate) const STEP_ROWS: f32 = 0.4;
    /// The shortest bar of a value other than zero, so that a small contribution is visible.
    pub(crate) const SHORTEST: f32 = 0.9;
    /// The side of a legend's square: the height of the letters beside it.
    pub(crate) const KEY: f32 = 5.6;
    /// From a legend's square to its words.
    pub(crate) const KEY_INDENT: f32 = 8.0;
    /// From the words of the header to the foot of its row, where the rule ends.
    pub(crate) const BELOW_HEADER: f32 = 4.0;
}

/// Steps along time: `what_is_one_thing_stands_in_one_piece`.
pub(crate) mod steps {
    /// The height of the highest step, across the page and in a column.
    pub(crate) const HEIGHT: (f32, f32) = (64.0, 52.0);
    /// Up to this many rows are set beside the steps across the page; more are set below them.
    pub(crate) const FEW: usize = 9;
    /// The smallest and largest share of the line for the rows beside steps.
    pub(crate) const ROWS: (f32, f32) = (0.4, 0.55);
    /// The width of the line of the steps.
    pub(crate) const PEN: f32 = 1.4;
    /// Steps are flat if the lowest is more than this share of the highest, and a single line if their rise is less than `SAME`.
    pub(crate) const FLAT: f64 = 0.75;
    pub(crate) const SAME: f64 = 1e-6;
    /// How far below the lowest of flat steps the scale begins, as a share of their rise: space for the words below it.
    pub(crate) const BELOW_LOWEST: f64 = 0.45;
    /// A stroke of the break in the axis: its width, and its extent above and below.
    pub(crate) const BREAK: (f32, f32) = (3.0, 3.0);
    /// White between the words at the end and their step.
    pub(crate) const BELOW_END: f32 = 1.5;
    /// From the axis to the years below it.
    pub(crate) const BELOW_AXIS: f32 = 1.5;
    /// The length of a year's tick: beside the height of its figures.
    pub(crate) const TICK: f32 = 9.0;
    /// From a year's tick to its figures.
    pub(crate) const BESIDE_TICK: f32 = 2.5;
    /// The least white between two years; a year with less is omitted.
    pub(crate) const YEARS_APART: f32 = 7.0;
}

/// Tables: `what_is_one_thing_stands_in_one_piece`, `no_word_is_torn`.
pub(crate) mod table {
    /// White at both sides of a cell.
    pub(crate) const SIDE: f32 = 6.0;
    /// The least width of a column of words in ems, unless its longest cell is narrower or there is too little space: names in Chinese take
    /// two or three lines beside a long purpose, and `Costa Rica` one.
    pub(crate) const LEGIBLE: f32 = 5.0;
    /// How much longer a text is when broken into lines than on one line.
    pub(crate) const FULLER: f32 = 1.1;
    /// The width that columns exchange in one step, and the number of exchanges.
    pub(crate) const EXCHANGE: f32 = 4.0;
    pub(crate) const EXCHANGES: usize = 4;
    /// White above and below the text of a cell.
    pub(crate) const ABOVE: f32 = 4.0;
    /// White above a table.
    pub(crate) const ABOVE_TABLE: f32 = 8.0;
    /// A table with no more rows is split only if it does not fit on any page.
    pub(crate) const FEW: usize = 4;
    /// A table with no more rows is split only if nothing else fits.
    pub(crate) const SHORT: usize = 14;
    /// A table with more columns is too crowded in a column of the page.
    pub(crate) const MANY_COLUMNS: usize = 4;
    /// A table with more rows is longer than most columns.
    pub(crate) const LONG: usize = 24;
    /// A table with more rows fills whole pages however it is set.
    pub(crate) const FILLS_PAGES: usize = 300;
    /// Rows with more lines may break between lines.
    pub(crate) const TALL: usize = 16;
    /// Rows with more lines on average are too tall in a column of the page; and the same for the rows of a long table.
    pub(crate) const CROWDED: (usize, usize) = (3, 2);
    /// The most lines of a name at the head of a row in a column.
    pub(crate) const NAME_LINES: usize = 3;
    /// The number of bricks around the rows of a table: its heading and its header.
    pub(crate) const AROUND_ROWS: usize = 2;
    /// The number of rows measured to determine the widths of columns: a table of ten thousand is not set twice.
    pub(crate) const MEASURED: usize = 400;
    /// The largest share of the width for the value of a total.
    pub(crate) const TOTAL_MOST: f32 = 0.6;
}

/// The organization chart: `what_is_one_thing_stands_in_one_piece`, `no_text_stands_on_other_text_or_on_a_picture`.
pub(crate) mod organization {
    /// The type of its words and of details about the office and units: no smaller than eight points, since a chart is read from further
    /// away.
    pub(crate) const TEXT: (f32, f32) = (8.0, 10.4);
    pub(crate) const DETAIL: (f32, f32) = (8.0, 9.8);
    /// White between boxes one below the other.
    pub(crate) const STACKED: f32 = 8.0;
    /// White above a line from which columns hang.
    pub(crate) const BUS: f32 = 6.0;
    /// How much longer a text is when broken into lines than on one line.
    pub(crate) const FULLER: f32 = 1.08;
    /// Columns whose heights differ by no more count as even.
    pub(crate) const EVEN: f32 = 4.0;
    /// The largest height of a tier of units, which is never split: about half a page, like the children of a row.
    pub(crate) const TALLEST_TIER: f32 = 360.0;
    /// The largest height of several tiers, which are kept on one page with the office above them, since each break between them would
    /// leave a hole.
    pub(crate) const TALLEST_TIERS: f32 = 520.0;
    /// The height from which rows do not fit on a page, and the largest height of tiers in a chart that is kept whole on one page with its
    /// heading and the office.
    pub(crate) const MORE_THAN_A_PAGE: f32 = 640.0;
    pub(crate) const TALLEST_WHOLE: f32 = 450.0;
    /// How much lower tiers must make a chart than rows of units to be worth it: in points, and as a share.
    pub(crate) const WORTH_TIERS: (f32, f32) = (40.0, 0.12);
    /// How much lower a chart must become for each further tier.
    pub(crate) const ANOTHER_TIER: f32 = 50.0;
    /// The share of its height to which a part of the chart must be reduced to set a box across it.
    pub(crate) const WORTH_BAND: f32 = 0.85;
    /// White between boxes side by side.
    pub(crate) const BETWEEN: f32 = 13.0;
    /// The height of the connectors above a row of units: two corners that can be distinguished.
    pub(crate) const DROP: f32 = 22.0;
    /// From the side of a box to its text.
    pub(crate) const INSIDE: f32 = 8.0;
    /// Above and below the text of a box.
    pub(crate) const BOX_PAD: f32 = 7.0;
    /// The largest number of boxes per row: five would break the names of units at every word.
    pub(crate) const MOST_IN_ROW: usize = 4;
    /// The number of boxes of charts set across the page: fewer take no more than half a column, and more run through columns and pages
    /// either way.
    pub(crate) const ACROSS: std::ops::RangeInclusive<usize> = 19..=60;
    /// How much wider a box with children is in a chart that must be low.
    pub(crate) const WIDER: f32 = 1.4;
    /// The width of the office's box across the page.
    pub(crate) const HEAD: f32 = 214.0;
    /// The brightness of the details in the office's box on the ink: the share of white in the accent.
    pub(crate) const HEAD_BRIGHT: f32 = 0.72;
    /// White between the office's box and the bodies beside it, crossed by a dashed line.
    pub(crate) const BESIDE: f32 = 20.0;
    /// White between bodies one below the other.
    pub(crate) const BODIES: f32 = 6.0;
    /// White above the chart, across the page and in a column.
    pub(crate) const ABOVE: (f32, f32) = (10.0, 9.0);
    /// White above a body in a column.
    pub(crate) const ABOVE_BODY: f32 = 7.0;
    /// The least distance from a corner of the office's box at which a dashed line begins.
    pub(crate) const CORNER: f32 = 4.0;
    /// White above a unit in a column, which has no connectors.
    pub(crate) const ABOVE_ROW: f32 = 12.0;
    /// The space at the side of a chart of several rows for the spine from which the rows below the first hang.
    pub(crate) const SPINE: f32 = 11.0;
    /// How much of the office's box is shown at the top of a page on which its chart continues.
    pub(crate) const STUB: f32 = 6.0;
    /// The largest numbers of units for which every division into two tiers is tried, and into three.
    pub(crate) const FEW: (usize, usize) = (24, 12);
    /// The acronym of a unit: its size as a share of small type, and its leading as a share of that size.
    pub(crate) const MARK: (f32, f32) = (1.75, 1.2);
    /// The name of a unit as a share of small type: bold letters, which look smaller on a ground.
    pub(crate) const NAME: f32 = 1.05;
    /// The indent of children relative to their unit.
    pub(crate) const INDENT: f32 = 13.0;
    /// The number of levels indented by that much. In deeper charts each level is indented less, for lack of width.
    pub(crate) const LEVELS: u16 = 5;
    /// White between children.
    pub(crate) const CHILD_GAP: f32 = 4.0;
    /// White above and below a child's text, inside its box.
    pub(crate) const CHILD_PAD: f32 = 2.4;
    /// From the side of a child's box to its text.
    pub(crate) const CHILD_SIDE: f32 = 6.0;
    /// The largest height of the children below a row before they are split, in a chart that does not fit on a page: about half a page.
    pub(crate) const TALLEST_HANGING: f32 = 330.0;
    /// The height of the pieces into which they are split: a page ends in no more white than that, and few columns are uneven at their
    /// ends.
    pub(crate) const PIECE: f32 = 100.0;
    /// The height of the heading above the chart, on a page that holds both.
    pub(crate) const HEADING: f32 = 45.0;
    /// From the side of a small box to the name in it.
    pub(crate) const CHIP_SIDE: f32 = 7.0;
    /// From the top of a small box to the name in it.
    pub(crate) const CHIP_ABOVE: f32 = 2.5;
    /// White between small boxes in a row, and between their title and the first.
    pub(crate) const CHIPS: (f32, f32) = (6.0, 9.0);
    /// White above the first row of small boxes, and above the others.
    pub(crate) const CHIP_ROWS: (f32, f32) = (10.0, 4.0);
    /// The largest share of the width for their title before them.
    pub(crate) const CHIP_TITLE: f32 = 0.5;
}

/// The closing band: `the_last_page_is_a_third_full`.
pub(crate) mod strip {
    /// White above the heading and below the statements.
    pub(crate) const PAD: f32 = 16.0;
    /// White between two statements.
    pub(crate) const BETWEEN: f32 = 16.0;
    /// How much the band may grow below its last row to fill the page: as much as a page of A4, which it fills if nothing else is on it.
    pub(crate) const GROWS: f32 = 700.0;
    /// How much it may grow above its heading and above a row: proportionally little, so that the words stay together at its top.
    pub(crate) const ROW_GROWS: f32 = 26.0;
    /// The distance of the globe in an enlarged band from the words, which stay at the top.
    pub(crate) const CLEAR: f32 = 24.0;
    /// The smallest and largest radius of that globe.
    pub(crate) const GLOBE_RADIUS: (f32, f32) = (70.0, 290.0);
    /// The globe's centre, from the end of the text, and below the band as a share of the radius.
    pub(crate) const GLOBE: (f32, f32) = (150.0, 0.2);
    /// The number of statements per row across the page, and in a column.
    pub(crate) const PER_ROW: (usize, usize) = (4, 2);
    /// How much larger the words are in a band with the last page to itself, and its number of statements per row: it is read as the back
    /// of the issue, and more than half full with four statements.
    pub(crate) const ALONE: f32 = 1.5;
    pub(crate) const PER_ROW_ALONE: usize = 2;
    /// White above a row.
    pub(crate) const ABOVE_ROW: f32 = 10.0;
    /// From the rule beside a statement to its words.
    pub(crate) const INDENT: f32 = 9.0;
    /// White reserved at the end of a statement's lines.
    pub(crate) const END: f32 = 2.0;
    /// White between the label of a statement and its text.
    pub(crate) const LABEL: f32 = 3.0;
    /// The label as shares of compact type: its word and its numeral.
    pub(crate) const LABEL_SIZE: (f32, f32) = (1.06, 2.2);
    /// The leading of the label, as a share of its numeral's size: numerals have no descenders.
    pub(crate) const LABEL_LEADING: f32 = 1.05;
    /// The brightness of the label on the ink: the share of white in the accent.
    pub(crate) const LABEL_BRIGHT: f32 = 0.45;
    /// White above the office's addresses if statements are above them; a rule runs through its middle.
    pub(crate) const ABOVE_CONTACT: f32 = 24.0;
    /// The side of the QR code including its quiet zone: with 150 characters, its modules measure 0.38 mm, the least that telephones read
    /// from paper.
    pub(crate) const CODE: f32 = 58.0;
    /// The quiet zone in modules: ISO/IEC 18004 requires four.
    pub(crate) const CODE_QUIET: f32 = 4.0;
    /// How far the rows of a code overlap: a twentieth of a module hides the seam and does not disturb readers.
    pub(crate) const CODE_OVERLAP: f32 = 0.05;
    /// White between a code and the words beside it.
    pub(crate) const BESIDE_CODE: f32 = 16.0;
    /// White between the heading of the addresses and the addresses.
    pub(crate) const BELOW_CONTACT: f32 = 5.0;
}

/// The item that leads an issue: its picture beside its words.
pub(crate) mod lead {
    /// The share of the page's width for the picture, at preferred spacing and tight.
    pub(crate) const PICTURE: (f32, f32) = (0.56, 0.4);
    /// The share of the page's width for a picture across it in a tight setting.
    pub(crate) const NARROWER: f32 = 0.75;
    /// The least width of the words beside the larger picture, and how much taller than it they may be; otherwise, the picture takes the
    /// smaller share.
    pub(crate) const LEAST_WORDS: f32 = 180.0;
    pub(crate) const TALLER: f32 = 1.3;
    /// The largest height of the picture, which leaves space on the page for the month at a glance.
    pub(crate) const TALLEST: f32 = 220.0;
    /// How much taller than its words an upright picture may be, and the height that any may have.
    pub(crate) const TALLER_UPRIGHT: f32 = 1.4;
    pub(crate) const LEAST_TALLEST: f32 = 150.0;
    /// A picture with a lower ratio of height to width is set across the page with its words below: beside them it would be a narrow strip.
    pub(crate) const PANORAMA: f32 = 0.32;
    /// White between such a picture and its words.
    pub(crate) const BELOW_PANORAMA: f32 = 12.0;
    /// The title: size and leading.
    pub(crate) const TITLE: (f32, f32) = (20.0, 22.0);
    /// The date: size and leading, as shares of the leading of running text.
    pub(crate) const DATE: (f32, f32) = (0.8, 1.0);
    /// White around the date.
    pub(crate) const AROUND_DATE: f32 = 4.0;
    /// White between the words of a date that stand side by side.
    pub(crate) const BETWEEN_WORDS: f32 = 3.0;
    /// A text taller than this beside its picture is set below it.
    pub(crate) const LONGEST: f32 = 330.0;
}

/// The marks of a draft, all artifacts: `specimens_are_laid_out_as_before`.
pub(crate) mod draft {
    /// The share of the page's width that the word takes.
    pub(crate) const SHARE: f32 = 0.72;
    /// The strength of the word's colour on white: visible, without disturbing the text in front of it.
    pub(crate) const STRENGTH: f32 = 0.09;
    /// The word is set in slightly more than its width, so that rounding cannot break it.
    pub(crate) const LOOSE: f32 = 1.02;
    /// The vertical centres of the two words, as shares of the page's height.
    pub(crate) const AT: [f32; 2] = [0.3, 0.7];
    /// Baselines nearer to each other than this count as one line: a stamp's is not exactly that of its text.
    pub(crate) const SAME_LINE: f32 = 3.0;
    /// The interval of line numbers.
    pub(crate) const EVERY: usize = 5;
    /// A column whose middle is beyond this share of the page has its numbers on the right.
    pub(crate) const RIGHT: f32 = 0.55;
    /// From a number to its column.
    pub(crate) const BESIDE_NUMBER: f32 = 6.0;
}

/// Placement on pages: `columns_are_filled`, `nothing_stands_below_a_hole`, `last_columns_are_even`.
pub(crate) mod pages {
    use super::figures::{SCALABLE, SCALABLE_FURTHER};

    /// An issue with more pages is set with a single leading: trying more takes long, and nobody sees all pages at once.
    pub(crate) const MOST_SET_AGAIN: usize = 24;
    /// White between flows of text and exhibits, and the largest white below an exhibit that is left unused.
    pub(crate) const BETWEEN_FLOWS: f32 = 22.0;
    /// The least space in which a flow may begin: a heading and two lines.
    pub(crate) const LEAST_ROOM: f32 = 60.0;
    /// The largest share of a page that may be white above the closing band.
    pub(crate) const MOST_ABOVE_STRIP: f32 = 0.15;
    /// The largest share of a page that may be white at the foot of a column that is followed by more content: 12 % measured from the ink,
    /// which ends slightly above the foot of the line.
    pub(crate) const MOST_AT_FOOT: f32 = 0.1185;
    /// The same limit as a share of what the title band leaves of the first page.
    pub(crate) const MOST_ON_FIRST: f32 = 0.13;
    /// The largest share of a page that may be white between any two elements in a column: 15 % measured from the ink.
    pub(crate) const MOST_BETWEEN: f32 = 0.147;
    /// How much the white between two flows of a page may grow if more content follows, or the closing band: three lines, so that a page
    /// still looks like a unit.
    pub(crate) const SPREAD: f32 = 39.0;
    /// How much it may grow if the foot of the page would look forgotten otherwise: with [`BETWEEN_FLOWS`], about an eighth of a page.
    pub(crate) const SPREAD_FURTHER: f32 = 66.0;
    /// How much the closing band may grow at the foot of a page: with more, it would outweigh what it closes.
    pub(crate) const MOST_GROWN: f32 = 108.0;
    /// The share of the paper up to which it takes the rest of a document's only page.
    pub(crate) const MOST_OF_ONLY_PAGE: f32 = 0.6;
    /// Text at the top of a page that ends within this height, four lines, is a remnant of the previous page.
    pub(crate) const REMNANT: f32 = 54.0;
    /// White of fewer lines stays at the foot of a column if it could only go between items.
    pub(crate) const FEW_LINES: f32 = 3.0;
    /// The largest share of a page that a text may leave white in order to begin on the next page, before that white is spread over the
    /// page.
    pub(crate) const MOST_WAITED: f32 = 0.3;
    /// The height, set in a column and including the heading, up to which a text may be too short for two columns.
    pub(crate) const SHORT_TEXT: f32 = 220.0;
    /// The liberties taken with an issue, each tried if no pages obey all rules with those before: the factor of the leading, at most a
    /// quarter of a point, which nobody notices and which moves the end of every column; and the share of its size that a picture may lose.
    /// Lines never get so far apart that poppler reads across columns ([`FURTHEST_APART`](super::type_sizes::FURTHEST_APART)).
    pub(crate) const LIBERTIES: [(f32, f32); 8] = [
        (1.0, SCALABLE),
        (0.98, SCALABLE),
        (0.96, SCALABLE),
        (0.94, SCALABLE),
        (1.02, SCALABLE),
        (1.0, SCALABLE_FURTHER),
        (0.97, SCALABLE_FURTHER),
        (0.94, SCALABLE_FURTHER),
    ];
    /// How much too tall a column may be: sums of heights differ in their last digits, and nobody sees it.
    pub(crate) const TOLERANCE: f32 = 0.01;
    /// The tolerance when lines are counted on the grid, as a share of a line.
    pub(crate) const GRID_TOLERANCE: f32 = 0.001;
    // More than the error of a column of lines, each rounded to half of its last digit at the foot of a page, and less than a tenth of the
    // finest rule, so that nobody sees it.
    const MOST_LINES: f32 = 100.0;
    const LEAST_LEADING: f32 = 10.0;
    const LAST_PLACE: f32 = 842.0 * f32::EPSILON / 2.0;
    const _: () = assert!(TOLERANCE > MOST_LINES * LAST_PLACE && TOLERANCE < super::pen::HAIR / 10.0);
    const _: () =
        assert!(GRID_TOLERANCE * LEAST_LEADING > MOST_LINES * LAST_PLACE && GRID_TOLERANCE < 1.0 / MOST_LINES);
    /// Text taller than two columns by this factor cannot be evened out on one page, even with all its pictures reduced.
    pub(crate) const TWO_COLUMNS: f32 = 2.2;
    /// A last page with a larger share of white counts as a flaw: it is less than a third full, with space for the foot.
    pub(crate) const LAST_PAGE_WHITE: f32 = 0.64;
}

/// Mixing ratios of colours, and contrasts from WCAG 2.2: `words_can_be_read_whatever_the_colours` in `look.rs`.
pub(crate) mod colours {
    /// The contrast required for small type (success criterion 1.4.3).
    pub(crate) const READABLE: f64 = 4.5;
    /// The contrast required for meaningful graphics (1.4.11).
    pub(crate) const TOLD_APART: f64 = 3.0;
    /// Slightly more, for colours that are rounded to bytes afterwards.
    pub(crate) const SURELY_READABLE: f64 = 4.7;
    /// The share of black added in each step until a colour is readable.
    pub(crate) const STEP: f32 = 0.06;
    /// The share of white in the ground of boxes: a hint of the accent, light enough for any text.
    pub(crate) const TINT: f32 = 0.90;
    /// The share of white in thin rules: visible, but quieter than words.
    pub(crate) const HAIRLINE: f32 = 0.66;
    /// The share of ink in rules on the ink: as quiet as a thin rule on white.
    pub(crate) const RULE_ON_INK: f32 = 0.5;
    /// The share of white in the lighter of two bars.
    pub(crate) const PALE: f32 = 0.58;
    /// The share of near-black in running text: the ink, softened.
    pub(crate) const TEXT: f32 = 0.72;
}
