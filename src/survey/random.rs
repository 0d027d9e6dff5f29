//! A small seeded generator: the same seed gives the same numbers on every machine.

/// xoshiro256++ (Blackman and Vigna, 2019), seeded by splitmix64 (Steele et al., 2014).
#[derive(Debug, Clone)]
pub struct Random {
    state: [u64; 4],
}

impl Random {
    /// The `stream`-th of many unrelated sequences of one `seed`.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut mixer = seed;
        let start = splitmix(&mut mixer);
        let mut mixer = start ^ stream.wrapping_mul(0xD134_2543_DE82_EF95);
        Self { state: [0; 4].map(|_: u64| splitmix(&mut mixer)) }
    }

    pub fn next_u64(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// Uniform on [0, 1), 53 bits.
    pub fn uniform(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let high = (self.next_u64() >> 11) as f64;
        high * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Uniform on `0..bound`, 0 for a bound of 0 (multiply-shift; bias below `bound / 2^64`).
    pub fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.next_u64()) * (bound as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }
}

fn splitmix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitmix_reference_value() {
        // First output of the reference implementation for seed 1234567.
        assert_eq!(splitmix(&mut 1_234_567), 6_457_827_717_110_365_317);
    }

    #[test]
    fn xoshiro_reference_value() {
        let mut random = Random { state: [1, 2, 3, 4] };
        let found: Vec<u64> = (0..4).map(|_| random.next_u64()).collect();
        assert_eq!(found, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
    }

    #[test]
    fn streams_differ_and_repeat() {
        let draw = |seed, stream| Random::new(seed, stream).next_u64();
        assert_eq!(draw(7, 3), draw(7, 3));
        assert_ne!(draw(7, 3), draw(7, 4));
        assert_ne!(draw(7, 3), draw(8, 3));
    }

    #[test]
    fn below_is_even() {
        let mut random = Random::new(1, 0);
        let mut seen = [0_i32; 6];
        for _ in 0..60_000 {
            seen[random.below(6)] += 1;
        }
        // Five standard deviations of Binomial(60 000, 1/6).
        assert!(seen.iter().all(|n| (n - 10_000).abs() < 5 * 92), "{seen:?}");
    }
}
