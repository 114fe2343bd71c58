//! workerd, run by wrangler, with everything it keeps inside the project's cache.

use crate::Outcome;
use crate::failure::Failure;
use crate::place::Place;
use crate::tools::Tools;
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How the server is to run.
pub struct Setting {
    /// The port on 127.0.0.1.
    pub port: u16,
    /// The policy it keeps.
    pub policy: String,
    /// What it believes it is deployed for.
    pub deployment: String,
    /// The origin of the demo city page.
    pub city_page: String,
    /// Whether it is open around the clock, whatever the policy says.
    pub always_open: bool,
    /// Variables besides, as NAME:VALUE.
    pub vars: Vec<String>,
    /// The folder of its storage.
    pub state: PathBuf,
    /// The file of its secrets.
    pub secrets: PathBuf,
}

/// How long a start may take: a slow machine needs a few seconds.
const READY: Duration = Duration::from_mins(1);

/// How long wrangler may take to end workerd before it is made to.
const ENDING: Duration = Duration::from_secs(5);

/// A server that answers. It is ended when this is dropped.
pub struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts the server and waits until it answers.
    pub fn start(place: &Place, tools: &Tools, setting: &Setting, stop: &AtomicBool) -> Outcome<Self> {
        let mut wrangler = tools.command("wrangler");
        wrangler
            .args(["dev", "--ip", "127.0.0.1", "--port", &setting.port.to_string()])
            // A free one: two servers on one machine shall not meet.
            .args(["--inspector-port", "0", "--show-interactive-dev-session=false"])
            .arg("--persist-to")
            .arg(&setting.state)
            .arg("--env-file")
            .arg(&setting.secrets)
            .args(["--var", &format!("DEPLOYMENT:{}", setting.deployment)])
            .args(["--var", &format!("CITY:{}", setting.policy)])
            .args(["--var", &format!("CITY_PAGE:{}", setting.city_page)])
            .args(["--var", if setting.always_open { "HOURS:always" } else { "HOURS:policy" }])
            .args(setting.vars.iter().flat_map(|var| ["--var", var]))
            .current_dir(place.root())
            .envs(QUIET)
            .env("XDG_CONFIG_HOME", place.cache("config"))
            .env("WRANGLER_LOG_PATH", place.cache("log"))
            .env("WRANGLER_CACHE_DIR", place.cache("wrangler"))
            .env("WRANGLER_REGISTRY_PATH", place.cache("registry"))
            .stdin(Stdio::null())
            .stdout(std::io::stderr());
        let child =
            wrangler.spawn().map_err(|source| Failure::Start { what: "wrangler dev".to_owned(), source })?;
        let mut server = Self { child, port: setting.port };
        server.wait_until_ready(stop)?;
        Ok(server)
    }

    /// Where it answers.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Fails when the server ended by itself.
    pub fn check(&mut self) -> Outcome {
        match self.child.try_wait() {
            Ok(Some(status)) => Err(Failure::ServerEnded { status }),
            Ok(None) => Ok(()),
            Err(source) => Err(Failure::Start { what: "wrangler dev".to_owned(), source }),
        }
    }

    fn wait_until_ready(&mut self, stop: &AtomicBool) -> Outcome {
        let start = Instant::now();
        while !stop.load(Ordering::Relaxed) && !answers(self.port) {
            self.check()?;
            if start.elapsed() > READY {
                return Err(Failure::NotReady { seconds: READY.as_secs() });
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

/// Nothing is reported to anybody, nothing is looked up, nothing is asked.
const QUIET: [(&str, &str); 6] = [
    ("WRANGLER_SEND_METRICS", "false"),
    ("WRANGLER_SEND_ERROR_REPORTS", "false"),
    ("WRANGLER_HIDE_BANNER", "true"),
    ("NO_UPDATE_NOTIFIER", "1"),
    ("CLOUDFLARE_CF_FETCH_ENABLED", "false"),
    ("CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV", "true"),
];

/// Whether the loader is served: a static file, so that asking wakes no object.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /v1/loader.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut start = [0_u8; 12];
        stream.read_exact(&mut start)?;
        Ok(&start == b"HTTP/1.1 200")
    };
    ask().unwrap_or(false)
}

impl Drop for Server {
    fn drop(&mut self) {
        // wrangler ends workerd when it is asked to end. It may already have been, by the same Ctrl-C.
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(pid) = pid {
            let _ = kill_process(pid, Signal::TERM);
        }
        let start = Instant::now();
        while start.elapsed() < ENDING {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
