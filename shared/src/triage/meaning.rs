//! Classes of meaning: what a word is about, whatever language and form it has.

use super::Class;

macro_rules! meanings {
    ($($name:ident = $code:literal,)+) => {
        /// What a word is about. `lexicon/meanings.txt` says which words each class holds.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Meaning {
            /// In no class.
            #[default]
            Other,
            $(#[doc = concat!("See `lexicon/meanings.txt`, `", $code, "`.")] $name,)+
        }

        impl Meaning {
            /// Every class, in the order of their numbers.
            pub const ALL: &'static [Self] = &[Self::Other, $(Self::$name,)+];

            /// The name the lexicon calls it by.
            pub const fn code(self) -> &'static str {
                match self { Self::Other => "", $(Self::$name => $code,)+ }
            }
        }
    };
}

meanings! {
    Kid = "kid",
    Kin = "kin",
    Folk = "folk",
    Stranger = "stranger",
    Me = "me",
    We = "we",
    Third = "third",
    It = "it",
    Not = "not",
    Cannot = "cannot",
    Stop = "stop",
    Now = "now",
    Just = "just",
    Hurry = "hurry",
    Help = "help",
    Rescue = "rescue",
    Please = "please",
    Police = "police",
    Medic = "medic",
    Fireman = "fireman",
    Send = "send",
    Nine = "nine",
    Past = "past",
    Year = "year",
    Recent = "recent",
    Future = "future",
    Day = "day",
    If = "if",
    Ask = "ask",
    Over = "over",
    Drill = "drill",
    Joke = "joke",
    Feel = "feel",
    Think = "think",
    Want = "want",
    Say = "say",
    Breath = "breath",
    Air = "air",
    Bleed = "bleed",
    Faint = "faint",
    Seize = "seize",
    Body = "body",
    Wound = "wound",
    Pain = "pain",
    Heart = "heart",
    Pulse = "pulse",
    Awake = "awake",
    Turn = "turn",
    Blue = "blue",
    Sick = "sick",
    Choke = "choke",
    Fell = "fell",
    Birth = "birth",
    Overdose = "overdose",
    Pill = "pill",
    Toxin = "toxin",
    Swallow = "swallow",
    Dead = "dead",
    Cpr = "cpr",
    Fire = "fire",
    Smoke = "smoke",
    Burn = "burn",
    Explode = "explode",
    House = "house",
    Appliance = "appliance",
    Wild = "wild",
    Gas = "gas",
    Smell = "smell",
    Leak = "leak",
    Monoxide = "monoxide",
    Alarm = "alarm",
    Wire = "wire",
    Spark = "spark",
    Shock = "shock",
    Down = "down",
    Hit = "hit",
    Hurtsome = "hurtsome",
    Kill = "kill",
    Weapon = "weapon",
    Shots = "shots",
    Bomb = "bomb",
    Threat = "threat",
    Rob = "rob",
    Break = "break",
    Entry = "entry",
    Hide = "hide",
    Fight = "fight",
    Scream = "scream",
    Fear = "fear",
    Missing = "missing",
    Find = "find",
    Crash = "crash",
    Vehicle = "vehicle",
    Road = "road",
    Pool = "pool",
    Drown = "drown",
    Trapped = "trapped",
    Rescued = "rescued",
    Suicide = "suicide",
    Myself = "myself",
    Life = "life",
    End = "end",
    Despair = "despair",
    Better = "better",
    Sleep = "sleep",
    Cutting = "cutting",
    Care = "care",
    Tired = "tired",
    Water = "water",
    Main = "main",
    Flow = "flow",
    Sewer = "sewer",
    Flood = "flood",
    Signal = "signal",
    Power = "power",
    Pole = "pole",
    Hole = "hole",
    Tree = "tree",
    Block = "block",
    Out = "out",
    Cover = "cover",
    Ice = "ice",
    Neighborhood = "neighborhood",
    Brown = "brown",
    Steal = "steal",
    Goods = "goods",
    Noise = "noise",
    Animal = "animal",
    Loose = "loose",
    Bite = "bite",
    Suspicious = "suspicious",
    Vandal = "vandal",
    Abandoned = "abandoned",
    Fraud = "fraud",
    Trespass = "trespass",
    Racing = "racing",
    Found = "found",
    Lost = "lost",
    Report = "report",
    Check = "check",
    Permit = "permit",
    Lesson = "lesson",
    Bill = "bill",
    Hours = "hours",
    Info = "info",
    Station = "station",
    Event = "event",
    Food = "food",
    Inspect = "inspect",
    Job = "job",
    Thanks = "thanks",
    Busy = "busy",
    Plumbing = "plumbing",
    Wait = "wait",
    Where = "where",
    Number = "number",
}

