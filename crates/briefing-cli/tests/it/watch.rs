//! `briefing watch`: pages and faults in a browser on this computer, and for nobody else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::common::{Desk, briefing};

struct Watched {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watched {
    fn start(desk: &Desk) -> Self {
        let mut command = briefing();
        command.current_dir(desk.path("")).args(["watch", "office", "--lang", "en,fr"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        // Somebody goes on listening, so that the command can go on talking.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let address = line.split_once("http://127.0.0.1:").unwrap().1;
        let (port, rest) = address.split_once('/').unwrap();
        let token = rest.split_once('/').unwrap().0.to_owned();
        Self { child, port: port.parse().unwrap(), token }
    }

    /// The status and body of an answer.
    fn ask(&self, path: &str, headers: &str) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let _ = write!(stream, "GET {path} HTTP/1.1\r\n{headers}\r\n");
        let mut answer = Vec::new();
        // A request that is too long may be cut off while it is written.
        if stream.read_to_end(&mut answer).is_err() && answer.is_empty() {
            return (0, answer);
        }
        let head = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let status = String::from_utf8_lossy(&answer[9..12]).parse().unwrap();
        (status, answer[head + 4..].to_vec())
    }

    fn get(&self, name: &str) -> (u16, Vec<u8>) {
        self.ask(&format!("/{}/{name}", self.token), &format!("Host: 127.0.0.1:{}\r\n", self.port))
    }

    /// The first state after a version that is another.
    fn state(&self, after: u64) -> serde_json::Value {
        // Each question waits until there is an answer, or for twenty seconds.
        for _ in 0..8 {
            let state: serde_json::Value =
                serde_json::from_slice(&self.get(&format!("state?after={after}")).1).unwrap();
            if state["version"] != after {
                return state;
            }
        }
        panic!("no new state");
    }
}

#[test]
fn every_save_is_shown_and_good_pages_stay() {
    let desk = Desk::with("tests/offices/minimal");
    let watched = Watched::start(&desk);
    let first = watched.state(0);
    assert_eq!(first["current"], serde_json::json!([true, true]), "{first}");
    let (status, pages) = watched.get("en.pdf");
    assert!(status == 200 && pages.starts_with(b"%PDF"));
    // The same pages for the browser, and what is where on them.
    let (status, drawn) = watched.get("en/1.svg?v=1");
    assert!(status == 200 && drawn.starts_with(b"<svg "));
    assert_eq!((watched.get("en/0.svg").0, watched.get("en/9.svg").0, watched.get("ar/1.svg").0), (404, 404, 404));
    let view: serde_json::Value = serde_json::from_slice(&watched.get("en.json").1).unwrap();
    let pieces = view["pieces"].as_array().unwrap();
    let at = pieces.iter().position(|piece| piece["place"] == "office/2024-02/briefing.toml:5:8").unwrap();
    assert_eq!(pieces[at]["tags"], "Sect › Art › P", "{view}");
    let areas = view["pages"][0]["areas"].as_array().unwrap();
    assert!(areas.iter().any(|area| area[0] == at), "{view}");

    // A fault is shown with its place, and the last good pages stay. Saved by a rename: half a file would be a state of its own.
    let month = String::from_utf8(desk.read("office/2024-02/briefing.toml")).unwrap();
    desk.write("new.toml", month.replace("2024-02-29", "2024-04-29"));
    std::fs::rename(desk.path("new.toml"), desk.path("office/2024-02/briefing.toml")).unwrap();
    let mut second = watched.state(first["version"].as_u64().unwrap());
    // On a busy machine, what was checked of the month before is a state of its own.
    if second["current"] == first["current"] {
        second = watched.state(second["version"].as_u64().unwrap());
    }
    assert_eq!(second["current"], serde_json::json!([false, false]), "{second}");
    assert_eq!(second["faults"][0]["code"], "M0103");
    assert_eq!(second["faults"][0]["place"], "office/2024-02/briefing.toml:4:8");
    assert_eq!(watched.get("en.pdf").1, pages);

    // A file that is gone, and comes back by a rename, is shown as soon as it is there.
    std::fs::remove_file(desk.path("office/2024-02/briefing.toml")).unwrap();
    let third = watched.state(second["version"].as_u64().unwrap());
    assert_eq!(third["current"][0], false);
    desk.write(
        "new.toml",
        "[[item]]\nid = \"a\"\nsection = \"highlights\"\nwhen = \"2024-02-01\"\ntext = \"Another text.\"\n",
    );
    std::fs::rename(desk.path("new.toml"), desk.path("office/2024-02/briefing.toml")).unwrap();
    let mut state = third;
    while state["current"][0] == false {
        state = watched.state(state["version"].as_u64().unwrap());
    }
    assert_ne!(watched.get("en.pdf").1, pages);
}

#[test]
fn nobody_else_is_answered() {
    let desk = Desk::with("tests/offices/minimal");
    let watched = Watched::start(&desk);
    let host = format!("Host: 127.0.0.1:{}\r\n", watched.port);
    let page = format!("/{}/", watched.token);
    let (status, body) = watched.ask(&page, &host);
    assert!(status == 200 && String::from_utf8_lossy(&body).contains("<html lang=\"en\">"));
    for name in ["page.js", "page.css", "icon.svg"] {
        assert_eq!(watched.get(name).0, 200, "{name}");
    }
    for path in [
        "/",
        "/page.js",
        "/00000000000000000000000000000000/",
        "/../../etc/passwd",
        &format!("{page}../office.toml"),
        &format!("{page}xx.pdf"),
    ] {
        assert_eq!(watched.ask(path, &host).0, 404, "{path}");
    }
    assert_eq!(watched.ask(&page, "Host: example.org\r\n").0, 403, "a name that was made to lead here");
    assert_eq!(watched.ask(&page, "").0, 403);
    assert_eq!(watched.ask(&page, &format!("{host}Origin: http://example.org\r\n")).0, 403);
    assert_eq!(watched.ask(&page, &format!("{host}Origin: http://127.0.0.1:{}\r\n", watched.port)).0, 200);
    assert!(matches!(watched.ask(&page, &format!("{host}X: {}\r\n", "x".repeat(20_000))).0, 0 | 400));
    assert_eq!(watched.token.len(), 32);
}
