//! `SipHash`-2-4: a keyed hash of 64 bits (Aumasson and Bernstein, « `SipHash`: a fast short-input
//! PRF », 2012), written out because the one of the standard library may change between versions
//! and the log outlives them.

/// The secret of a project: without it a hash in the log cannot be tried against a list of SIRETs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salt(pub [u8; 16]);

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte))
}

struct State(u64, u64, u64, u64);

impl State {
    const fn round(&mut self) {
        self.0 = self.0.wrapping_add(self.1);
        self.1 = self.1.rotate_left(13) ^ self.0;
        self.0 = self.0.rotate_left(32);
        self.2 = self.2.wrapping_add(self.3);
        self.3 = self.3.rotate_left(16) ^ self.2;
        self.0 = self.0.wrapping_add(self.3);
        self.3 = self.3.rotate_left(21) ^ self.0;
        self.2 = self.2.wrapping_add(self.1);
        self.1 = self.1.rotate_left(17) ^ self.2;
        self.2 = self.2.rotate_left(32);
    }

    const fn take(&mut self, block: u64) {
        self.3 ^= block;
        self.round();
        self.round();
        self.0 ^= block;
    }
}

/// The hash of `bytes` under the salt.
pub fn hash(salt: Salt, bytes: &[u8]) -> u64 {
    let (first, second) = salt.0.split_at(8);
    let (k0, k1) = (word(first), word(second));
    let mut state = State(
        k0 ^ 0x736f_6d65_7073_6575,
        k1 ^ 0x646f_7261_6e64_6f6d,
        k0 ^ 0x6c79_6765_6e65_7261,
        k1 ^ 0x7465_6462_7974_6573,
    );
    let mut blocks = bytes.chunks_exact(8);
    for block in blocks.by_ref() {
        state.take(word(block));
    }
    // The last block holds the remainder and, in its top byte, the length modulo 256.
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX) & 0xff;
    state.take(word(blocks.remainder()) | (length << 56));
    state.2 ^= 0xff;
    for _ in 0..4 {
        state.round();
    }
    state.0 ^ state.1 ^ state.2 ^ state.3
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Appendix A of the paper, and the first vectors of the reference implementation.
    #[test]
    fn the_published_vectors() {
        let salt = Salt(std::array::from_fn(|i| u8::try_from(i).unwrap()));
        let check = |length: u8, expect: u64| {
            let bytes: Vec<u8> = (0..length).collect();
            assert_eq!(hash(salt, &bytes), expect, "{length} bytes");
        };
        check(0, 0x726f_db47_dd0e_0e31);
        check(1, 0x74f8_39c5_93dc_67fd);
        check(15, 0xa129_ca61_49be_45e5);
    }

    #[test]
    fn another_salt_is_another_hash() {
        assert_ne!(hash(Salt([1; 16]), b"siret"), hash(Salt([2; 16]), b"siret"));
    }
}
