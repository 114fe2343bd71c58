//! `cargo xtask dev`: the chat and a city page on this machine, from nothing to two addresses.
//!
//! The chat runs in workerd, started by wrangler; [`city`] serves the page of a city that pasted the snippet. Storage and
//! secrets of development lie in `.rotunda/`. The same server is started for the stories by `serve`, so that what is tried by
//! hand and what is tested are started alike.

mod city;
mod secrets;
mod server;

use crate::Outcome;
use crate::build;
use crate::failure::Failure;
use crate::place::{self, Place};
use crate::report;
use crate::tools::Tools;
use city::CityPage;
use clap::Args;
use server::{Server, Setting};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What a deployment on this machine is for.
const DEVELOPMENT: &str = "development";

/// What `dev` can be told.
#[derive(Args)]
pub struct Options {
    /// The port of the chat and the console.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The port of the demo city page.
    #[arg(long, default_value_t = 8080)]
    city_port: u16,
    /// The city whose policy is kept: the name of a file in `policies/`. `rehearsal` has seconds for minutes.
    #[arg(long, default_value = "eagle-mountain")]
    policy: String,
    /// Keep the policy's opening hours too. Without it the chat is open around the clock, at whatever hour it is tried.
    #[arg(long)]
    hours: bool,
}

/// What `serve` can be told. A port of 0 takes a free one.
#[derive(Args)]
pub struct ServeOptions {
    #[arg(long, default_value_t = 0)]
    port: u16,
    #[arg(long, default_value_t = 0)]
    city_port: u16,
    #[arg(long, default_value = "rehearsal")]
    policy: String,
    /// What the Worker believes it is deployed for. A story tries what `production` refuses.
    #[arg(long, default_value = DEVELOPMENT)]
    deployment: String,
    /// The folder of the storage.
    #[arg(long)]
    state: PathBuf,
    /// A variable or secret of the Worker besides, as NAME:VALUE; may be given several times.
    #[arg(long)]
    var: Vec<String>,
}

/// Runs the verb `dev`.
pub fn run(place: &Place, options: &Options) -> Outcome {
    let ports = [(options.port, "--port"), (options.city_port, "--city-port")];
    for (port, option) in ports {
        free(port, option)?;
    }
    known(place, &options.policy)?;
    let tools = build::make(place, false)?;
    report::step("Starting workerd");
    let state = place.cache("state");
    let city =
        Deployed { policy: &options.policy, deployment: DEVELOPMENT, always_open: !options.hours, vars: &[] };
    let started = Started::all(place, &tools, options.port, options.city_port, &city, state)?;
    report::result(&format!(
        "\n  City page      {}\n  Staff console  {}/console/\n",
        started.city.address(),
        started.server.address()
    ));
    report::note(
        "Ctrl-C ends both. After a change, run `cargo xtask build` in another terminal: workerd reloads.",
    );
    started.until_stopped()
}

/// Runs the verb `serve`: one line of JSON when ready, then the server's own output.
pub fn serve(place: &Place, options: &ServeOptions) -> Outcome {
    known(place, &options.policy)?;
    let tools = Tools::installed(place)?;
    let port = free(options.port, "--port")?;
    let city_port = free(options.city_port, "--city-port")?;
    let (policy, deployment) = (&options.policy, &options.deployment);
    let city = Deployed { policy, deployment, always_open: false, vars: &options.var };
    let started = Started::all(place, &tools, port, city_port, &city, options.state.clone())?;
    let addresses = serde_json::json!({ "chat": started.server.address(), "city": started.city.address() });
    report::result(&addresses.to_string());
    started.until_stopped()
}

/// What is deployed: a city's policy, and what for.
struct Deployed<'a> {
    policy: &'a str,
    deployment: &'a str,
    always_open: bool,
    vars: &'a [String],
}

/// The chat and the city page, running.
struct Started {
    server: Server,
    city: CityPage,
    stop: Arc<AtomicBool>,
}

impl Started {
    fn all(
        place: &Place,
        tools: &Tools,
        port: u16,
        city_port: u16,
        Deployed { policy, deployment, always_open, vars }: &Deployed<'_>,
        state: PathBuf,
    ) -> Outcome<Self> {
        // From here on Ctrl-C, a closed terminal or a request to end stops what was started, in order.
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        ctrlc::set_handler(move || stopped.store(true, Ordering::Relaxed))
            .map_err(|error| Failure::Unusable(format!("cannot listen for Ctrl-C: {error}")))?;
        let city = CityPage::open(place, city_port, port, policy)?;
        let secrets = secrets::file(place)?;
        let setting = Setting {
            port,
            policy: (*policy).to_owned(),
            deployment: (*deployment).to_owned(),
            city_page: city.address(),
            always_open: *always_open,
            vars: vars.to_vec(),
            state,
            secrets,
        };
        let server = Server::start(place, tools, &setting, &stop)?;
        Ok(Self { server, city, stop })
    }

    fn until_stopped(mut self) -> Outcome {
        while !self.stop.load(Ordering::Relaxed) {
            self.server.check()?;
            thread::sleep(Duration::from_millis(100));
        }
        report::step("Ending");
        Ok(())
    }
}

/// Whether there is a policy of this name; the ones there are, when not.
fn known(place: &Place, policy: &str) -> Outcome {
    let files = place::files_below(&place.at("policies"))?;
    let names: Vec<_> = files
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|file| Some(file.file_stem()?.to_string_lossy()))
        .collect();
    if names.iter().any(|name| name == policy) {
        return Ok(());
    }
    Err(Failure::UnknownPolicy { policy: policy.to_owned(), known: names.join(", ") })
}

/// The port, when no program listens there; a free one when none was asked for.
fn free(port: u16, option: &'static str) -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let found = listener.and_then(|listener| listener.local_addr());
    found.map(|address| address.port()).map_err(|_| Failure::PortTaken { port, option })
}
