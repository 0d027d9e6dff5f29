//! Size classes of establishments, by headcount.

use std::fmt;

/// Classes of the survey's layout; the register of Insee is finer at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    None,
    From1,
    From10,
    From20,
    From50,
    From100,
    From250,
    From500,
}

impl SizeClass {
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::From1,
        Self::From10,
        Self::From20,
        Self::From50,
        Self::From100,
        Self::From250,
        Self::From500,
    ];

    /// As the layout writes it: `0`, `1-9`, … `500+`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "0",
            Self::From1 => "1-9",
            Self::From10 => "10-19",
            Self::From20 => "20-49",
            Self::From50 => "50-99",
            Self::From100 => "100-249",
            Self::From250 => "250-499",
            Self::From500 => "500+",
        }
    }

    /// Employees of the smallest establishment of the class.
    pub const fn least(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::From1 => 1.0,
            Self::From10 => 10.0,
            Self::From20 => 20.0,
            Self::From50 => 50.0,
            Self::From100 => 100.0,
            Self::From250 => 250.0,
            Self::From500 => 500.0,
        }
    }

    /// The class of a headcount; less than one employee is none.
    pub fn of(headcount: f64) -> Self {
        let reached = Self::ALL.into_iter().rev().find(|class| headcount >= class.least());
        reached.unwrap_or(Self::None)
    }

    /// A class as written in the layout, with any dash; `None` for other words.
    pub fn parse(text: &str) -> Option<Self> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let bare = bare.replace(['–', '—', 'à'], "-");
        Self::ALL.into_iter().find(|class| class.id() == bare)
    }

    /// The class of a code of Insee's register (`TEFET`, Sirene): `NN` and blanks are unknown.
    pub fn from_insee(code: &str) -> Option<Self> {
        Some(match code {
            "00" => Self::None,
            "01" | "02" | "03" => Self::From1,
            "11" => Self::From10,
            "12" => Self::From20,
            "21" => Self::From50,
            "22" | "31" => Self::From100,
            "32" => Self::From250,
            "41" | "42" | "51" | "52" | "53" => Self::From500,
            _ => return None,
        })
    }
}

impl fmt::Display for SizeClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_by_headcount_word_and_code() {
        let check = |headcount: f64, expect: SizeClass| {
            assert_eq!(SizeClass::of(headcount), expect, "{headcount}");
        };
        check(0.0, SizeClass::None);
        check(9.5, SizeClass::From1);
        check(10.0, SizeClass::From10);
        check(49.0, SizeClass::From20);
        check(50.0, SizeClass::From50);
        check(1e6, SizeClass::From500);
        for class in SizeClass::ALL {
            assert_eq!(SizeClass::parse(class.id()), Some(class));
            assert_eq!(SizeClass::of(class.least()), class);
        }
        assert_eq!(SizeClass::parse("20 – 49"), Some(SizeClass::From20));
        assert_eq!(SizeClass::parse("moins de 20"), None);
        assert_eq!(SizeClass::from_insee("31"), Some(SizeClass::From100));
        assert_eq!(SizeClass::from_insee("NN"), None);
    }
}
