//! A small seeded generator (`splitmix64`): the same bytes on every machine and every run.
//!
//! Only additions, products and divisions are used on floats, so results do not depend on the
//! platform's mathematical library.

pub struct Rng(u64);

impl Rng {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or_default()
    }

    /// In `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        f64::from(self.next()) / 4_294_967_296.0
    }

    /// In `[low, high)`.
    pub fn real(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// In `low..=high`; `low` when the bounds cross.
    pub fn int(&mut self, low: u32, high: u32) -> u32 {
        if high <= low { low } else { low + self.next() % (high - low + 1) }
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Near a standard normal: twelve uniform draws, centred.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    pub fn pick<'a>(&mut self, items: &[&'a str]) -> &'a str {
        let last = u32::try_from(items.len().saturating_sub(1)).unwrap_or_default();
        let index = usize::try_from(self.int(0, last)).unwrap_or_default();
        items.get(index).copied().unwrap_or_default()
    }
}

/// Nearest whole number, never negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is rounded and clamped to the range of u32"
)]
pub fn whole(value: f64) -> u32 {
    value.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// `share` of `count`, rounded.
pub fn part(count: u32, share: f64) -> u32 {
    whole(f64::from(count) * share)
}
