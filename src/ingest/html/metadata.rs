//! Metadata: what a page's head states about the article: JSON-LD of schema.org, Open Graph, `<meta>`, `<title>`.

use super::tree::{BASE, HTML, LINK, META, NodeId, TEXT, TITLE, Tree, decode};
use crate::ingest::claims;
use crate::model::{DateClaim, DateOrigin};
use crate::newsroom::byline;
use serde_json::{Map, Value};

/// What the head says.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The title as JSON-LD states it.
    pub stated_title: Option<String>,
    /// The title for sharing (Open Graph), often with the site's name.
    pub shared_title: Option<String>,
    /// `<title>`, mostly with the site's name.
    pub head_title: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub claims: Vec<DateClaim>,
    pub description: Option<String>,
    /// `articleBody`, where a page gives it.
    pub body: Option<String>,
    /// Pictures that JSON-LD describes.
    pub images: Vec<Image>,
}

/// A picture described in JSON-LD.
#[derive(Debug, Default)]
pub(super) struct Image {
    pub url: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
}

/// Deepest nesting that is looked into, and most objects.
const DEEPEST: usize = 12;
const MOST_OBJECTS: usize = 2000;
/// Most authors; more are a list of something else.
const MOST_AUTHORS: usize = 50;

/// Reads the metadata of a page.
pub(super) fn read(tree: &Tree<'_>) -> Metadata {
    let mut data = Metadata::default();
    let mut authors_of_meta = Vec::new();
    let mut heads = Heads::default();
    for range in &tree.data {
        let source = tree.source.get(range.start as usize..range.end as usize).unwrap_or("");
        if let Some(value) = parse(source) {
            heads.collect(&value, 0);
        }
    }
    heads.apply(&mut data);
    for id in 0..tree.nodes.len() as NodeId {
        match tree.name(id) {
            META => meta(tree, id, &mut data, &mut authors_of_meta),
            LINK if tree.attribute(id, "rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                let address = tree.attribute(id, "href").map(|h| decode(h).into_owned());
                data.url = address.filter(|a| a.contains("://")).or(data.url.take());
            }
            HTML => data.language = data.language.take().or(tree.attribute(id, "lang").map(short_language)),
            BASE => {}
            TEXT if tree.name(tree.parent(id)) == TITLE => {
                let title = clean(&decode(tree.text(id)));
                data.head_title = data.head_title.take().or(Some(title)).filter(|t| !t.is_empty());
            }
            _ => {}
        }
    }
    if data.authors.is_empty() {
        data.authors = authors_of_meta;
    }
    data.claims.extend(data.url.as_deref().and_then(claims::of_url));
    if data.claims.iter().all(|c| c.origin == DateOrigin::Modification) {
        let last = data.head_title.as_deref().and_then(|title| title.rsplit_once(" | "));
        data.claims.extend(last.and_then(|(_, day)| claims::of_metadata("title", day)));
    }
    data
}

fn short_language(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or("").trim().to_ascii_lowercase()
}

/// White space runs as one blank.
pub(super) fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn meta(tree: &Tree<'_>, id: NodeId, data: &mut Metadata, authors: &mut Vec<String>) {
    let key = ["property", "name", "itemprop"]
        .iter()
        .find_map(|a| tree.attribute(id, a))
        .unwrap_or("")
        .trim()
        .to_ascii_lowercase();
    let Some(content) = tree.attribute(id, "content").map(|c| clean(&decode(c))).filter(|c| !c.is_empty()) else {
        return;
    };
    match key.as_str() {
        "og:title" => data.shared_title = Some(content),
        "twitter:title" | "dc.title" | "parsely-title" | "sailthru.title" => {
            data.shared_title = data.shared_title.take().or(Some(content));
        }
        "og:site_name" | "application-name" => data.publisher = data.publisher.take().or(Some(content)),
        "og:url" => data.url = data.url.take().or(Some(content)),
        "og:description" | "description" => data.description = data.description.take().or(Some(content)),
        "author"
        | "article:author"
        | "dc.creator"
        | "parsely-author"
        | "sailthru.author"
        | "byl"
        | "article:author_name"
        | "cxenseparse:author"
        | "dcterms.creator" => {
            for name in byline::split_authors(&content) {
                if authors.len() < MOST_AUTHORS && !authors.contains(&name) {
                    authors.push(name);
                }
            }
        }
        "article:modified_time" | "article:modified:time" | "og:updated_time" | "datemodified" => {
            data.claims.extend(claims::of_modification(&key, &content));
        }
        _ if is_publication(&key) => data.claims.extend(claims::of_metadata(&key, &content)),
        _ => {}
    }
}

/// Names of meta fields that state the first publication, as sites write them.
fn is_publication(key: &str) -> bool {
    const KEYS: [&str; 31] = [
        "article:published_time",
        "article:published:time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "dcterms.issued",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published_date",
        "published-date",
        "publication_date",
        "publicationdate",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "article_date_original",
        "originalpublicationdate",
        "ptime",
        "datecreated",
        "rnews:datepublished",
        "displaydate",
        "cxenseparse:publishtime",
    ];
    KEYS.contains(&key)
}

/// JSON as pages have it: control characters in strings, trailing commas, comment and CDATA marks.
fn parse(source: &str) -> Option<Value> {
    let bare =
        source.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let bare =
        bare.trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(bare).ok().or_else(|| {
        let mended: String = bare.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended.replace(",}", "}").replace(",]", "]")).ok()
    })
}

