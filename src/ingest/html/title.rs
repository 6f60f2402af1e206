//! Titles: the same headline stands in several places of a page, sometimes with the site's name tied to it.

use super::metadata::Metadata;

/// What stands between a title and a site's name.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " / "];

/// What is known about a page's title.
pub(super) struct Title {
    /// Candidates, site names cut off, most trusted first.
    candidates: Vec<String>,
    folded: Vec<String>,
    /// The title for sharing.
    shared: Option<String>,
    /// `<title>`, folded: it holds the title with other words.
    in_head: Option<String>,
    /// Whether the first candidate is what JSON-LD states.
    is_stated: bool,
}

impl Title {
    pub fn of(data: &Metadata) -> Self {
        let stated = [&data.stated_title, &data.shared_title, &data.head_title];
        let mut candidates: Vec<String> =
            stated.iter().filter_map(|t| t.as_deref()).map(|t| without_site(t, data).to_owned()).collect();
        candidates.retain(|t| !fold(t).is_empty());
        let raw = stated.iter().filter_map(|t| t.as_deref()).map(fold).filter(|t| !t.is_empty());
        let folded = candidates.iter().map(|t| fold(t)).chain(raw).collect();
        let is_stated = data.stated_title.as_deref().is_some_and(|t| !fold(t).is_empty());
        let shared = data.shared_title.as_deref().map(|t| without_site(t, data).to_owned());
        Self { shared, candidates, folded, in_head: data.head_title.as_deref().map(fold), is_stated }
    }

    /// The metadata's best title.
    pub fn best(&self) -> Option<&str> {
        self.best_with(None)
    }

    /// The title the publisher gives the article for sharing, without what it adds to the page's own heading (`shown`);
    /// else what JSON-LD states, often worded for search engines, if it is whole; else the title that most places
    /// agree on.
    pub fn best_with<'t>(&'t self, shown: Option<&'t str>) -> Option<&'t str> {
        let is_title = |t: &&str| t.split_whitespace().count() >= 2 || t.chars().count() >= 8;
        let shown_folded = shown.map(fold);
        if let Some(shared) = self.shared.as_deref().filter(is_title) {
            return Some(shown.filter(|shown| adds_to(shared, shown)).unwrap_or(shared));
        }
        if !self.is_stated
            && let Some(shown) = shown.filter(|shown| self.candidates.iter().any(|t| adds_to(t, shown)))
        {
            return Some(shown);
        }
        if let Some(stated) = self.candidates.first().filter(|t| self.is_stated && is_title(&t.as_str()))
            && !is_cut(stated, shown_folded.iter().chain(&self.folded))
        {
            return Some(stated);
        }
        let votes = |t: &str| {
            let t = fold(t);
            2 * self.folded.iter().take(self.candidates.len()).filter(|f| **f == t).count()
                + 2 * usize::from(shown_folded.as_deref() == Some(t.as_str()))
                + usize::from(self.in_head.iter().any(|head| head.contains(&t)))
        };
        let all = || self.candidates.iter().map(String::as_str).filter(is_title);
        let most = all().map(votes).max()?;
        all().find(|t| votes(t) == most)
    }

    /// Whether a text of the page is the title: equal to a candidate, or mostly the same words.
    pub fn matches(&self, text: &str) -> bool {
        if text.len() > 400 || text.len() < 4 {
            return false;
        }
        let text = fold(text);
        self.folded.iter().any(|known| *known == text || (text.len() > 20 && overlap(known, &text) >= 0.75))
    }
}

/// Whether `longer` is the heading with a site's name or a writer's behind it.
fn adds_to(longer: &str, heading: &str) -> bool {
    let (longer, heading) = (fold(longer), fold(heading));
    let is_said = heading.split(' ').count() >= 3 || heading.chars().count() >= 20;
    is_said && longer.strip_prefix(heading.as_str()).is_some_and(|more| more.starts_with(' '))
}

