//! Names of any letters.

use briefing_model::{Language, Name};
use proptest::prelude::*;

/// A name of one or two words in English and up to three other languages.
pub(crate) fn name() -> impl Strategy<Value = Name> {
    let word = "[^\\pC\u{fffd}\\pZ]{1,12}( [^\\pC\u{fffd}\\pZ]{1,4})?";
    let others = prop::collection::btree_map(prop::sample::select(Language::ALL.to_vec()), word, 0..4);
    // Some letters are as blank as a space.
    (word, others).prop_filter_map("blank", |(english, others)| {
        let name = Name::new(english).ok()?;
        others.into_iter().try_fold(name, |name, (language, text)| name.with(language, text).ok())
    })
}