/// The JSON-LD objects that matter: articles first, pages as a substitute.
#[derive(Default)]
struct Heads {
    articles: Vec<Map<String, Value>>,
    pages: Vec<Map<String, Value>>,
    /// Named things by `@id`, to follow references of a graph.
    named: Vec<(String, Map<String, Value>)>,
    images: Vec<Image>,
    seen: usize,
}

impl Heads {
    fn collect(&mut self, value: &Value, depth: usize) {
        self.seen += 1;
        if depth > DEEPEST || self.seen > MOST_OBJECTS {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, depth + 1)),
            Value::Object(object) => {
                let kind = kinds(object);
                if is_article(&kind) {
                    self.articles.push(object.clone());
                } else if kind.iter().any(|k| k.ends_with("WebPage") || k.ends_with("ItemPage")) {
                    self.pages.push(object.clone());
                } else if kind.iter().any(|k| k.ends_with("ImageObject")) {
                    self.images.extend(image(object));
                }
                if let Some(id) = object.get("@id").and_then(Value::as_str)
                    && object.len() > 1
                {
                    self.named.push((id.to_owned(), object.clone()));
                }
                object.values().filter(|v| v.is_object() || v.is_array()).for_each(|v| self.collect(v, depth + 1));
            }
            _ => {}
        }
    }

    fn apply(mut self, data: &mut Metadata) {
        let stated =
            |object: &&Map<String, Value>| object.contains_key("headline") || object.contains_key("datePublished");
        // The first article is the page's own; those behind it are links to others.
        if let Some(article) = self.articles.iter().find(stated).or(self.articles.first()) {
            self.apply_article(article, data);
        }
        for page in &self.pages {
            if data.claims.iter().all(|c| c.origin == DateOrigin::Modification) {
                data.claims.extend(claim(page));
            }
            if data.authors.is_empty() {
                data.authors = self.names(page.get("author"));
            }
        }
        data.images = std::mem::take(&mut self.images);
    }

    fn apply_article(&self, article: &Map<String, Value>, data: &mut Metadata) {
        let text =
            |key: &str| article.get(key).and_then(Value::as_str).map(|t| clean(&decode(t))).filter(|t| !t.is_empty());
        data.stated_title = text("headline").or_else(|| text("name"));
        data.claims.extend(claim(article));
        let modified = article.get("dateModified").and_then(|v| v.as_str());
        data.claims.extend(modified.and_then(|at| claims::of_modification("dateModified", at)));
        data.authors = self.names(article.get("author"));
        if data.authors.is_empty() {
            data.authors = self.names(article.get("creator"));
        }
        data.publisher = self.names(article.get("publisher")).into_iter().next();
        data.description = text("description");
        data.body = article.get("articleBody").and_then(Value::as_str).map(|b| decode(b).into_owned());
        data.url = text("url").filter(|u| u.contains("://"));
    }

    /// The names that an `author` or `publisher` value gives: text, object, list or reference.
    fn names(&self, value: Option<&Value>) -> Vec<String> {
        let mut out = Vec::new();
        self.push_names(value.unwrap_or(&Value::Null), &mut out, 0);
        out
    }

    fn push_names(&self, value: &Value, out: &mut Vec<String>, depth: usize) {
        if depth > 4 {
            return;
        }
        match value {
            Value::String(name) => {
                for name in byline::split_authors(&clean(&decode(name))) {
                    if out.len() < MOST_AUTHORS && !out.contains(&name) {
                        out.push(name);
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.push_names(item, out, depth + 1)),
            Value::Object(object) => match (object.get("name"), object.get("@id").and_then(Value::as_str)) {
                (Some(name), _) => self.push_names(name, out, depth + 1),
                (None, Some(id)) => {
                    if let Some((_, named)) = self.named.iter().find(|(known, o)| known == id && o.contains_key("name"))
                    {
                        self.push_names(named.get("name").unwrap_or(&Value::Null), out, depth + 1);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn kinds(object: &Map<String, Value>) -> Vec<&str> {
    match object.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// schema.org types of a piece of writing.
fn is_article(kinds: &[&str]) -> bool {
    kinds.iter().map(|k| k.rsplit('/').next().unwrap_or(k)).any(|kind| {
        kind.ends_with("Article")
            || kind.ends_with("Posting")
            || kind.ends_with("Review")
            || ["Report", "CreativeWork"].contains(&kind)
    })
}

fn claim(object: &Map<String, Value>) -> Option<DateClaim> {
    ["datePublished", "dateCreated"].iter().find_map(|key| claims::of_metadata(key, object.get(*key)?.as_str()?))
}

fn image(object: &Map<String, Value>) -> Option<Image> {
    let text = |key: &str| match object.get(key) {
        Some(Value::String(words)) => Some(clean(&decode(words))).filter(|w| !w.is_empty()),
        Some(Value::Object(inner)) => inner.get("name").and_then(Value::as_str).map(|w| clean(&decode(w))),
        _ => None,
    };
    let caption = text("caption").or_else(|| text("description"));
    let credit =
        text("creditText").or_else(|| text("copyrightHolder")).or_else(|| text("creator")).or_else(|| text("author"));
    let url = text("contentUrl").or_else(|| text("url")).unwrap_or_default();
    caption.is_some().then_some(Image { url, caption, credit })
}
