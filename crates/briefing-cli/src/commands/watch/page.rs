//! The page in the browser.

/// Nothing from elsewhere, and nothing written into the page runs.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; \
    object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

pub(super) const HTML: &str = include_str!("page.html");
pub(super) const SCRIPT: &str = include_str!("page.js");
pub(super) const STYLE: &str = include_str!("page.css");
