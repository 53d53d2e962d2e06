//! The share of promises that were kept, as people read it.

/// All of them, in tenths of a percent.
const WHOLE_PERMILLE: u32 = 1_000;

/// The share of a part in a whole in tenths of a percent, rounded half up; none of nothing. What is not whole never reads
/// as whole and what is not nothing never as nothing: one broken promise of ten thousand is 99.9 %, not 100 %.
pub fn share_permille(part: u64, whole: u64) -> Option<u32> {
    if whole == 0 {
        return None;
    }
    let (part, whole) = (u128::from(part.min(whole)), u128::from(whole));
    let rounded = (part * u128::from(WHOLE_PERMILLE) * 2 + whole) / (whole * 2);
    let rounded = u32::try_from(rounded).unwrap_or(WHOLE_PERMILLE);
    Some(match part {
        0 => 0,
        _ if part == whole => WHOLE_PERMILLE,
        _ => rounded.clamp(1, WHOLE_PERMILLE - 1),
    })
}
