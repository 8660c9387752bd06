//! What was found of a finished file.

use std::fmt;

use briefing_derive::Record;
use briefing_model::{FormName, FormVersion};
use serde::{Deserialize, Serialize};
use tagged_pdf::reader::{SignatureKind, SignatureView};

use crate::verify::{COMPARED, NOT_COMPARED, Verdict, Verification};

/// Whether a finished file shows what its data say.
///
/// Its words are partly those of the file, which may come from anywhere.
///
/// ```
/// use briefing::forms::{ReportedVerdict, VerificationReport};
/// use briefing::{Edition, Language, Pictures, verify};
///
/// let json = r##"{"office":{"id":"unoct","name":"Office"},"month":"2025-04","issued":"2025-04-30","cutoff":"2025-04-30",
///     "theme":{"accent":"#009EDB","ink":"#0B2545"},"sections":["mandate"]}"##;
/// let edition = Edition::new(serde_json::from_str(json)?, Language::En);
/// let report = VerificationReport::new(&verify(&edition.render(&Pictures::new())?.bytes)?);
/// assert_eq!(report.verdict, ReportedVerdict::Consistent);
///
/// let json = serde_json::to_string(&report)?;
/// assert!(json.starts_with(r#"{"format":"briefing-verification","version":1,"verdict":"consistent","#));
/// assert_eq!(serde_json::from_str::<VerificationReport>(&json)?, report);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Verification"))]
#[serde(deny_unknown_fields)]
#[record(read_keys)]
#[non_exhaustive]
pub struct VerificationReport {
    /// What tells this form from other JSON.
    format: FormName<Self>,
    /// The version of this form. A program reads this version and all before it, and refuses later ones.
    version: FormVersion<Self>,
    /// What the file came to.
    pub verdict: ReportedVerdict,
    /// The version of the program that made the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// What differs between the file and what its data give.
    pub differences: Vec<String>,
    /// What was compared of a file of another version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<String>,
    /// What was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_compared: Vec<String>,
    /// The signatures after the file, which are not judged here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<ReportedSignature>,
    /// What differs between its data and an office folder; none unless it was compared with one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Vec<String>>,
}

super::form!(VerificationReport, "briefing-verification", 1);

/// What a file came to, as [`Verdict`] says it.
///
/// ```
/// use briefing::forms::ReportedVerdict;
///
/// assert_eq!(serde_json::to_string(&ReportedVerdict::OtherVersion)?, r#""other-version""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReportedVerdict {
    /// Its data give the same bytes.
    Consistent,
    /// Its data give another file.
    Altered,
    /// Another version of the program made it, whose bytes this one does not make.
    OtherVersion,
}

impl ReportedVerdict {
    /// All of them.
    ///
    /// ```
    /// use briefing::forms::ReportedVerdict;
    ///
    /// assert!(ReportedVerdict::ALL.iter().all(|verdict| format!("{verdict:14}").len() == 14));
    /// ```
    pub const ALL: [Self; 3] = [Self::Consistent, Self::Altered, Self::OtherVersion];

    /// The word that JSON has for it.
    ///
    /// ```
    /// assert_eq!(briefing::forms::ReportedVerdict::Altered.as_str(), "altered");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consistent => "consistent",
            Self::Altered => "altered",
            Self::OtherVersion => "other-version",
        }
    }
}

impl fmt::Display for ReportedVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A signature, or an attested time.
///
/// ```
/// use briefing::forms::ReportedSignature;
/// use briefing::tagged_pdf::reader::{SignatureKind, SignatureView};
///
/// let view = SignatureView { field: "Signature1".into(), kind: SignatureKind::Signature, range: [0, 900, 1_800, 200] };
/// let signature = ReportedSignature::from(&view);
/// assert_eq!((signature.kind, signature.covers), (SignatureKind::Signature, 2_000));
/// assert!(serde_json::to_string(&signature)?.contains(r#""kind":"signature""#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Signature"))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReportedSignature {
    /// The name of its field.
    pub field: String,
    /// `signature` or `time-stamp`.
    #[serde(with = "KindWord")]
    #[cfg_attr(feature = "schema", schemars(with = "KindWord"))]
    pub kind: SignatureKind,
    /// The two stretches of bytes that it signs: start and length of each.
    pub range: [usize; 4],
    /// How many bytes the file has up to the signature's own end.
    pub covers: usize,
}

/// The words for the kinds of signature.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
#[serde(remote = "SignatureKind", rename_all = "kebab-case")]
enum KindWord {
    Signature,
    TimeStamp,
}

impl From<&SignatureView> for ReportedSignature {
    fn from(view: &SignatureView) -> Self {
        Self { field: view.field.clone(), kind: view.kind, range: view.range, covers: view.covers() }
    }
}

impl VerificationReport {
    /// What [`verify`](crate::verify()) found.
    ///
    /// ```
    /// use briefing::forms::{ReportedVerdict, VerificationReport};
    /// use briefing::verify::{Difference, PageDifference, Verdict, Verification};
    ///
    /// let difference = Difference::Page { page: 2, difference: PageDifference::OtherWords };
    /// let report = VerificationReport::new(&Verification::new(Verdict::Altered(vec![difference])));
    /// assert_eq!(report.verdict, ReportedVerdict::Altered);
    /// assert_eq!(report.differences, ["page 2: other words"]);
    /// ```
    #[must_use]
    pub fn new(found: &Verification) -> Self {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let (verdict, differences) = match &found.verdict {
            Verdict::Consistent => (ReportedVerdict::Consistent, [].as_slice()),
            Verdict::Altered(differences) => (ReportedVerdict::Altered, differences.as_slice()),
            Verdict::OtherVersion { differences, .. } => (ReportedVerdict::OtherVersion, differences.as_slice()),
        };
        let (compared, not_compared) = match verdict {
            ReportedVerdict::OtherVersion => (words(COMPARED), words(NOT_COMPARED)),
            ReportedVerdict::Consistent | ReportedVerdict::Altered => (Vec::new(), Vec::new()),
        };
        Self {
            format: FormName::new(),
            version: FormVersion::new(),
            verdict,
            producer: found.edition.as_ref().map(|edition| edition.producer().to_owned()),
            differences: differences.iter().map(ToString::to_string).collect(),
            compared,
            not_compared,
            signatures: found.signatures.iter().map(ReportedSignature::from).collect(),
            against: None,
        }
    }

    /// The same with the differences between the file's data and an office folder, as
    /// [`Folder::differences`](crate::Folder::differences) finds them.
    ///
    /// ```
    /// use briefing::forms::VerificationReport;
    /// use briefing::{Verdict, Verification};
    ///
    /// let found = Verification::new(Verdict::Consistent);
    /// let report = VerificationReport::new(&found).against(vec![]);
    /// assert_eq!(report.against, Some(vec![]), "its data are those of the folder");
    /// ```
    #[must_use]
    pub fn against(mut self, differences: Vec<String>) -> Self {
        self.against = Some(differences);
        self
    }
}
