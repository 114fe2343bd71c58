//! The demo city page: the repository's `index.html`, served from another origin than the chat, as a city's own site would be.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::{self, Place};
use std::net::Ipv4Addr;
use std::thread;
use tiny_http::{Header, Request, Response, Server};

/// What the page's snippet says: where the chat is, and of which city.
const PASTED: [&str; 2] = ["http://localhost:8787", "city=eagle-mountain"];

/// The city page, served until the program ends.
pub struct CityPage {
    port: u16,
}

impl CityPage {
    /// Serves the page on `port`, for the chat of `city` on `chat_port`.
    pub fn open(place: &Place, port: u16, chat_port: u16, city: &str) -> Outcome<Self> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|_| Failure::PortTaken { port, option: "--city-port" })?;
        let file = place.at("index.html");
        let served = [format!("http://localhost:{chat_port}"), format!("city={city}")];
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // Read anew each time, so that an edit is seen on reload.
                let page = place::read_text(&file).map(|page| {
                    PASTED
                        .iter()
                        .zip(&served)
                        .fold(page, |page, (pasted, served)| page.replace(pasted, served))
                });
                answer(request, page);
            }
        });
        Ok(Self { port })
    }

    /// The page's address, which is also its origin.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

fn answer(request: Request, page: Outcome<String>) {
    let path = request.url().split('?').next().unwrap_or_default();
    let (status, kind, body) = match (path, page) {
        ("/" | "/index.html", Ok(page)) => (200, "text/html; charset=utf-8", page),
        ("/" | "/index.html", Err(failure)) => (500, "text/plain; charset=utf-8", failure.to_string()),
        _ => (404, "text/plain; charset=utf-8", "The demo city has one page: /\n".to_owned()),
    };
    let mut response = Response::from_string(body).with_status_code(status);
    if let Ok(header) = Header::from_bytes("Content-Type", kind) {
        response.add_header(header);
    }
    // A visitor who left does not want the answer any more.
    let _ = request.respond(response);
}
