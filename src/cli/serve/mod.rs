//! `serve`: a folder, shown on this machine.

mod encoding;
mod files;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use tiny_http::{Header, Method, Request, Response, Server};

use super::{Failure, output};
use encoding::Encoding;
use files::Found;

/// Requests that are answered at the same time: a page asks for a handful.
const WORKERS: usize = 4;

/// Show a folder in the browser, on this machine only.
///
/// Files go out with their right types and compressed (brotli or gzip, as the browser accepts), never cached, so that
/// a page is always as it is on disk. Other machines cannot reach it. Ctrl+C ends it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets serve                  shows dist/ at http://127.0.0.1:8000/
  indicator-widgets serve site --port 0    on a port that is free")]
pub struct Arguments {
    /// The folder to show.
    #[arg(value_name = "DIR", default_value = "dist")]
    folder: PathBuf,
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

/// Runs `serve`; returns only where it cannot begin.
///
/// # Errors
/// No such folder; the port is taken.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let root = arguments.folder.canonicalize().ok().filter(|folder| folder.is_dir()).ok_or_else(|| {
        Failure::input(format!("{}: no such folder", arguments.folder.display()))
            .hint("name the folder to show; `make dist` fills dist/")
    })?;
    let server = Server::http(("127.0.0.1", arguments.port)).map_err(|error| {
        Failure::input(format!("port {}: {error}", arguments.port)).hint("--port 0 takes a free one")
    })?;
    let address = server.server_addr().to_string();
    output::print(format!("http://{address}/\n").as_bytes())?;
    eprintln!("showing {} (Ctrl+C ends it)", root.display());
    let (server, root) = (Arc::new(server), Arc::new(root));
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, root) = (Arc::clone(&server), Arc::clone(&root));
            std::thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(request, &root);
                }
            })
        })
        .collect();
    for worker in workers {
        // A worker ends only with the server; the others go on.
        let _ = worker.join();
    }
    Ok(())
}

/// Answers one request. That the browser has gone meanwhile is no fault of ours.
fn answer(request: Request, root: &Path) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let _ = request.respond(page(405, "405: only GET and HEAD").with_header_of("Allow", "GET, HEAD"));
        return;
    }
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let encoding = Encoding::best(accepted.map_or("", |header| header.value.as_str()));
    let response = match files::find(root, request.url()) {
        Found::File(path) => match std::fs::read(&path) {
            Ok(bytes) => file(&path, bytes, encoding),
            Err(_) => page(404, "404: no such file"),
        },
        Found::Moved(to) => page(301, "301: this is a folder").with_header_of("Location", &to),
        Found::Nothing => {
            eprintln!("404 {}", request.url());
            page(404, "404: no such file")
        }
    };
    let _ = request.respond(response);
}

type Bytes = Response<std::io::Cursor<Vec<u8>>>;

fn file(path: &Path, bytes: Vec<u8>, encoding: Encoding) -> Bytes {
    let kind = files::media_type(path);
    let plain = Response::from_data(Vec::new()).with_header_of("Content-Type", kind.name);
    if !kind.compressible {
        return with_body(plain, bytes);
    }
    let plain = plain.with_header_of("Vary", "Accept-Encoding");
    match encoding.compress(&bytes) {
        Some(compressed) => with_body(plain.with_header_of("Content-Encoding", encoding.token()), compressed),
        None => with_body(plain, bytes),
    }
}

fn with_body(response: Bytes, bytes: Vec<u8>) -> Bytes {
    let length = bytes.len();
    let headers = response.headers().to_vec();
    Response::new(response.status_code(), headers, std::io::Cursor::new(bytes), Some(length), None)
        .with_chunked_threshold(usize::MAX)
        .with_header_of("Cache-Control", "no-cache")
        .with_header_of("X-Content-Type-Options", "nosniff")
}

fn page(status: u16, text: &str) -> Bytes {
    let response = Response::from_data(Vec::new())
        .with_status_code(status)
        .with_header_of("Content-Type", "text/plain; charset=utf-8");
    with_body(response, format!("{text}\n").into_bytes())
}

trait WithHeader {
    fn with_header_of(self, name: &str, value: &str) -> Self;
}

impl WithHeader for Bytes {
    /// The response with one header more; one that HTTP does not allow is left out.
    fn with_header_of(self, name: &str, value: &str) -> Bytes {
        match Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            Ok(header) => self.with_header(header),
            Err(()) => self,
        }
    }
}
