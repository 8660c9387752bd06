//! What a briefing says, in reading order, in one language.
