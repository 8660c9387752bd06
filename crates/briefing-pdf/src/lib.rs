//! A laid-out briefing as a tagged PDF file.
