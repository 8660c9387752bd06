//! What pagination weighs, all in one place: what is disliked, and how much.
//!
//! Weights have one unit: a column that ends between two lines of a paragraph costs 1. They were found by looking at the
//! pages of the offices of the repository in six languages; what they are to bring about is held in
//! `tests/tests/it/layout.rs` (white: `no_column_ends_white_while_anything_follows`, `nothing_stands_below_a_hole`,
//! `last_columns_are_even`, `the_last_page_is_a_third_full`; breaks: `an_item_is_whole_while_short_and_keeps_its_picture`,
//! `what_is_one_thing_stands_in_one_piece`, `no_heading_stands_alone`) and in `paginate/tests.rs`, and the pages as they were last looked at in
//! `tests/tests/it/pictures`. What notices that one of them is another: `pages_are_chosen_as_before` (`src/tests`), over
//! made-up documents in which they decide.

// Where a column ends. A heading, a first and a last line are no question of weight: there `Break::Never` stands.

/// Between two sections: the best place there is.
pub(crate) const BETWEEN_SECTIONS: f32 = 0.0;
/// Between two dated items.
pub(crate) const BETWEEN_ITEMS: f32 = 0.2;
/// Before a heading of level 3.
pub(crate) const BEFORE_UNIT: f32 = 0.4;
/// Between two paragraphs, and between the rows of a table that has to break somewhere: each row is read by itself.
pub(crate) const BETWEEN_PARAGRAPHS: f32 = 0.6;
/// Between two items of a list, before a chart: what stands above leads to it.
pub(crate) const BETWEEN_LIST_ITEMS: f32 = 0.8;
/// Between two lines of a paragraph, and before large figures: the unit.
pub(crate) const WITHIN_PARAGRAPH: f32 = 1.0;
/// Between the rows of a chart or the children of a unit that are longer than most columns.
pub(crate) const WITHIN_LONG_CHART: f32 = 1.2;
/// More, within an item of fewer than eight lines: it is seen at a glance, or not at all.
pub(crate) const SHORT_ITEM_SPLIT: f32 = 45.0;
/// Between two lines of a tall row of a table: its cells are read side by side.
pub(crate) const TALL_ROW_SPLIT: f32 = 6.0;
/// Between an item and its picture, and within the lines above it: a picture at the head of a column illustrates nothing.
pub(crate) const PICTURE_SPLIT: f32 = 90.0;
/// Between the rows of a short table, and between a table and the words that introduce it.
pub(crate) const SHORT_TABLE_SPLIT: f32 = 60.0;
/// Between large figures and the short chart or table that shows them, which would stand without its heading: only a hole is worse.
pub(crate) const FIGURES_SPLIT: f32 = 30.0;
/// Within what is one thing, so this is the last resort: a box, a short chart, the rows of an organization chart, whose
/// connectors would lead nowhere, and a few notes, which are about what stands above.
pub(crate) const WHOLE_SPLIT: f32 = 300.0;

/// A break of this weight parts something that is kept whole wherever it fits, so it counts for more once made: as often
/// as [`KEPT_WHOLE_MADE`] where columns are filled, [`KEPT_WHOLE_EVENED`] where they could be uneven instead.
pub(crate) const KEPT_WHOLE: f32 = 20.0;
pub(crate) const KEPT_WHOLE_MADE: f32 = 1.8;
pub(crate) const KEPT_WHOLE_EVENED: f32 = 2.0;
/// What a break costs once it is made.
pub(crate) fn made(cost: f32) -> f32 {
    if cost >= KEPT_WHOLE { cost * KEPT_WHOLE_MADE } else { cost }
}

/// In points of height: what one point counts by which two columns differ, and one by which pictures are made smaller.
pub(crate) const APART: f32 = 0.5;
pub(crate) const SMALLER: f32 = 0.1;
/// A break at which the columns differ by more than this share of the text is looked at only while there is no other.
pub(crate) const FAR_FROM_EVEN: f32 = 0.8;

