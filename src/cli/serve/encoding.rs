//! Compression, as the browser accepts it.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// Below this many bytes compression gains nothing that a packet shows.
const LEAST: usize = 860;

/// How a body is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// The best one that an `Accept-Encoding` header takes (RFC 9110, 12.5.3): brotli before gzip, unless weighed
    /// less; a weight of 0 refuses.
    pub fn best(accepted: &str) -> Encoding {
        let weight = |token: &str| {
            let of = |name: &str| {
                accepted.split(',').find_map(|part| {
                    let mut fields = part.split(';').map(str::trim);
                    if !fields.next()?.eq_ignore_ascii_case(name) {
                        return None;
                    }
                    let weight = fields.find_map(|field| field.strip_prefix("q=").or_else(|| field.strip_prefix("Q=")));
                    Some(weight.map_or(1.0, |weight| weight.parse::<f64>().unwrap_or(0.0)))
                })
            };
            of(token).or_else(|| of("*")).unwrap_or(0.0)
        };
        let (brotli, gzip) = (weight("br"), weight("gzip"));
        if brotli > 0.0 && brotli >= gzip {
            Encoding::Brotli
        } else if gzip > 0.0 {
            Encoding::Gzip
        } else {
            Encoding::Identity
        }
    }

    /// Its name in `Content-Encoding`.
    pub fn token(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
            Encoding::Identity => "identity",
        }
    }

    /// The compressed bytes; `None` where they are to go as they are.
    pub fn compress(self, bytes: &[u8]) -> Option<Vec<u8>> {
        if bytes.len() < LEAST {
            return None;
        }
        match self {
            Encoding::Identity => None,
            Encoding::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(bytes).ok()?;
                encoder.finish().ok()
            }
            Encoding::Brotli => {
                let mut out = Vec::new();
                // Quality 5 takes milliseconds; window 22 is what every browser allows for.
                let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 5, 22);
                encoder.write_all(bytes).ok()?;
                drop(encoder);
                Some(out)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides() {
        let cases = [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip, deflate", Encoding::Gzip),
            ("br;q=0, gzip;q=0.5", Encoding::Gzip),
            ("br;q=0.2, gzip", Encoding::Gzip),
            ("GZIP", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("identity", Encoding::Identity),
            ("gzip;q=0", Encoding::Identity),
            ("", Encoding::Identity),
        ];
        for (accepted, expected) in cases {
            assert_eq!(Encoding::best(accepted), expected, "{accepted}");
        }
    }

    #[test]
    fn small_bodies_go_as_they_are() {
        assert_eq!(Encoding::Gzip.compress(&[b'a'; 100]), None);
        assert!(Encoding::Gzip.compress(&[b'a'; 5000]).is_some_and(|bytes| bytes.len() < 100));
        assert!(Encoding::Brotli.compress(&[b'a'; 5000]).is_some_and(|bytes| bytes.len() < 100));
    }
}
