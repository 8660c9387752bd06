//! What the colours of a file mean, and the way from there to sRGB, in which pages are printed.

use std::sync::Arc;

use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace, Layout,
    MatrixCoefficients, ProfileClass, ToneReprCurve, TransferCharacteristics, TransformExecutor, TransformOptions,
};

/// Colours that differ from sRGB by no more levels than this are taken as sRGB: profiles of sRGB differ among each other.
const SAME: u8 = 3;

/// How a file says what its colours mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An ICC profile.
    Profile(Vec<u8>),
    /// Adobe RGB (1998), as cameras say in Exif without a profile.
    AdobeRgb,
    /// Code points of primaries and transfer (ITU-T H.273).
    CodePoints { primaries: u8, transfer: u8 },
    /// PNG's chunks `gAMA` and `cHRM`, in parts of 100,000: the exponent of the file, and x and y of white, red, green and blue.
    Gamma { gamma: Option<u32>, chromaticities: Option<[u32; 8]> },
}

/// A file's profile that says nothing that can be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

/// A conversion of pixels of 8 bits to sRGB.
#[derive(Clone)]
pub(super) struct ToSrgb {
    executor: Arc<dyn TransformExecutor<u8> + Send + Sync>,
    inks: Inks,
}

/// What goes into a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inks {
    /// One value a pixel, and one out.
    Gray,
    /// Red, green and blue.
    Rgb,
    /// Cyan, magenta, yellow and black, 255 being full ink; red, green and blue out.
    Cmyk,
}

impl ToSrgb {
    /// The conversion that a meaning asks for; `None` when the colours are those of sRGB already.
    pub(super) fn new(meaning: &Meaning, inks: Inks) -> Result<Option<Self>, Unreadable> {
        let profile = profile(meaning, inks).ok_or(Unreadable)?;
        let fits = match inks {
            Inks::Gray => profile.color_space == DataColorSpace::Gray,
            Inks::Rgb => profile.color_space == DataColorSpace::Rgb,
            Inks::Cmyk => profile.color_space == DataColorSpace::Cmyk,
        };
        let describes_pictures = matches!(
            profile.profile_class,
            ProfileClass::DisplayDevice
                | ProfileClass::InputDevice
                | ProfileClass::OutputDevice
                | ProfileClass::ColorSpace
        );
        if !fits || !describes_pictures {
            return Err(Unreadable);
        }
        let layout = match inks {
            Inks::Gray => Layout::Gray,
            Inks::Rgb => Layout::Rgb,
            Inks::Cmyk => Layout::Rgba,
        };
        let target = ColorProfile::new_srgb();
        let executor = profile
            .create_transform_8bit(layout, &target, Layout::Rgb, TransformOptions::default())
            .map_err(|_| Unreadable)?;
        let conversion = Self { executor, inks };
        Ok((!conversion.changes_nothing()).then_some(conversion))
    }

    /// The pixels in sRGB; as many as came in, whole pixels only.
    pub(super) fn convert(&self, pixels: &[u8]) -> Vec<u8> {
        let of_each = match self.inks {
            Inks::Gray => 1,
            Inks::Rgb => 3,
            Inks::Cmyk => 4,
        };
        let mut converted = vec![0; pixels.len() / of_each * 3];
        // It fails only where lengths do not fit each other, and these do.
        let _ = self.executor.transform(pixels, &mut converted);
        if self.inks == Inks::Gray {
            return converted.iter().skip(1).step_by(3).copied().collect();
        }
        converted
    }

    /// Whether a sample of all colours stays what it is.
    fn changes_nothing(&self) -> bool {
        let steps = || (0..=255_u8).step_by(51);
        let sample: Vec<u8> = match self.inks {
            Inks::Cmyk => return false,
            Inks::Gray => (0..=255).step_by(5).collect(),
            Inks::Rgb => {
                steps().flat_map(|r| steps().flat_map(move |g| steps().flat_map(move |b| [r, g, b]))).collect()
            }
        };
        let converted = self.convert(&sample);
        sample.iter().zip(&converted).all(|(old, new)| old.abs_diff(*new) <= SAME)
    }
}

fn profile(meaning: &Meaning, inks: Inks) -> Option<ColorProfile> {
    match meaning {
        Meaning::Profile(bytes) => ColorProfile::new_from_slice(bytes).ok(),
        Meaning::AdobeRgb => Some(ColorProfile::new_adobe_rgb()),
        Meaning::CodePoints { primaries, transfer } => {
            let color_primaries = CicpColorPrimaries::try_from(*primaries).ok()?;
            let transfer_characteristics = TransferCharacteristics::try_from(*transfer).ok()?;
            let matrix_coefficients = MatrixCoefficients::Identity;
            // Brightness beyond that of paper has no place in sRGB that all would agree on.
            if matches!(transfer_characteristics, TransferCharacteristics::Smpte2084 | TransferCharacteristics::Hlg) {
                return None;
            }
            let points =
                CicpProfile { color_primaries, transfer_characteristics, matrix_coefficients, full_range: true };
            let mut profile = ColorProfile::new_from_cicp(points);
            set_curve(&mut profile, &transfer_characteristics.try_into().ok()?);
            Some(profile)
        }
        Meaning::Gamma { gamma, chromaticities } => of_gamma(*gamma, *chromaticities, inks),
    }
}

