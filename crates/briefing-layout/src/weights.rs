//! The weights of pagination, all in one place: what is undesirable, and how much.
//!
//! The unit of all weights is the cost of ending a column between two lines of a paragraph. They were found by looking at pages of the
//! offices in the repository in six languages. What they must achieve is tested in `tests/tests/it/layout.rs` (white:
//! `no_column_ends_white_while_anything_follows`, `nothing_stands_below_a_hole`, `last_columns_are_even`, `the_last_page_is_a_third_full`;
//! breaks: `an_item_is_whole_while_short_and_keeps_its_picture`, `what_is_one_thing_stands_in_one_piece`, `no_heading_stands_alone`) and in
//! `paginate/tests.rs`; the pages as last inspected are in `tests/tests/it/pictures`. A changed weight is noticed by
//! `pages_are_chosen_as_before` (`src/tests`), with made-up documents for which the weights matter.

// Where a column ends. Headings, and the first and last lines of paragraphs, are not a matter of weight: they use `Break::Never`.

/// Between two sections: the best place of all.
pub(crate) const BETWEEN_SECTIONS: f32 = 0.0;
/// Between two dated items.
pub(crate) const BETWEEN_ITEMS: f32 = 0.2;
/// Before a heading of level 3.
pub(crate) const BEFORE_UNIT: f32 = 0.4;
/// Between two paragraphs, and between the rows of a table that must break somewhere: each row is read by itself.
pub(crate) const BETWEEN_PARAGRAPHS: f32 = 0.6;
/// Between two items of a list, and before a chart: what is above leads to it.
pub(crate) const BETWEEN_LIST_ITEMS: f32 = 0.8;
/// Between two lines of a paragraph, and before large figures: the unit.
pub(crate) const WITHIN_PARAGRAPH: f32 = 1.0;
/// Between the rows of a chart or the children of a unit that are longer than most columns.
pub(crate) const WITHIN_LONG_CHART: f32 = 1.2;
/// Added within an item of fewer than eight lines: it is read at a glance or not at all.
pub(crate) const SHORT_ITEM_SPLIT: f32 = 45.0;
/// Between two lines of a tall table row: its cells are read side by side.
pub(crate) const TALL_ROW_SPLIT: f32 = 6.0;
/// Between an item and its picture, and between the lines above it: a picture at the top of a column illustrates nothing.
pub(crate) const PICTURE_SPLIT: f32 = 90.0;
/// After the first row of a longer table, which would be left behind alone.
pub(crate) const ROW_LEFT_BEHIND: f32 = 15.0;
/// Between the rows of a short table, and between a table and the words that introduce it.
pub(crate) const SHORT_TABLE_SPLIT: f32 = 60.0;
/// Between large figures and the short chart or table that illustrates them, which would lack its heading: only a hole is worse.
pub(crate) const FIGURES_SPLIT: f32 = 30.0;
/// Within a unit, as a last resort: a box, a short chart, the rows of an organization chart, whose connectors would lead nowhere, and a few
/// notes, which annotate what is above.
pub(crate) const WHOLE_SPLIT: f32 = 300.0;

/// The weight from which a break splits something that is kept whole if it fits, so that it counts for more once made: by
/// [`KEPT_WHOLE_MADE`] if columns are filled, by [`KEPT_WHOLE_EVENED`] if they could be uneven instead.
pub(crate) const KEPT_WHOLE: f32 = 20.0;
pub(crate) const KEPT_WHOLE_MADE: f32 = 1.8;
pub(crate) const KEPT_WHOLE_EVENED: f32 = 2.0;
/// The cost of a break once it is made.
pub(crate) fn made(cost: f32) -> f32 {
    if cost >= KEPT_WHOLE { cost * KEPT_WHOLE_MADE } else { cost }
}

/// The weight of a point by which two columns differ, and of a point by which pictures are reduced, in points of height.
pub(crate) const APART: f32 = 0.5;
pub(crate) const SMALLER: f32 = 0.1;
/// A break at which the columns differ by more than this share of the text is considered only if there is no other.
pub(crate) const FAR_FROM_EVEN: f32 = 0.8;