/// Whether a stated title breaks off that another place gives in full: some sites cut it at 110 characters.
fn is_cut<'f>(stated: &str, mut others: impl Iterator<Item = &'f String>) -> bool {
    let marked = stated.trim_end().ends_with('…') || stated.trim_end().ends_with("...");
    let folded = fold(stated);
    (marked || stated.chars().count() >= 100)
        && others.any(|other| other.len() > folded.len() && other.starts_with(folded.as_str()))
}

/// Lower case, letters and digits, single blanks.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// The share of the longer text's words that both have.
fn overlap(a: &str, b: &str) -> f32 {
    let words: Vec<&str> = a.split(' ').collect();
    let others: Vec<&str> = b.split(' ').collect();
    let both = words.iter().filter(|w| others.contains(w)).count();
    both as f32 / words.len().max(others.len()).max(1) as f32
}

/// The title without " | Site", " - Site", "Site: ", where the site's name is known or the last part is short.
fn without_site<'t>(title: &'t str, data: &Metadata) -> &'t str {
    let site = data.publisher.as_deref().map(fold).unwrap_or_default();
    let host =
        data.url.as_deref().and_then(|u| u.split_once("://")).map_or("", |(_, r)| r.split('/').next().unwrap_or(""));
    let others = [&data.stated_title, &data.shared_title];
    let mut rest = title.trim();
    for separator in SEPARATORS {
        while let Some((head, tail)) = rest.rsplit_once(separator) {
            let tail = fold(tail);
            let compact = tail.replace(' ', "");
            let is_site = !tail.is_empty()
                && (tail == site
                    || (!site.is_empty() && (site.contains(&tail) || tail.contains(&site)))
                    || (compact.len() >= 3 && host.contains(&compact)));
            let bar = separator != " - " && separator != " – " && separator != " — " && separator != " / ";
            let others_agree = others.iter().filter_map(|t| t.as_deref()).any(|t| fold(t) == fold(head));
            if is_site || others_agree || (bar && tail.split(' ').count() <= 3 && head.split_whitespace().count() >= 3)
            {
                rest = head.trim();
            } else {
                break;
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shared_title_is_the_articles_without_what_it_adds_to_the_heading() {
        for (heading, shared, title) in [
            ("Storms: River closes port", "River closes port", "River closes port"),
            ("River closes port", "Storms: River closes port", "Storms: River closes port"),
            ("River closes port", "River closes port * Bay Echo * by Jo Lind", "River closes port"),
            ("How the river closed the port for a week", "River closes port", "River closes port"),
            ("World", "Storms close the World port", "Storms close the World port"),
        ] {
            let data = Metadata {
                stated_title: Some(heading.to_owned()),
                shared_title: Some(shared.to_owned()),
                ..Metadata::default()
            };
            assert_eq!(Title::of(&data).best_with(Some(heading)), Some(title), "{heading} / {shared}");
        }
    }

    #[test]
    fn site_names_are_cut() {
        let data = |titles: &[&str]| Metadata {
            head_title: titles.first().map(|t| (*t).to_owned()),
            publisher: Some("Harbour Post".to_owned()),
            url: Some("https://www.portnews.example/x".to_owned()),
            ..Metadata::default()
        };
        let best = |titles: &[&str]| Title::of(&data(titles)).best().unwrap_or("").to_owned();
        assert_eq!(best(&["Storm closes port - Harbour Post"]), "Storm closes port");
        assert_eq!(best(&["Storm closes port | World | PortNews"]), "Storm closes port");
        assert_eq!(best(&["Storm closes port - and then leaves"]), "Storm closes port - and then leaves");
        let unknown = Metadata { head_title: Some("Storm closes port - Bay Echo".to_owned()), ..Metadata::default() };
        assert_eq!(Title::of(&unknown).best_with(Some("Storm closes port")), Some("Storm closes port"));
    }
}
