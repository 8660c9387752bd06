//! A server for one browser on this computer: loopback only, on a port that the system picks, and nothing without the token.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use briefing::Language;

use super::page;
use super::state::SharedMonth;

/// The longest head of a request, in bytes.
const LONGEST_HEAD: u64 = 16 * 1024;

/// How many requests are answered at once.
const MOST_AT_ONCE: usize = 32;

/// How long a request for the next state waits: less than the time after which proxies and browsers give up.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

pub(super) struct Server {
    address: String,
}

/// What every request is checked against.
struct Gate {
    token: String,
    port: u16,
    shared: Arc<SharedMonth>,
}

struct Request {
    path: String,
    query: String,
    host: String,
    origin: Option<String>,
}

struct HttpAnswer {
    status: &'static str,
    kind: &'static str,
    body: Arc<[u8]>,
}

impl Server {
    /// Starts listening, in a thread that lives as long as the process.
    pub(super) fn start(shared: Arc<SharedMonth>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let gate = Arc::new(Gate { token: token()?, port, shared });
        let address = format!("http://127.0.0.1:{port}/{}/", gate.token);
        thread::Builder::new().spawn(move || serve(&listener, &gate))?;
        Ok(Self { address })
    }

    /// The address of the page, with the token.
    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

/// 128 bits that nobody can guess. The standard library seeds the hash of its maps from the system's randomness, and offers no
/// other access to it.
fn token() -> io::Result<String> {
    let random = || RandomState::new().build_hasher().finish();
    // A second state of one thread differs from the first by a counter, which a keyed hash hides.
    let other = thread::Builder::new().spawn(random)?.join().unwrap_or_default();
    Ok(format!("{:016x}{other:016x}", random()))
}

fn serve(listener: &TcpListener, gate: &Arc<Gate>) {
    let at_once = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming().flatten() {
        if at_once.fetch_add(1, Ordering::SeqCst) >= MOST_AT_ONCE {
            at_once.fetch_sub(1, Ordering::SeqCst);
            continue;
        }
        let (gate, counter) = (Arc::clone(gate), Arc::clone(&at_once));
        let begun = thread::Builder::new().spawn(move || {
            // It does not matter if the browser has gone.
            let _ = answer(&stream, &gate);
            counter.fetch_sub(1, Ordering::SeqCst);
        });
        if begun.is_err() {
            at_once.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

fn answer(stream: &TcpStream, gate: &Gate) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.set_write_timeout(Some(Duration::from_secs(10)))?;
    stream.set_nodelay(true)?;
    let answer = read(stream).map_or_else(
        || plain("400 Bad Request", "not a request that is answered here"),
        |request| gate.answer(&request),
    );
    let HttpAnswer { status, kind, body } = answer;
    let mut out = stream;
    // Nobody else may frame, sniff, keep or link to what is shown here.
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         X-Frame-Options: DENY\r\nContent-Security-Policy: {}\r\n\r\n",
        body.len(),
        page::POLICY,
    )?;
    out.write_all(&body)?;
    out.flush()
}

/// Reads the head of a request; the requests that are answered have no body.
fn read(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD));
    let mut line = String::new();
    lines.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?, words.next()?.to_owned());
    if method != "GET" {
        return None;
    }
    let (mut host, mut origin) = (String::new(), None);
    loop {
        line.clear();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let header = line.trim_end();
        if header.is_empty() {
            break;
        }
        match header.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("host") => value.trim().clone_into(&mut host),
            Some((name, value)) if name.eq_ignore_ascii_case("origin") => origin = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    Some(Request { path: path.to_owned(), query: query.to_owned(), host, origin })
}

impl Gate {
    fn answer(&self, request: &Request) -> HttpAnswer {
        let own = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        // Refuses another host name that leads here, and requests from other pages.
        let same_origin = |origin: &String| own.iter().any(|host| *origin == format!("http://{host}"));
        if !own.contains(&request.host) || request.origin.as_ref().is_some_and(|origin| !same_origin(origin)) {
            return plain("403 Forbidden", "asked for from elsewhere");
        }
        let Some(rest) = request.path.strip_prefix('/').and_then(|path| path.split_once('/')) else {
            return plain("404 Not Found", "nothing is here");
        };
        if !is_same(rest.0, &self.token) {
            return plain("404 Not Found", "nothing is here");
        }
        match rest.1 {
            "" => fixed("text/html; charset=utf-8", page::HTML),
            "page.js" => fixed("text/javascript; charset=utf-8", page::SCRIPT),
            "page.css" => fixed("text/css; charset=utf-8", page::STYLE),
            "icon.svg" => fixed("image/svg+xml", page::ICON),
            "state" => {
                let version = request.query.strip_prefix("after=").and_then(|version| version.parse().ok());
                let view = self.shared.after(version.unwrap_or(u64::MAX), LONGEST_WAIT);
                let json = serde_json::to_vec(&view).unwrap_or_default();
                HttpAnswer { status: "200 OK", kind: "application/json", body: json.into() }
            }
            name => self.pages(name).unwrap_or_else(|| plain("404 Not Found", "no pages yet")),
        }
    }

    /// The last good file of a language, what is on its pages, or one of them.
    fn pages(&self, name: &str) -> Option<HttpAnswer> {
        let (code, rest) = name.split_at_checked(name.find(['.', '/'])?)?;
        let pages = self.shared.pages(code.parse::<Language>().ok()?)?;
        let (kind, body) = match rest {
            ".pdf" => ("application/pdf", pages.file()?),
            ".json" => ("application/json", pages.json().into()),
            _ => {
                let number = rest.strip_prefix('/')?.strip_suffix(".svg")?;
                ("image/svg+xml", pages.page(number.parse().ok()?)?)
            }
        };
        Some(HttpAnswer { status: "200 OK", kind, body })
    }
}

/// Whether two texts are equal, in a time that does not reveal where they differ.
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (one, other)| all | (one ^ other)) == 0
}

/// A fixed part of the page.
fn fixed(kind: &'static str, body: &'static str) -> HttpAnswer {
    HttpAnswer { status: "200 OK", kind, body: body.as_bytes().into() }
}

fn plain(status: &'static str, words: &str) -> HttpAnswer {
    HttpAnswer { status, kind: "text/plain; charset=utf-8", body: words.as_bytes().into() }
}
