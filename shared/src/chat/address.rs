//! Web addresses in a text: where one could stand, and which of those that staff write lead somewhere.
//!
//! Only the city's own pages do, and they are shown whole, so that what is read is where it leads. All else stays text.

use core::ops::Range;

const OPENING: [char; 9] = ['(', '[', '{', '"', '\'', '«', '“', '‘', '<'];
const CLOSING: &str = ".,;:!?)]}\"'»”’>";

/// The words of `text` without the punctuation round them, as bytes of it.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    text.split_inclusive(char::is_whitespace).map(move |word| {
        let bare = word.trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(c));
        let start = rest + bare.len() - bare.trim_start_matches(OPENING).len();
        let end = rest + bare.len();
        rest += word.len();
        start..end
    })
}

/// The addresses in `text` that lead to one of `domains` or below one, such as `emcity.org`.
///
/// What could lead elsewhere than it reads is none: another scheme than `https`, a name or password before the host, a port, a
/// sign outside ASCII, a backslash.
pub fn links<'a>(text: &'a str, domains: &'a [String]) -> impl Iterator<Item = Range<usize>> + 'a {
    words(text).filter(move |at| {
        let address = text.get(at.clone()).unwrap_or_default();
        domains.iter().any(|domain| leads_to(address, domain))
    })
}

fn leads_to(address: &str, domain: &str) -> bool {
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let Some(rest) = address.strip_prefix("https://").filter(|_| plain) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let below = host.len().checked_sub(domain.len()).and_then(|cut| host.split_at_checked(cut));
    below.is_some_and(|(name, end)| {
        let named = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
        !domain.is_empty()
            && end.eq_ignore_ascii_case(domain)
            && named
            && (name.is_empty() || name.ends_with('.') && name.len() > 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let domains = ["emcity.org".to_owned(), "pay.example".to_owned()];
        links(text, &domains).filter_map(|at| text.get(at)).collect()
    }

    #[test]
    fn the_citys_own_pages_are_links_and_shown_whole() {
        assert_eq!(
            found("Pay at https://pay.example/now?a=1, rates: (https://www.emcity.org/rates#water)."),
            ["https://pay.example/now?a=1", "https://www.emcity.org/rates#water"]
        );
        assert_eq!(found("https://EMCity.org"), ["https://EMCity.org"]);
    }

    #[test]
    fn nothing_else_leads_anywhere() {
        for text in [
            "https://emcity.org.evil.example/",
            "https://notemcity.org/",
            "https://emcity.org@evil.example/",
            "https://evil.example\\@emcity.org",
            "https://evil.example/https://emcity.org",
            "https://emcity.org:8443/",
            "https://.emcity.org/",
            "https://a_b@c.emcity.org/",
            "http://emcity.org/",
            "javascript://emcity.org/",
            "emcity.org/rates",
            "https://\u{0435}mcity.org/",
            "https://emcity.org/\u{202E}gro",
            "https://",
            "",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