// White, as a share of the page's height: a little is harmless, a hole is serious, so most weights apply to its square.

/// The white at the foot of a column followed by more content: by its share, and by its square.
pub(crate) const WHITE_FOOT: (f32, f32) = (40.0, 900.0);
/// Beyond this share, the foot of a column looks forgotten: a fixed cost, and one for the excess.
pub(crate) const MOST_WHITE: f32 = 0.117;
pub(crate) const HOLE: (f32, f32) = (40.0, 800.0);

/// The cost of a share of white for being a hole.
pub(crate) fn hole(white: f32) -> f32 {
    let (step, beyond) = HOLE;
    if white > MOST_WHITE { step + (white - MOST_WHITE) * beyond } else { 0.0 }
}

/// Added if it breaks a rule that holds for all pages.
pub(crate) const FAULT: f32 = 40.0;
/// The whole foot of a page is as wide as two columns.
pub(crate) const PAGE_FOOT: f32 = 2.0;
/// A column less deep than its neighbour at the end of a flow: by the square of its white.
pub(crate) const UNEVEN: f32 = 400.0;
/// White above the closing band, which is between two elements: by its share, and by its square.
pub(crate) const WHITE_ABOVE_STRIP: (f32, f32) = (60.0, 600.0);
/// A last page with only the closing band, which closes nothing there: only holes on several pages are worse.
pub(crate) const STRIP_ALONE: f32 = 120.0;
/// A line or two of a text at the top of a page, above something else.
pub(crate) const REMNANT: f32 = 40.0;
/// White at the end of the last page, where nothing follows.
pub(crate) const WHITE_AT_END: f32 = 20.0;
/// A last page less than a third full, which looks like a mistake: a fixed cost, and one for white beyond two thirds.
pub(crate) const LAST_PAGE_EMPTY: (f32, f32) = (60.0, 300.0);
/// Within a column that is filled: by the square of its share of white, and again for what exceeds a forgivable share.
pub(crate) const COLUMN_WHITE: f32 = 400.0;
pub(crate) const FORGIVEN_WHITE: f32 = 0.12;
/// A further page: the paper, and turning it.
pub(crate) const PAGE: f32 = 30.0;

// Liberties taken for better pages.

/// An exhibit at the top of the page after its position.
pub(crate) const FLOATED: f32 = 3.0;
/// An exhibit between two lines of an item, which continues after another section.
pub(crate) const AROUND_EXHIBIT: f32 = 25.0;
/// An exhibit before an earlier one: it would be taken for a part of the earlier one's section.
pub(crate) const EXCHANGED: f32 = 120.0;
/// The pictures of a column at their smallest.
pub(crate) const SCALED: f32 = 5.0;
/// Charts and tables set tight.
pub(crate) const TIGHT: f32 = 5.0;
/// A box across the page, which looks best in a column.
pub(crate) const WIDE_BOX: f32 = 1.0;
/// A short text across the page, whose lines are then long.
pub(crate) const WIDE_TEXT: f32 = 4.0;
/// An organization chart of four or more units in a column, although it is wide by nature.
pub(crate) const NARROW_ORGANIZATION: f32 = 26.0;
/// The month at a glance set so that it may be moved behind what it lists.
pub(crate) const GLANCE_WAITS: f32 = 60.0;
/// A table with more than four columns in a column.
pub(crate) const NARROW_TABLE: f32 = 20.0;
/// A table whose rows have many lines in a column.
pub(crate) const CROWDED_TABLE: f32 = 30.0;
/// A long table in a column: across the page it breaks less often.
pub(crate) const NARROW_LONG_TABLE: f32 = 12.0;
/// A table across the page, whose cells are then far apart; a chart in a column, whose bars are then short.
pub(crate) const WIDE_TABLE: f32 = 2.0;
pub(crate) const NARROW_CHART: f32 = 2.0;
/// The margin by which a choice is worse than the best so far when it is abandoned half way: nothing tried later would improve it enough.
pub(crate) const HOPELESS: f32 = 40.0;
/// The average cost per page, beyond that of a page, above which pages have a hole among them or separate what belongs together.
pub(crate) const DISAPPOINTING: f32 = 25.0;
