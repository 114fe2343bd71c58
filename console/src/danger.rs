//! What a chat calls for, as the one who answers it sees it (EM-GEN-B).

use shared::chat::{Happening, Log};
use shared::triage::Tier;
use shared::wire::v1::Party;

/// Somebody may be in danger, or something is failing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Danger {
    /// What the chat calls for.
    pub tier: Tier,
    /// The resident's words that led there, each once.
    pub words: Vec<String>,
}

impl Danger {
    /// What `log` calls for as it stands, by the edge's word.
    pub fn of(log: &Log) -> Option<Self> {
        let tier = log.alert().map(|alert| alert.tier).filter(|tier| *tier > Tier::None)?;
        Some(Self { tier, words: words(log) })
    }

    /// Whether words show that it is about life: the city's own emergencies and the police's quiet matters are not, and a guess
    /// by no words is no alarm.
    pub fn is_of_life(&self) -> bool {
        self.tier >= Tier::Crisis988 && !self.words.is_empty()
    }
}

/// The words of the last message that has any. A tier stands on after them, until the resident says that the danger is over.
fn words(log: &Log) -> Vec<String> {
    let found = log.entries().iter().rev().find_map(|entry| match &entry.happening {
        Happening::Said { by: Party::Resident, text, alert: Some(alert) } if alert.is_shown() => {
            Some((text, &alert.clues))
        }
        Happening::Said { .. }
        | Happening::Started { .. }
        | Happening::Joined(_)
        | Happening::Ended { .. } => None,
    });
    let Some((text, spots)) = found else { return Vec::new() };
    let mut words: Vec<String> = Vec::new();
    // A piece may have been struck since: what no longer stands there is not shown.
    for piece in spots.iter().filter_map(|clue| text.as_str().get(clue.from as usize..clue.to as usize)) {
        if !words.iter().any(|word| word == piece) {
            words.push(piece.to_owned());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::id::Seq;
    use shared::privacy::{Allowed, mask};
    use shared::time::Millis;
    use shared::triage::Class;
    use shared::wire::v1::{Alert, Body, Clue, Event, Snapshot};

    /// Whose, what, and what triage said of it: the tier and the places of the words.
    type Message<'a> = (Party, &'a str, Option<(Tier, &'a [(u32, u32)])>);

    fn log(messages: &[Message<'_>]) -> Log {
        let events = (1..).zip(messages).map(|(seq, (by, text, alert))| {
            let alert = alert.map(|(tier, spans)| {
                let clues = spans.iter().map(|(from, to)| Clue { from: *from, to: *to, class: Class::Fire });
                Box::new(Alert { tier, close_to: None, clues: clues.collect() })
            });
            let text = mask(text, Allowed::NOTHING).text;
            Event {
                seq: Seq(seq),
                at: Millis(0),
                client_ref: None,
                body: Body::Said { by: *by, text, alert },
            }
        });
        Log::from(&Snapshot { head: Seq(9), events: events.collect() })
    }

    const LIFE: Tier = Tier::Life911;

    #[test]
    fn em_gen_b_the_agent_sees_the_tier_and_the_words_that_led_there() {
        let found = Danger::of(&log(&[
            (Party::Resident, "smoke, smoke and fire", Some((LIFE, &[(0, 5), (7, 12), (17, 21)]))),
            (Party::Staff, "Is anyone inside?", None),
            (Party::Resident, "yes", Some((LIFE, &[]))),
        ]));
        assert_eq!(found, Some(Danger { tier: LIFE, words: vec!["smoke".to_owned(), "fire".to_owned()] }));
        assert!(found.is_some_and(|danger| danger.is_of_life()));
    }

    #[test]
    fn em_gen_b_it_goes_when_the_resident_says_that_it_is_over() {
        let lines =
            [(Party::Resident, "fire", Some((LIFE, &[(0, 4)][..]))), (Party::Resident, "it is out", None)];
        assert_eq!(Danger::of(&log(&lines)), None);
        assert_eq!(Danger::of(&log(&[])), None);
    }

    #[test]
    fn em_gen_b_words_that_no_longer_stand_there_are_not_shown() {
        let found =
            Danger::of(&log(&[(Party::Resident, "¡ay!", Some((Tier::CityEmergency, &[(1, 3), (90, 99)])))]));
        assert_eq!(found.as_ref().map(|danger| danger.words.len()), Some(0));
        assert!(!found.is_some_and(|danger| danger.is_of_life()));
    }
}
