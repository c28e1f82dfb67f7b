//! The browser: the only module that uses wasm-bindgen, serde-wasm-bindgen and web-sys.