// White, as a share of the page's height: a little is nothing, a hole is much, so most count by their square.

/// The foot of a column that more follows: by its share, and by its square.
pub(crate) const WHITE_FOOT: (f32, f32) = (40.0, 900.0);
/// Beyond this share the foot of a column looks forgotten: at once, and for what is more.
pub(crate) const MOST_WHITE: f32 = 0.117;
pub(crate) const HOLE: (f32, f32) = (40.0, 800.0);

/// What a share of white costs for being a hole.
pub(crate) fn hole(white: f32) -> f32 {
    let (step, beyond) = HOLE;
    if white > MOST_WHITE { step + (white - MOST_WHITE) * beyond } else { 0.0 }
}

/// More, where it breaks the rule that all pages are held to.
pub(crate) const FAULT: f32 = 40.0;
/// A page's whole foot is as wide as two columns.
pub(crate) const PAGE_FOOT: f32 = 2.0;
/// One column less deep than its neighbour, where a flow ends: by the square of what is white.
pub(crate) const UNEVEN: f32 = 400.0;
/// White above the closing band, which stands between two things: by its share, and by its square.
pub(crate) const WHITE_ABOVE_STRIP: (f32, f32) = (60.0, 600.0);
/// A last page with nothing on it but the closing band, which closes nothing there: only holes in several pages
/// are worse.
pub(crate) const STRIP_ALONE: f32 = 120.0;
/// A line or two of a text at the head of a page, above something else.
pub(crate) const REMNANT: f32 = 40.0;
/// White at the end of the last page, where nothing follows.
pub(crate) const WHITE_AT_END: f32 = 20.0;
/// A last page that is less than a third full looks like a mistake: at once, and for what is white beyond two thirds.
pub(crate) const LAST_PAGE_EMPTY: (f32, f32) = (60.0, 300.0);
/// Within a column that is filled: by the square of its white share, and again for what is beyond a share that the eye
/// forgives.
pub(crate) const COLUMN_WHITE: f32 = 400.0;
pub(crate) const FORGIVEN_WHITE: f32 = 0.12;
/// A page more: paper and a turn of it.
pub(crate) const PAGE: f32 = 30.0;

// Liberties that are taken for better pages.

/// An exhibit at the head of the page after its place.
pub(crate) const FLOATED: f32 = 3.0;
/// An exhibit between two lines of an item, which goes on behind another section.
pub(crate) const AROUND_EXHIBIT: f32 = 25.0;
/// An exhibit before one that comes before it: it would be taken for a part of that one's section.
pub(crate) const EXCHANGED: f32 = 120.0;
/// The pictures of a column as small as they may be.
pub(crate) const SCALED: f32 = 5.0;
/// Charts and tables with less white than they like.
pub(crate) const TIGHT: f32 = 5.0;
/// A box across the page, which looks best in a column.
pub(crate) const WIDE_BOX: f32 = 1.0;
/// A short text across the page, whose lines are then long.
pub(crate) const WIDE_TEXT: f32 = 4.0;
/// An organization chart of four units or more in a column: it is wide by nature.
pub(crate) const NARROW_ORGANIZATION: f32 = 26.0;
/// A table of more than four columns in a column.
pub(crate) const NARROW_TABLE: f32 = 20.0;
/// A table of rows of many lines in a column.
pub(crate) const CROWDED_TABLE: f32 = 30.0;
/// A long table in a column: across the page it breaks less often.
pub(crate) const NARROW_LONG_TABLE: f32 = 12.0;
/// A table across the page, whose cells are then far apart; a chart in a column, whose bars are then short.
pub(crate) const WIDE_TABLE: f32 = 2.0;
pub(crate) const NARROW_CHART: f32 = 2.0;
/// A choice this much worse than the best so far is given up half way: nothing that is tried later would mend it.
pub(crate) const HOPELESS: f32 = 40.0;
/// Pages that cost more than this, each on average and beyond what a page costs, have a hole among them or part what belongs
/// together.
pub(crate) const DISAPPOINTING: f32 = 25.0;
