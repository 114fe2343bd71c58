//! Takes the ending off a folded word, so that its forms share one entry of the lexicon. English and Spanish together: the
//! endings do not get into each other's way, since a stem is only compared with stems. The build script reads this file too.

/// Words whose form carries the meaning, so that it must stay.
const WHOLE: [&[u8]; 41] = [
    b"passed",
    b"parking",
    b"parked",
    b"building",
    b"missing",
    b"meeting",
    b"morning",
    b"shooting",
    b"smoking",
    b"living",
    b"ending",
    b"opening",
    b"training",
    b"hiring",
    b"during",
    b"evening",
    b"ceiling",
    b"wedding",
    b"housing",
    b"nothing",
    b"something",
    b"anything",
    b"everything",
    b"clothing",
    b"zoning",
    b"running",
    b"standing",
    b"lighting",
    b"painting",
    b"spring",
    b"tirado",
    b"tirada",
    b"partes",
    b"parte",
    b"needed",
    b"speed",
    b"indeed",
    b"hundred",
    b"bleed",
    b"proceed",
    b"apartado",
];

/// Endings, longer before shorter, each with the least number of letters that must stay before it.
const ENDINGS: [(&[u8], usize); 38] = [
    (b"andolo", 3),
    (b"andola", 3),
    (b"andole", 3),
    (b"andose", 3),
    (b"endose", 3),
    (b"andome", 3),
    (b"iendo", 3),
    (b"yendo", 2),
    (b"ieron", 3),
    (b"ando", 3),
    (b"aron", 3),
    (b"amo", 4),
    (b"arse", 3),
    (b"erse", 3),
    (b"irse", 3),
    (b"arme", 4),
    (b"arlo", 4),
    (b"arla", 4),
    (b"ing", 3),
    (b"ado", 4),
    (b"ada", 4),
    (b"ido", 4),
    (b"ida", 4),
    (b"aba", 4),
    (b"ad", 5),
    (b"ed", 3),
    (b"ar", 4),
    (b"er", 5),
    (b"an", 4),
    (b"en", 4),
    (b"al", 5),
    (b"ly", 5),
    (b"y", 5),
    (b"ie", 4),
    (b"i", 5),
    (b"o", 5),
    (b"a", 5),
    (b"e", 4),
];

fn is_whole(word: &[u8]) -> bool {
    WHOLE.iter().any(|whole| whole.len() == word.len() && whole.first() == word.first() && *whole == word)
}

/// The part of `word` that its forms share.
pub fn stem(word: &[u8]) -> &[u8] {
    if is_whole(word) {
        return word;
    }
    let word = match word {
        [rest @ .., before, b's'] if rest.len() > 1 && !b"sui".contains(before) => {
            word.get(..word.len() - 1).unwrap_or(word)
        }
        _ => word,
    };
    if is_whole(word) {
        return word;
    }
    let close = word.last();
    for (ending, least) in ENDINGS {
        // Almost no ending gets past its last letter.
        if ending.last() != close {
            continue;
        }
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= least
        {
            return match rest {
                [start @ .., one, two]
                    if one == two
                        && start.len() > 1
                        && !b"lse".contains(one)
                        && (ending == b"ing" || ending == b"ed") =>
                {
                    rest.get(..rest.len() - 1).unwrap_or(rest)
                }
                _ => rest,
            };
        }
    }
    word
}
