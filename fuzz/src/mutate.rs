//! Files spoilt at random, the same each time: what a fuzzer would do, for a stable compiler.

/// Random numbers (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).unwrap_or(0)
    }
}

/// What readers stumble on.
const PIECES: &[&[u8]] = &[
    b"",
    b"\0",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"4294967296",
    b"-1",
    b"99999999999999999999",
    b"1e999",
    b"NaN",
    b"*",
    b"\"",
    b";",
    b",",
    b"\t",
    b"\r\n",
    b"<",
    b">",
    b"/>",
    b"&",
    b"&amp;",
    b"&#0;",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"\xc2\xa0",
    b"\xe2\x80\xaf",
    b"\xef\xbb\xbf",
    b"=",
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b"null",
    b"XFD1048577",
    b"0",
    b" ",
    b"PK\x03\x04",
    b"xml:space=\"preserve\"",
    b"31/02/2024",
];

/// The bytes with one to eight changes.
pub fn mutate(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(64)).min(bytes.len());
        match dice.below(8) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            1 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap_or(0);
                }
            }
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            4 => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..end, piece.iter().copied());
            }
            5 => {
                let again = bytes[at..end].repeat(1 + dice.below(20));
                bytes.splice(at..at, again);
            }
            6 => {
                let from = dice.below(bytes.len() + 1);
                let to = (from + dice.below(200)).min(bytes.len());
                let moved = bytes[from..to].to_vec();
                bytes.splice(at..end, moved);
            }
            _ => {
                // A number becomes another, all the text after it stays.
                let digits = bytes.iter().skip(at).position(u8::is_ascii_digit).map(|n| n + at);
                if let Some(first) = digits {
                    let length = bytes[first..].iter().take_while(|b| b.is_ascii_digit()).count();
                    let number = dice.roll() >> dice.below(64);
                    bytes.splice(first..first + length, number.to_string().into_bytes());
                }
            }
        }
    }
    if dice.below(20) == 0 {
        bytes.truncate(dice.below(bytes.len() + 1));
    }
    bytes
}
