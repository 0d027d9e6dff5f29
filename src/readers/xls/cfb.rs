//! Compound files (MS-CFB): streams in chains of sectors, as the old format and encrypted
//! workbooks are kept.

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Ends a chain.
const END: u32 = 0xffff_fffe;
/// Sectors above are marks, not places.
const LAST: u32 = 0xffff_fffa;
/// Bytes of a small sector.
const MINI: usize = 64;

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    bytes.get(at..)?.first_chunk().copied().map(f64::from_le_bytes)
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

/// An open compound file.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// What follows each sector.
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
    /// Streams smaller than this are in small sectors.
    cutoff: usize,
    entries: Vec<Entry>,
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks().0.iter().copied().map(u32::from_le_bytes)
}

impl<'a> Compound<'a> {
    /// `None` when it is damaged.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut file = Self {
            bytes,
            sector,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
            cutoff: u32_at(bytes, 56)? as usize,
            entries: Vec::new(),
        };
        let mut places: Vec<u32> = numbers(bytes.get(76..512)?).collect();
        let mut next = u32_at(bytes, 68)?;
        let mut lists = 0;
        while next < LAST {
            lists += 1;
            if lists > bytes.len() / sector {
                return None;
            }
            let mut list: Vec<u32> = numbers(file.sector(next)?).collect();
            next = list.pop()?;
            places.append(&mut list);
        }
        // A place that is said twice would make the table longer than the file.
        let most = bytes.len() / sector + 1;
        for place in places.into_iter().filter(|place| *place < LAST).take(most) {
            let part: Vec<u32> = numbers(file.sector(place)?).collect();
            file.fat.extend(part);
            if file.fat.len() > most {
                break;
            }
        }
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        let root = file.entries.first()?;
        let (start, size) = (root.start, root.size);
        if u32_at(bytes, 64)? > 0 {
            let links = file.chain(u32_at(bytes, 60)?, usize::MAX)?;
            file.mini_fat = numbers(&links).collect();
            file.mini = file.chain(start, size)?;
        }
        Some(file)
    }

    fn sector(&self, place: u32) -> Option<&'a [u8]> {
        let start = (place as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last may be cut.
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The bytes of a chain; no longer than the file, whatever turns in circles.
    fn chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let size = size.min(self.bytes.len());
        let mut bytes = Vec::new();
        let mut place = start;
        while place != END && bytes.len() < size {
            bytes.extend_from_slice(self.sector(place)?);
            place = *self.fat.get(place as usize)?;
        }
        bytes.truncate(size);
        Some(bytes)
    }

    fn mini_chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let size = size.min(self.mini.len());
        let mut bytes = Vec::new();
        let mut place = start;
        while place != END && bytes.len() < size {
            let at = (place as usize).checked_mul(MINI)?;
            let end = at.saturating_add(MINI).min(self.mini.len());
            bytes.extend_from_slice(self.mini.get(at..end).filter(|part| !part.is_empty())?);
            place = *self.mini_fat.get(place as usize)?;
        }
        bytes.truncate(size);
        Some(bytes)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; `None` when there is no such stream, or it is damaged.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        if entry.size < self.cutoff {
            self.mini_chain(entry.start, entry.size)
        } else {
            self.chain(entry.start, entry.size)
        }
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units: Vec<u16> =
        bytes.get(..64)?.as_chunks().0.iter().copied().map(u16::from_le_bytes).collect();
    let name = String::from_utf16_lossy(&units);
    let name = name.split('\0').next().unwrap_or_default().to_owned();
    Some(Entry { name, start: u32_at(bytes, 116)?, size: u32_at(bytes, 120)? as usize })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A chain that turns in circles, and one that leads nowhere.
    #[test]
    fn chains_end() {
        let mut file = vec![0_u8; 512 * 4];
        file[30] = 9;
        file[56..60].copy_from_slice(&4_096_u32.to_le_bytes());
        file[76..512].fill(0xff);
        file[76..80].copy_from_slice(&0_u32.to_le_bytes());
        file[68..72].copy_from_slice(&END.to_le_bytes());
        file[48..52].copy_from_slice(&1_u32.to_le_bytes());
        // The directory is followed by itself.
        file[516..520].copy_from_slice(&1_u32.to_le_bytes());
        let open = Compound::open(&file).unwrap();
        assert!(open.entries.len() <= file.len() / ENTRY);
        assert!(!open.has("Workbook") && open.stream("Workbook").is_none());
        file[516..520].copy_from_slice(&77_u32.to_le_bytes());
        assert!(Compound::open(&file).is_none());
        for length in 0..file.len() {
            Compound::open(&file[..length]);
        }
    }
}
