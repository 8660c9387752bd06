//! The page in the browser.

/// Nothing is loaded from elsewhere, and no script in the page itself runs.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; \
    frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

pub(super) const HTML: &str = include_str!("page.html");
pub(super) const SCRIPT: &str = include_str!("page.js");
pub(super) const STYLE: &str = include_str!("page.css");

/// Browsers ask for an icon outside of the token's folder if the page names none.
pub(super) const ICON: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill='#0b2545' \
    d='M3 1h10v14H3z'/><path stroke='#fff' d='M5 4.5h6M5 7.5h6M5 10.5h4'/></svg>";
