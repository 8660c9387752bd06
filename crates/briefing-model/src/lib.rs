//! The domain model of a counter-terrorism office's monthly briefing.
