//! Absolute links.

use std::fmt;
use std::str::FromStr;

use crate::textual::{excerpt, serde_as_text};

/// The greatest length of a link, in bytes.
const LONGEST: usize = 2048;

/// An absolute `https`, `http` or `mailto` link, written in ASCII according to RFC 3986.
///
/// Scheme and host are in lower case; characters outside ASCII are percent-encoded as UTF-8. There is never a user name
/// before the host, because that disguises where a link leads, nor a space or control character. As written, it has at
/// most 2048 bytes.
///
/// ```
/// use briefing_model::Link;
///
/// let link: Link = "https://www.UN.org/fr/à-propos".parse()?;
/// assert_eq!(link.as_str(), "https://www.un.org/fr/%C3%A0-propos");
/// assert!("www.un.org".parse::<Link>().is_err(), "a link is absolute");
/// assert!("javascript:alert(1)".parse::<Link>().is_err());
/// # Ok::<(), briefing_model::InvalidLink>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link(Box<str>);

impl Link {
    /// The link as it is written into a file.
    ///
    /// ```
    /// let link: briefing_model::Link = "mailto:info@example.org".parse()?;
    /// assert_eq!(link.as_str(), "mailto:info@example.org");
    /// # Ok::<(), briefing_model::InvalidLink>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Link {
    type Err = InvalidLink;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        check(text).map(|link| Self(link.into())).map_err(|fault| InvalidLink { text: excerpt(text), fault })
    }
}

serde_as_text!(Link, "an absolute link such as \"https://www.un.org/counterterrorism/\"");

fn check(text: &str) -> Result<String, LinkFault> {
    if text.len() > LONGEST {
        return Err(LinkFault::TooLong);
    }
    if text.trim() != text && check(text.trim()).is_ok() {
        return Err(LinkFault::Spaces);
    }
    let (scheme, rest) = text.split_once(':').ok_or(LinkFault::Scheme)?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//").ok_or(LinkFault::Slashes)?;
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (authority, path) = rest.split_at_checked(end).ok_or(LinkFault::Host)?;
            check_authority(authority)?;
            Ok(format!("{scheme}://{}{}", authority.to_ascii_lowercase(), encode(path)?))
        }
        "mailto" => {
            let (address, query) = rest.split_once('?').map_or((rest, None), |(address, query)| (address, Some(query)));
            check_address(address)?;
            let query = query.map(encode).transpose()?.map(|query| format!("?{query}")).unwrap_or_default();
            Ok(format!("{scheme}:{}{query}", encode(address)?))
        }
        _ => Err(LinkFault::Scheme),
    }
}

/// Checks a host name or IPv4 address, and a port if there is one. User names are rejected, because they disguise the
/// host.
fn check_authority(authority: &str) -> Result<(), LinkFault> {
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    check_host(host)?;
    match port {
        Some(port) if port.parse::<u16>().is_err() || !port.bytes().all(|b| b.is_ascii_digit()) => Err(LinkFault::Port),
        _ => Ok(()),
    }
}

fn check_host(host: &str) -> Result<(), LinkFault> {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    if host.len() <= 253 && host.split('.').all(is_label) { Ok(()) } else { Err(LinkFault::Host) }
}

fn check_address(address: &str) -> Result<(), LinkFault> {
    let (local, domain) = address.rsplit_once('@').ok_or(LinkFault::Address)?;
    if local.is_empty() || local.contains(['@', '/', ':', ',', ';']) || check_host(domain).is_err() {
        return Err(LinkFault::Address);
    }
    Ok(())
}

/// Percent-encodes characters outside ASCII as UTF-8, and rejects ASCII characters that RFC 3986 does not allow.
fn encode(part: &str) -> Result<String, LinkFault> {
    let mut encoded = String::with_capacity(part.len());
    let mut chars = part.chars();
    while let Some(c) = chars.next() {
        match c {
            '%' => {
                let mut ahead = chars.clone();
                if !(0..2).all(|_| ahead.next().is_some_and(|c| c.is_ascii_hexdigit())) {
                    return Err(LinkFault::Percent);
                }
                encoded.push(c);
            }
            'a'..='z' | 'A'..='Z' | '0'..='9' => encoded.push(c),
            '-' | '.' | '_' | '~' | ':' | '/' | '?' | '#' | '@' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+'
            | ',' | ';' | '=' => encoded.push(c),
            c if c.is_ascii() || crate::textual::is_unprintable(c) || c.is_whitespace() => {
                return Err(LinkFault::Character(c));
            }
            c => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    encoded.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    if encoded.matches('#').count() > 1 {
        return Err(LinkFault::Character('#'));
    }
    Ok(encoded)
}

/// Text that is not a link.
///
/// ```
/// let error = "un.org".parse::<briefing_model::Link>().unwrap_err();
/// assert_eq!(error.to_string(), "`un.org` is not a link: begin it with https://, http:// or mailto:");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a link: {fault}")]
pub struct InvalidLink {
    text: String,
    fault: LinkFault,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum LinkFault {
    #[error("remove the space before or after it")]
    Spaces,
    #[error("begin it with https://, http:// or mailto:")]
    Scheme,
    #[error("put // after the scheme")]
    Slashes,
    #[error("the host must be a plain name such as www.un.org, in ASCII")]
    Host,
    #[error("the port must be a number up to 65535")]
    Port,
    #[error("write one address, as in mailto:name@example.org")]
    Address,
    #[error("write % followed by two hexadecimal digits, or %25 for the sign itself")]
    Percent,
    #[error("{0:?} must be percent-encoded")]
    Character(char),
    #[error("it is longer than {LONGEST} bytes")]
    TooLong,
}
