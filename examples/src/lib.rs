//! Small programs on the briefing libraries, beside a complete office folder.
