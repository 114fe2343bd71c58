//! Emergency triage: which line a message calls for, before anybody has read it (EM-GEN-B, PI-AFTER).
//!
//! It runs in the resident's browser at every pause in typing, and again at the edge, over the tokens that the privacy engine
//! reads too. In four steps:
//!
//! 1. `words`: the message as a row of words, each with its class of meaning (`lexicon/meanings.txt`): who, what hazard, what
//!    harm, when, how certain. Forms share a stem, and a long telling word is found behind a misspelling. At most 160 words are
//!    judged together; longer texts in overlapping stretches.
//! 2. `features`: words and classes alone, side by side, near each other, and together with the mood of their sentence: past,
//!    denied, supposed, asked, over, practised.
//! 3. `weigh`: a linear scorer, trained by `cargo xtask train triage` on the build parts of `tests/corpus/triage`, sums what
//!    each feature is worth to each tier. A sentence that is a life threat by itself decides, whatever stands around it.
//! 4. `floor`: frames that name a tier by themselves when nothing in their sentence takes them back. The scorer may raise the
//!    tier above that floor, never lower it. `scripts` does the same for languages that are not written in Latin letters.
//!
//! What was measured, and with which command, is in `tests/corpus/triage/README.md`.

mod extra;
mod features;
mod floor;
mod meaning;
pub mod model;
mod scripts;
mod stem;
mod thread;
pub mod training;
mod weigh;
mod words;

pub use extra::Extra;
pub use thread::Thread;

use crate::scan::{Message, Scan};
use core::ops::Range;
use model::Model;
use weigh::Bars;
use words::Words;

/// The line a message calls for, from the quietest to the most urgent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Nothing to show.
    #[default]
    None,
    /// A matter for police or fire officers without danger now.
    NonEmergency,
    /// Something the city answers for is failing now.
    CityEmergency,
    /// Thoughts of suicide or despair, without an act under way.
    Crisis988,
    /// Life, body or property in danger now.
    Life911,
}

impl Tier {
    /// Every tier, from the quietest to the most urgent.
    pub const ALL: [Self; 5] =
        [Self::None, Self::NonEmergency, Self::CityEmergency, Self::Crisis988, Self::Life911];

    /// The tier that is called `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.code() == code)
    }

    /// The name by which the wire, policies, reports and the corpus call it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NonEmergency => "nonemergency",
            Self::CityEmergency => "cityemergency",
            Self::Crisis988 => "crisis988",
            Self::Life911 => "life911",
        }
    }
}

macro_rules! classes {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)+) => {
        /// What a piece of evidence speaks of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Class { $($(#[$meta])* $name,)+ }

        impl Class {
            /// Every class.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The class that is called `code`.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|class| class.code() == code)
            }

            /// The name by which reports and the agent's banner call it.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

classes! {
    /// Illness, injury, birth, poisoning.
    Medical = "medical",
    /// Fire, smoke, explosion.
    Fire = "fire",
    /// Gas or carbon monoxide.
    Gas = "gas",
    /// Violence or a threat of it.
    Violence = "violence",
    /// Weapons, shots, bombs.
    Weapon = "weapon",
    /// Somebody breaks in or is in the house.
    Breakin = "breakin",
    /// A crash that hurt or trapped somebody.
    Crash = "crash",
    /// Drowning, or people in moving water.
    Drowning = "drowning",
    /// A live wire.
    Wire = "wire",
    /// People trapped.
    Trapped = "trapped",
    /// A child or helpless adult missing.
    Missing = "missing",
    /// An animal that attacks.
    Attack = "attack",
    /// A cry for rescue.
    Cry = "cry",
    /// Officers asked for in disguise, while somebody listens.
    Covert = "covert",
    /// Thoughts of suicide.
    Suicide = "suicide",
    /// Despair.
    Despair = "despair",
    /// The city's water.
    Water = "water",
    /// The city's sewers.
    Sewer = "sewer",
    /// A road or bridge.
    Road = "road",
    /// Signals and signs.
    Signal = "signal",
    /// Flooding.
    Flood = "flood",
    /// Power, poles and lines.
    Power = "power",
    /// A tree on the road or on a line.
    Tree = "tree",
    /// Theft found later.
    Theft = "theft",
    /// Noise.
    Noise = "noise",
    /// Vehicles left, parked or driven badly.
    Vehicle = "vehicle",
    /// Somebody suspicious.
    Suspicious = "suspicious",
    /// Vandalism.
    Vandalism = "vandalism",
    /// Loose or lost animals.
    Animal = "animal",
    /// Things lost and found.
    Lost = "lost",
    /// Fraud, scams and harassment from afar.
    Fraud = "fraud",
    /// Disorder: fights over, trespass, drinking, drugs.
    Disorder = "disorder",
    /// Somebody to look after.
    Welfare = "welfare",
    /// A sign that it is real and now.
    Sign = "sign",
    /// A word of the city's own.
    Local = "local",
    /// The wording as a whole, weighed by the trained scorer.
    Wording = "wording",
}

/// Words that led to the tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Bytes of the text that was looked at; always on character boundaries.
    pub span: Range<usize>,
    /// What they speak of.
    pub class: Class,
}

