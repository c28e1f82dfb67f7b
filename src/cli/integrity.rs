//! Subresource integrity (W3C, 2016): the hash by which a page pins a file from another host.

use base64::Engine;
use sha2::{Digest, Sha384};

/// The value of the attribute `integrity` for a file of these bytes: `sha384-…`.
pub fn of(bytes: &[u8]) -> String {
    ["sha384-", &base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes))].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_empty_file_has_the_hash_that_the_standard_gives_it() {
        // FIPS 180-4, SHA-384 of no bytes.
        assert_eq!(super::of(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
