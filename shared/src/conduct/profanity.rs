//! EM-COM-C: profanity, English and Spanish. Whoever is quoted, a member of staff does not write it.
//!
//! Whole words alone count: a town, a fish or a valve that has one inside is none. How a word is hidden and still read is in
//! [`disguise`].

use super::words::says;
use super::{Held, Hold, disguise};
use crate::scan::{Kind, Lexicon, Message, Token, hash};

/// The words, as the scan folds them. Euphemisms are casual at most, and insults are for whoever reads the chat.
pub(super) const PROFANE: &str = "\
fuck fucks fucked fucker fuckers fucking fuckin fuckoff fuckup fuckups fuckwit fuckhead clusterfuck motherfuck motherfucker \
motherfuckers motherfucking mofo fck fcks fcked fcking fckn fkn fking fuk fuking fukin phuck wtf stfu gtfo omfg lmfao ffs \
shit shits shitty shitting shat shite shithead shitheads shithole shitshow shitload shitstorm bullshit bullshitting \
horseshit dipshit batshit apeshit sht shyt \
ass asses asshole assholes ahole asshat asswipe dumbass dumbasses smartass jackass jackasses badass fatass lazyass arse \
arsehole arseholes \
bitch bitches bitching bitchy biatch btch bastard bastards damn damned damnit dammit goddamn goddamned goddamnit goddammit \
hell crap crappy crapped bullcrap piss pissed pissing pisses \
dick dicks dickhead dickheads cocksucker cocksuckers cunt cunts twat twats wank wanker wankers bollocks pussy pussies slut \
sluts slutty whore whores douche douchebag douchebags \
nigger niggers nigga niggas faggot faggots retard retards retarded wetback wetbacks \
puta putas puto putos putada putadas puteada hijueputa hijoputa hijodeputa jueputa hideputa \
mierda mierdas mierdero mierdoso pendejo pendeja pendejos pendejas pendejada pendejadas cabron cabrona cabrones cabronas \
cabronada chingar chinga chingas chingan chingo chingue chinguen chingate chingada chingado chingadas chingados chingadera \
chingaderas chingon chingona pinche pinches verga vergas culo culos culero culera culeros culeras joder jode joden jodan \
joda jodas jodete jodido jodida jodidos jodidas cono conos carajo carajos cojones cojonudo gilipollas cagar cago cagas caga \
cagaste cagada cagadas cagado cagate cague mamadas mamon marica maricon maricones mariconada huevon huevona huevones guevon \
guevones malparido malparida malparidos mamahuevo boludo boluda pelotudo pelotuda puneta punetas";

static WORDS: Lexicon<bool, 512> = Lexicon::new(&[(true, PROFANE)], false);

/// Words that are harmless one by one.
static EXPRESSIONS: &[&[u32]] = &[
    &[hash("screw"), hash("you")],
    &[hash("suck"), hash("my")],
    &[hash("jerk"), hash("off")],
    &[hash("de"), hash("perra")],
    &[hash("no"), hash("mames")],
    &[hash("no"), hash("mamen")],
    &[hash("vale"), hash("madre")],
    &[hash("vale"), hash("madres")],
    &[hash("concha"), hash("de"), hash("tu")],
    &[hash("concha"), hash("tu"), hash("madre")],
];

/// Names of people too: "Dick Smith".
static NAMES: Lexicon<bool, 8> = Lexicon::new(&[(true, "dick dicks fuk verga")], false);

/// What they are without the tilde is a traffic cone.
static TILDED: Lexicon<bool, 4> = Lexicon::new(&[(true, "cono conos")], false);

/// What follows "pinche" where it asks for a click.
static CLICKED: Lexicon<bool, 32> =
    Lexicon::new(&[(true, "aqui en el la los las sobre este esta dos abajo arriba")], false);

pub(super) fn find(message: Message<'_>, holds: &mut Vec<Hold>) {
    let tokens = message.tokens();
    let (mut at, mut spelled) = (0, 0);
    while let Some(first) = tokens.get(at) {
        let run = if at < spelled { None } else { disguise::spelled(message, at) };
        if let Some(run) = &run {
            spelled = run.end;
        }
        let end = run
            .filter(|run| run.is_profane)
            .map(|run| run.end)
            .or_else(|| expression(tokens, at))
            .or_else(|| is_profane(message, at).then_some(at + 1))
            .or_else(|| disguise::disguised(message, at));
        if let Some(last) = end.and_then(|end| tokens.get(end - 1)) {
            holds.push(Hold { span: first.start as usize..last.end as usize, held: Held::Profanity });
        }
        at = end.unwrap_or(at + 1);
    }
}

fn expression(tokens: &[Token], at: usize) -> Option<usize> {
    EXPRESSIONS.iter().find(|words| says(tokens, at, words)).map(|words| at + words.len())
}

/// Whether the word at `at` is profane as it is written.
fn is_profane(message: Message<'_>, at: usize) -> bool {
    let tokens = message.tokens();
    let Some(token) = tokens.get(at).filter(|token| token.kind == Kind::Word && WORDS.get(token.hash)) else {
        return false;
    };
    // The lexicon keeps half of a hash. To hold back a message for a word that only shares it would be a riddle to its writer.
    if !PROFANE.split(' ').any(|word| hash(word) == token.hash) {
        return false;
    }
    let written = message.written(token);
    let next = tokens.get(at + 1).filter(|next| next.kind == Kind::Word).map(|next| next.hash);
    let follows = |words: &[u32]| next.is_some_and(|next| words.contains(&next));
    let spared = if NAMES.get(token.hash) {
        is_name(written) || is_in_an_address(tokens, at)
    } else if TILDED.get(token.hash) {
        !written.contains(['ñ', 'Ñ', '\u{303}'])
    } else if token.hash == hash("hell") {
        // "He'll" without its apostrophe is the same word.
        written.len() > usize::from(token.count)
    } else if token.hash == hash("pinche") {
        next.is_some_and(|next| CLICKED.get(next))
    } else {
        token.hash == hash("pussy") && follows(&[hash("willow"), hash("willows")])
    };
    !spared
}

/// A capital, then small letters.
fn is_name(written: &str) -> bool {
    let mut letters = written.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether the chunk round the token has an at sign: "dick.jones@city.example".
fn is_in_an_address(tokens: &[Token], at: usize) -> bool {
    let after = tokens.iter().skip(at + 1).take_while(|token| token.is_glued());
    let before = tokens.get(..=at).unwrap_or_default().windows(2).rev();
    let before = before.take_while(|pair| matches!(pair, [_, token] if token.is_glued()));
    after.chain(before.filter_map(|pair| pair.first())).any(|token| token.is_punct(b'@'))
}