fn of_gamma(gamma: Option<u32>, chromaticities: Option<[u32; 8]>, inks: Inks) -> Option<ColorProfile> {
    // Parts of 100,000, far below where a float loses any.
    let part = |value: u32| value as f32 / 100_000.0;
    // A file's exponent is that from light to value; a curve's the other way round.
    let exponent =
        gamma.map(|gamma| 1.0 / part(gamma)).filter(|gamma| gamma.is_finite() && (0.1..=10.0).contains(gamma));
    if gamma.is_some() && exponent.is_none() {
        return None;
    }
    // 1/2.2, which files say when they mean the curve of sRGB.
    let exponent = exponent.filter(|_| gamma.is_none_or(|gamma| gamma.abs_diff(45_455) > 500));
    if inks == Inks::Gray {
        let mut profile = ColorProfile::new_gray_with_gamma(exponent.unwrap_or(2.2));
        if exponent.is_none() {
            profile.gray_trc = ColorProfile::new_srgb().red_trc;
        }
        return Some(profile);
    }
    let mut profile = ColorProfile::new_srgb();
    if let Some([wx, wy, rx, ry, gx, gy, bx, by]) = chromaticities {
        if [wy, ry, gy, by].contains(&0) {
            return None;
        }
        let at = |x, y| Chromaticity { x: part(x), y: part(y) };
        let primaries = ColorPrimaries { red: at(rx, ry), green: at(gx, gy), blue: at(bx, by) };
        profile.update_rgb_colorimetry(at(wx, wy).to_xyyb(), primaries);
    }
    if let Some(exponent) = exponent {
        profile.cicp = None;
        set_curve(&mut profile, &ToneReprCurve::Parametric(vec![exponent]));
    }
    Some(profile)
}

fn set_curve(profile: &mut ColorProfile, curve: &ToneReprCurve) {
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(meaning: &Meaning, inks: Inks, pixel: &[u8]) -> Option<Vec<u8>> {
        ToSrgb::new(meaning, inks).unwrap().map(|conversion| conversion.convert(pixel))
    }

    #[test]
    fn srgb_stays_what_it_is() {
        let srgb = Meaning::Profile(ColorProfile::new_srgb().encode().unwrap());
        assert_eq!(converted(&srgb, Inks::Rgb, &[1, 2, 3]), None);
        let usual = Meaning::Gamma {
            gamma: Some(45_455),
            chromaticities: Some([31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]),
        };
        assert_eq!(converted(&usual, Inks::Rgb, &[1, 2, 3]), None);
        assert_eq!(converted(&Meaning::CodePoints { primaries: 1, transfer: 13 }, Inks::Rgb, &[1, 2, 3]), None);
    }

    #[test]
    fn other_colours_are_converted() {
        let p3 = Meaning::Profile(ColorProfile::new_display_p3().encode().unwrap());
        for meaning in [p3, Meaning::CodePoints { primaries: 12, transfer: 13 }] {
            let [r, g, b] = converted(&meaning, Inks::Rgb, &[234, 51, 35]).unwrap()[..] else { panic!() };
            assert!(r >= 253 && g <= 12 && b <= 12, "{r} {g} {b}");
        }
        let [r, g, b] = converted(&Meaning::AdobeRgb, Inks::Rgb, &[219, 0, 0]).unwrap()[..] else { panic!() };
        assert!(r >= 250 && g <= 3 && b <= 3, "{r} {g} {b}");
        let dark = Meaning::Gamma { gamma: Some(100_000), chromaticities: None };
        assert_eq!(converted(&dark, Inks::Gray, &[0, 55, 255]).unwrap(), [0, 128, 255]);
        assert_eq!(converted(&dark, Inks::Rgb, &[0, 55, 255]).unwrap(), [0, 128, 255]);
    }

    proptest::proptest! {
        #[test]
        fn a_broken_profile_harms_nothing(at in 0_usize..600, byte: u8, length in 0_usize..600) {
            let mut profile = ColorProfile::new_display_p3().encode().unwrap();
            let at = at % profile.len();
            profile[at] = byte;
            profile.truncate(profile.len().saturating_sub(length / 2));
            if let Ok(Some(conversion)) = ToSrgb::new(&Meaning::Profile(profile), Inks::Rgb) {
                proptest::prop_assert_eq!(conversion.convert(&[1, 2, 3, 4, 5, 6]).len(), 6);
            }
        }
    }
}