/// What came of looking at a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Triage {
    /// The line to show.
    pub tier: Tier,
    /// A more urgent tier that was close: shown as the quieter "If anyone is in danger, call 911".
    pub close_to: Option<Tier>,
    /// The words that led there, in order. Empty when there is nothing to show.
    pub evidence: Vec<Evidence>,
}

static BYTES: &[u8] = include_bytes!("model.bin");

/// The judgement of one model.
#[derive(Clone, Copy)]
struct Engine<'a> {
    model: Model<'a>,
    bars: Bars,
}

impl Engine<'static> {
    fn shipped() -> Self {
        Self { model: Model::new(BYTES), bars: Bars::CHOSEN }
    }
}

/// Looks at one message by itself.
#[must_use]
pub fn triage(text: &str) -> Triage {
    read(&Scan::new().read(text), &Extra::default())
}

/// Looks at a message that has been read already. `extra` are the city's own words (policy `triage.extra`).
#[must_use]
pub fn read(message: &Message<'_>, extra: &Extra) -> Triage {
    Engine::shipped().read(message, extra, 0)
}

impl Engine<'_> {
    /// Judges all of `message`; the evidence is of the words from the byte `from` on.
    fn read(&self, message: &Message<'_>, extra: &Extra, from: usize) -> Triage {
        let mut triage = Triage::default();
        let mut token = 0;
        let mut foreign = false;
        loop {
            let (words, next) = Words::read(&self.model, message, token);
            foreign |= words.foreign;
            triage.merge(self.stretch(&words, extra, from));
            match next {
                Some(next) if next > token => token = next,
                _ => break,
            }
        }
        if foreign && let Some((tier, class, span)) = scripts::look(message.text()) {
            triage.merge(Triage { tier, close_to: None, evidence: vec![Evidence { span, class }] });
        }
        triage
    }

    /// Judges one stretch of words.
    fn stretch(&self, words: &Words, extra: &Extra, from: usize) -> Triage {
        let local = extra.find(words.as_slice());
        if local.is_none() && (words.says_nothing() || floor::asks_only(words)) {
            return Triage::default();
        }
        let sums = weigh::sums(&self.model, words);
        let mut tier = weigh::tier(sums, &self.bars);
        if local.is_none() && tier == Tier::Life911 && words.is_scrap() {
            return Triage::default();
        }
        if tier < Tier::Life911 && self.alone(words) {
            tier = Tier::Life911;
        }
        let floor = floor::tier(words);
        let tier = tier.max(floor.map_or(Tier::None, |(tier, ..)| tier));
        let tier = tier.max(local.as_ref().map_or(Tier::None, |(tier, _)| *tier));
        let near = sums.of(Tier::Life911) > -self.bars.close;
        let close_to = (near && tier < Tier::Life911).then_some(Tier::Life911);
        if tier == Tier::None && close_to.is_none() {
            return Triage::default();
        }
        let shown = if tier == Tier::None { close_to.unwrap_or(tier) } else { tier };
        let mut evidence = weigh::evidence(&self.model, words, shown, from);
        if let Some((_, span)) = local.filter(|(_, span)| span.end > from) {
            let place = evidence
                .partition_point(|piece| (piece.span.start, piece.span.end) <= (span.start, span.end));
            evidence.insert(place, Evidence { span, class: Class::Local });
        }
        Triage { tier, close_to, evidence }
    }

    /// One live hazard decides, whatever harmless sentences stand around it.
    fn alone(&self, words: &Words) -> bool {
        let mut from = 0;
        while let Some((sentence, next)) = words.sentence(from) {
            if from == 0 && next == words.as_slice().len() {
                return false;
            }
            if weigh::sums(&self.model, &sentence).of(Tier::Life911) > self.bars.alone
                || floor::tier(&sentence).is_some_and(|(tier, ..)| tier == Tier::Life911)
            {
                return true;
            }
            from = next;
        }
        false
    }
}

impl Triage {
    fn merge(&mut self, other: Self) {
        self.tier = self.tier.max(other.tier);
        self.close_to = self.close_to.max(other.close_to).filter(|close| *close > self.tier);
        self.evidence.extend(other.evidence);
    }
}

#[cfg(test)]
mod tests;