impl Meaning {
    /// Whether it tells how the words around it are meant: time, certainty, denial, a request, an office matter.
    #[rustfmt::skip]
    pub const fn is_mood(self) -> bool {
        matches!(
            self,
            Self::Not | Self::Cannot | Self::Stop | Self::Now | Self::Just | Self::Past | Self::Year | Self::Recent | Self::Future | Self::Day | Self::If | Self::Ask | Self::Over | Self::Drill | Self::Joke | Self::Say | Self::Feel | Self::Think | Self::Permit | Self::Lesson | Self::Bill | Self::Hours | Self::Info | Self::Station | Self::Event | Self::Food | Self::Inspect | Self::Job | Self::Thanks | Self::Busy | Self::Plumbing | Self::Wait | Self::Help | Self::Please | Self::Hurry | Self::Police | Self::Send | Self::Where
        )
    }

    /// Whether a word of this class says nothing of what a message is about.
    pub(super) const fn is_idle(self) -> bool {
        matches!(
            self,
            Self::Other
                | Self::Number
                | Self::Me
                | Self::We
                | Self::It
                | Self::Ask
                | Self::Thanks
                | Self::Day
                | Self::Hours
                | Self::Info
        )
    }

    /// What a word of this class is evidence of.
    #[expect(clippy::wildcard_enum_match_arm, reason = "most classes are evidence of nothing")]
    #[rustfmt::skip]
    pub(super) const fn class(self) -> Option<Class> {
        Some(match self {
            Self::Breath | Self::Air | Self::Bleed | Self::Faint | Self::Seize | Self::Body | Self::Wound | Self::Pain | Self::Heart | Self::Pulse | Self::Awake | Self::Blue | Self::Sick | Self::Choke | Self::Fell | Self::Birth | Self::Overdose | Self::Pill | Self::Toxin | Self::Swallow | Self::Dead | Self::Cpr | Self::Medic => Class::Medical,
            Self::Fire | Self::Smoke | Self::Burn | Self::Explode | Self::Fireman => Class::Fire,
            Self::Gas | Self::Smell | Self::Leak | Self::Monoxide | Self::Alarm => Class::Gas,
            Self::Wire | Self::Spark | Self::Shock => Class::Wire,
            Self::Hit | Self::Hurtsome | Self::Kill | Self::Threat | Self::Rob | Self::Fight | Self::Scream | Self::Fear | Self::Police => Class::Violence,
            Self::Weapon | Self::Shots | Self::Bomb => Class::Weapon,
            Self::Break | Self::Entry | Self::Hide | Self::Stranger => Class::Breakin,
            Self::Crash => Class::Crash,
            Self::Pool | Self::Drown => Class::Drowning,
            Self::Trapped | Self::Rescued => Class::Trapped,
            Self::Missing => Class::Missing,
            Self::Bite => Class::Attack,
            Self::Help | Self::Rescue | Self::Hurry | Self::Nine | Self::Send | Self::Please => Class::Cry,
            Self::Suicide | Self::Myself | Self::Life | Self::End | Self::Cutting => Class::Suicide,
            Self::Despair | Self::Care | Self::Tired | Self::Better | Self::Sleep => Class::Despair,
            Self::Water | Self::Main | Self::Flow | Self::Brown => Class::Water,
            Self::Sewer => Class::Sewer,
            Self::Flood => Class::Flood,
            Self::Signal => Class::Signal,
            Self::Power | Self::Pole | Self::Out | Self::Down => Class::Power,
            Self::Road | Self::Hole | Self::Block | Self::Cover | Self::Ice => Class::Road,
            Self::Tree => Class::Tree,
            Self::Steal | Self::Goods => Class::Theft,
            Self::Noise => Class::Noise,
            Self::Vehicle | Self::Abandoned | Self::Racing => Class::Vehicle,
            Self::Suspicious => Class::Suspicious,
            Self::Vandal => Class::Vandalism,
            Self::Animal | Self::Loose => Class::Animal,
            Self::Lost | Self::Found => Class::Lost,
            Self::Fraud => Class::Fraud,
            Self::Trespass => Class::Disorder,
            Self::Check => Class::Welfare,
            Self::Now | Self::Just | Self::Where | Self::House => Class::Sign,
            _ => return None,
        })
    }
}
