//! A tolerant HTML tree whose every text knows its place in the source.
//!
//! The article region, the source map and hostile pages ask for three things that a full HTML5 tree builder does not
//! give: source positions, a bound on depth, and time linear in the page. Tags close by the rules that matter for text
//! (void elements, implied ends of `p`, `li`, `td` …, raw text of scripts); scripts' and styles' words never become text.

use std::ops::Range;

/// Index of a node in its [`Tree`].
pub(super) type NodeId = u32;

/// Elements nested deeper than this are put beside each other instead.
const DEEPEST: usize = 400;
/// Elements and texts of a page at most; long pages have 100,000, and what is behind is left out to bound memory.
const MOST_NODES: usize = 2_000_000;
/// No element.
pub(super) const NONE: NodeId = u32::MAX;

/// An element or a piece of text.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub parent: NodeId,
    pub first_child: NodeId,
    pub next: NodeId,
    last_child: NodeId,
    /// Lower-case element name as its place in [`NAMES`]; [`TEXT`] for text.
    pub name: u8,
    /// The text's, or the start tag's, bytes in the source.
    pub source: Range<u32>,
}

/// Elements that the reader tells apart; all others are [`OTHER`].
macro_rules! names {
    ($($constant:ident $name:literal),* $(,)?) => {
        #[allow(clippy::upper_case_acronyms, dead_code, reason = "the enumeration only numbers the names")]
        enum Number { $($constant),* }
        $(#[allow(dead_code, reason = "the table of names is whole, whoever asks for them")]
        pub(super) const $constant: u8 = Number::$constant as u8;)*
        const NAMES: &[&str] = &[$($name),*];
    };
}
names! {
    OTHER "", TEXT "#text", HTML "html", HEAD "head", BODY "body", TITLE "title", META "meta", LINK "link", BASE "base",
    SCRIPT "script", STYLE "style", NOSCRIPT "noscript", TEMPLATE "template", SVG "svg", MATH "math", IFRAME "iframe",
    OBJECT "object", TEXTAREA "textarea", SELECT "select", OPTION "option", BUTTON "button", FORM "form", INPUT "input",
    ADDRESS "address", ARTICLE "article", ASIDE "aside", BLOCKQUOTE "blockquote", CENTER "center", DD "dd", DETAILS "details",
    DIALOG "dialog", DIV "div", DL "dl", DT "dt", FIELDSET "fieldset", FIGCAPTION "figcaption", FIGURE "figure",
    FOOTER "footer", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", HEADER "header", HR "hr", LI "li", MAIN "main",
    NAV "nav", OL "ol", P "p", PRE "pre", SECTION "section", SUMMARY "summary", TABLE "table", TBODY "tbody", TD "td",
    TFOOT "tfoot", TH "th", THEAD "thead", TR "tr", UL "ul", CAPTION "caption", BR "br", IMG "img", WBR "wbr", EMBED "embed",
    SOURCE "source", TRACK "track", COL "col", AREA "area", PARAM "param", A "a", TIME "time", VIDEO "video", AUDIO "audio",
    PICTURE "picture", SUP "sup", LABEL "label", HGROUP "hgroup", SEARCH "search",
}

/// A page as a tree, with what its head says.
pub(super) struct Tree<'a> {
    pub source: &'a str,
    pub nodes: Vec<Node>,
    /// Contents of `application/ld+json` scripts.
    pub data: Vec<Range<u32>>,
    /// Whether the page goes on behind what is read.
    pub is_cut: bool,
}

impl<'a> Tree<'a> {
    /// The attribute `name` of an element, entities not decoded.
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&'a str> {
        let node = self.nodes.get(node as usize).filter(|n| n.name != TEXT)?;
        attribute(self.source.get(node.source.start as usize..node.source.end as usize)?, name)
    }

    /// All attributes of an element: name as written and value, entities not decoded.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (&'a str, &'a str)> {
        let node = self.nodes.get(node as usize).filter(|n| n.name != TEXT);
        let range = node.map_or(0..0, |n| n.source.start as usize..n.source.end as usize);
        Attributes::of(self.source.get(range).unwrap_or(""))
    }

    pub fn name(&self, node: NodeId) -> u8 {
        self.nodes.get(node as usize).map_or(OTHER, |n| n.name)
    }

    pub fn parent(&self, node: NodeId) -> NodeId {
        self.nodes.get(node as usize).map_or(NONE, |n| n.parent)
    }

    /// The source text of a text node.
    pub fn text(&self, node: NodeId) -> &'a str {
        let Some(node) = self.nodes.get(node as usize) else { return "" };
        self.source.get(node.source.start as usize..node.source.end as usize).unwrap_or("")
    }

    /// The node's ancestors, itself first.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(node), |n| Some(self.parent(*n)).filter(|p| *p != NONE))
    }
}

/// Whether the element starts a new block of text.
pub(super) fn is_block(name: u8) -> bool {
    (ADDRESS..=CAPTION).contains(&name) || [BODY, HTML, HGROUP, SEARCH, FORM, OPTION].contains(&name)
}

fn is_void(name: u8) -> bool {
    (BR..=PARAM).contains(&name) || [META, LINK, BASE, INPUT, HR].contains(&name)
}

/// Whether nothing inside the element is text of the page.
fn is_raw(name: u8) -> bool {
    matches!(name, SCRIPT | STYLE | TITLE | NOSCRIPT | TEXTAREA | IFRAME | SVG | TEMPLATE | MATH | OBJECT)
}

/// Parses a page. Never fails, in time linear in its length.
pub(super) fn parse(source: &str) -> Tree<'_> {
    let mut parser = Parser {
        tree: Tree { source, nodes: Vec::with_capacity(source.len() / 40), data: Vec::new(), is_cut: false },
        open: Vec::new(),
        at: 0,
        never_closed: Vec::new(),
    };
    parser.tree.nodes.push(Node {
        parent: NONE,
        first_child: NONE,
        last_child: NONE,
        next: NONE,
        name: HTML,
        source: 0..0,
    });
    parser.open.push(0);
    while parser.at < source.len() && parser.tree.nodes.len() < MOST_NODES {
        parser.step();
    }
    parser.tree.is_cut = parser.at < source.len();
    parser.tree
}

struct Parser<'a> {
    tree: Tree<'a>,
    open: Vec<NodeId>,
    at: usize,
    /// Raw elements that the rest of the page does not close.
    never_closed: Vec<u8>,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.tree.source.get(self.at..).unwrap_or("")
    }

    fn step(&mut self) {
        let rest = self.rest();
        let text = rest.find('<').unwrap_or(rest.len());
        if text > 0 {
            self.append(TEXT, self.at..self.at + text);
            self.at += text;
            return;
        }
        let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
        if rest.starts_with("<!--") {
            self.at += rest.get(4..).and_then(|r| r.find("-->")).map_or(rest.len(), |end| end + 7);
        } else if second == b'!' || second == b'?' {
            self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
        } else if second == b'/' {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            let name = name_number(rest.get(2..end).unwrap_or(""));
            self.at += end;
            self.close(name);
        } else if second.is_ascii_alphabetic() {
            let end = tag_end(rest);
            let range = self.at..self.at + end;
            self.at += end;
            self.start(range);
        } else {
            // A lone "<" is text.
            self.append(TEXT, self.at..self.at + 1);
            self.at += 1;
        }
    }

    fn start(&mut self, range: Range<usize>) {
        let tag = self.tree.source.get(range.clone()).unwrap_or("");
        let name = name_number(tag.get(1..).unwrap_or(""));
        self.imply_ends(name);
        if is_raw(name) {
            return self.raw(name, range);
        }
        let node = self.append(name, range);
        if !(is_void(name) || tag.ends_with("/>") && name == OTHER) && self.open.len() < DEEPEST {
            self.open.push(node);
        }
    }

    /// Scripts and their like: passed over as a whole. `noscript` is opened instead where the page ends in it.
    fn raw(&mut self, name: u8, range: Range<usize>) {
        let tag = self.tree.source.get(range.clone()).unwrap_or("");
        let rest = self.rest();
        let end = match () {
            () if tag.ends_with("/>") && name != SCRIPT => Some(0),
            // One vain search per name: a page of unclosed tags is still read in linear time.
            () if self.never_closed.contains(&name) => None,
            () => closing_tag(rest, NAMES.get(usize::from(name)).unwrap_or(&"")),
        };
        if end.is_none() && !self.never_closed.contains(&name) {
            self.never_closed.push(name);
        }
        // An unclosed title or svg must not swallow the page.
        let length = end.unwrap_or(if matches!(name, SCRIPT | STYLE) { rest.len() } else { 0 });
        let content = self.at..self.at + length;
        if name == SCRIPT && attribute(tag, "type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json")) {
            self.tree.data.push(content.start as u32..content.end as u32);
        }
        let node = self.append(name, range);
        if name == TITLE {
            self.open.push(node);
            self.append(TEXT, content.clone());
            self.open.pop();
        }
        self.at = content.end;
    }

    /// Start tags that end open elements: a block ends a paragraph, an item the item before.
    fn imply_ends(&mut self, name: u8) {
        let (ends, stops): (&[u8], &[u8]) = match name {
            LI => (&[LI, P], &[UL, OL]),
            DT | DD => (&[DT, DD, P], &[DL]),
            TD | TH => (&[TD, TH, P], &[TR, TABLE]),
            TR => (&[TR, TD, TH, P], &[TABLE]),
            TBODY | THEAD | TFOOT => (&[TBODY, THEAD, TFOOT, TR, TD, TH, P], &[TABLE]),
            OPTION => (&[OPTION], &[SELECT]),
            BODY => (&[HEAD], &[]),
            _ if is_block(name) => (&[P], &[]),
            _ => return,
        };
        // The innermost elements up to the outermost one that ends; nothing else is touched.
        let mut cut = None;
        for (depth, node) in self.open.iter().enumerate().skip(1).rev() {
            let open = self.tree.name(*node);
            if ends.contains(&open) {
                cut = Some(depth);
            } else if stops.contains(&open) || is_block(open) {
                break;
            }
        }
        if let Some(depth) = cut {
            self.open.truncate(depth);
        }
    }

    /// Closes the innermost open element of that name; one that is not open is ignored. An inline end closes no block.
    fn close(&mut self, name: u8) {
        if name == OTHER {
            // Unknown elements are told apart by nothing but their place: only an innermost one is closed.
            if self.open.len() > 1 && self.open.last().is_some_and(|n| self.tree.name(*n) == OTHER) {
                self.open.pop();
            }
            return;
        }
        if name == P && !self.open.iter().any(|n| self.tree.name(*n) == P) {
            return;
        }
        for depth in (1..self.open.len()).rev() {
            let open = self.open.get(depth).map_or(OTHER, |n| self.tree.name(*n));
            if open == name {
                return self.open.truncate(depth);
            }
            if !is_block(name) && is_block(open) {
                return;
            }
        }
    }

    fn append(&mut self, name: u8, range: Range<usize>) -> NodeId {
        let parent = self.open.last().copied().unwrap_or(0);
        let id = self.tree.nodes.len() as NodeId;
        let before = self.tree.nodes.get_mut(parent as usize).map_or(NONE, |p| {
            if p.first_child == NONE {
                p.first_child = id;
            }
            std::mem::replace(&mut p.last_child, id)
        });
        if let Some(before) = self.tree.nodes.get_mut(before as usize) {
            before.next = id;
        }
        let source = range.start as u32..range.end as u32;
        self.tree.nodes.push(Node { parent, first_child: NONE, last_child: NONE, next: NONE, name, source });
        id
    }
}

/// The number of the element name at the start of `tag` (without `<`).
fn name_number(tag: &str) -> u8 {
    let end = tag.bytes().position(|b| b.is_ascii_whitespace() || b == b'>' || b == b'/').unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or("");
    if name.is_empty() || name.len() > 10 {
        return OTHER;
    }
    // Pages of the kind "AMP" have their own element for pictures.
    let name = if name.eq_ignore_ascii_case("amp-img") { "img" } else { name };
    NAMES.iter().position(|n| n.eq_ignore_ascii_case(name)).map_or(OTHER, |at| at as u8)
}

/// The length of the start tag at the beginning of `rest`; quoted attribute values may hold `>`.
fn tag_end(rest: &str) -> usize {
    let mut quote = 0u8;
    let mut before = 0u8;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (0, b'>') => return at + 1,
            (0, b'"' | b'\'') if before == b'=' => quote = byte,
            (q, b) if q == b && q != 0 => quote = 0,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        // An unclosed quote does not swallow the page.
        if at > 1 << 20 {
            break;
        }
    }
    rest.find('>').map_or(rest.len(), |end| end + 1)
}

/// The number of bytes before `</name`.
fn closing_tag(rest: &str, name: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    rest.match_indices("</").map(|(at, _)| at).find(|at| {
        bytes.get(at + 2..at + 2 + name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// The attributes of a start tag, in one pass.
struct Attributes<'t> {
    tag: &'t str,
    at: usize,
}

impl<'t> Attributes<'t> {
    fn of(tag: &'t str) -> Self {
        let at = tag.bytes().position(|b| b.is_ascii_whitespace() || b == b'/').unwrap_or(tag.len());
        Self { tag, at }
    }

    /// Moves on while `is` holds.
    fn skip(&mut self, is: impl Fn(u8) -> bool) {
        let rest = self.tag.as_bytes().get(self.at..).unwrap_or(&[]);
        self.at += rest.iter().position(|b| !is(*b)).unwrap_or(rest.len());
    }

    /// What stands behind the equals sign: up to its quote, or to white space.
    fn value(&mut self) -> Option<&'t str> {
        let bytes = self.tag.as_bytes();
        self.skip(|b| b.is_ascii_whitespace());
        if bytes.get(self.at) != Some(&b'=') {
            return Some("");
        }
        self.at += 1;
        self.skip(|b| b.is_ascii_whitespace());
        let quote = bytes.get(self.at).copied().filter(|b| b"\"'".contains(b));
        let from = self.at + usize::from(quote.is_some());
        self.at = from;
        match quote {
            Some(quote) => self.skip(|b| b != quote),
            None => self.skip(|b| !b.is_ascii_whitespace() && b != b'>'),
        }
        let value = self.tag.get(from..self.at)?;
        self.at += usize::from(quote.is_some());
        Some(value)
    }
}

impl<'t> Iterator for Attributes<'t> {
    /// Name as written, and value.
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip(|b| b.is_ascii_whitespace() || b == b'/');
        let start = self.at;
        self.skip(|b| !b.is_ascii_whitespace() && !b"=>/".contains(&b));
        let name = self.tag.get(start..self.at).filter(|name| !name.is_empty())?;
        Some((name, self.value()?))
    }
}

/// The value of an attribute in a start tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    Attributes::of(tag).find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Decodes character references; those that name Windows-1252 control positions mean its characters.
pub(super) fn decode(text: &str) -> std::borrow::Cow<'_, str> {
    let decoded = html_escape::decode_html_entities(text);
    if !text.contains("&#") || !decoded.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c)) {
        return decoded;
    }
    let table = |c: char| {
        let byte = [c as u32 as u8];
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next().unwrap_or(c)
    };
    decoded.chars().map(|c| if ('\u{80}'..='\u{9f}').contains(&c) { table(c) } else { c }).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(source: &str) -> String {
        let tree = parse(source);
        let mut out = String::new();
        for node in 1..tree.nodes.len() as NodeId {
            let depth = tree.ancestors(node).count() - 1;
            let name = match tree.name(node) {
                TEXT => format!("{:?}", tree.text(node)),
                name => NAMES[usize::from(name)].to_owned(),
            };
            out.push_str(&format!("{}{name} ", ".".repeat(depth - 1)));
        }
        out.trim_end().to_owned()
    }

    #[test]
    fn tags_close_as_browsers_close_them() {
        assert_eq!(outline("<p>a<p>b<div>c</div>"), "p .\"a\" p .\"b\" div .\"c\"");
        assert_eq!(outline("<ul><li>a<li>b</ul>c"), "ul .li ..\"a\" .li ..\"b\" \"c\"");
        assert_eq!(outline("<div><b>x</div>y"), "div . ..\"x\" \"y\"");
        assert_eq!(outline("<script>if (a<b) '</div>'</script>t"), "script \"t\"");
        assert_eq!(outline("a < b <br/> c"), "\"a \" \"<\" \" b \" br \" c\"");
        assert_eq!(outline("<div>open"), "div .\"open\"");
    }

    #[test]
    fn attributes_and_references() {
        let tree = parse("<a href='x>y' CLASS = \"p q\" hidden>t</a>");
        assert_eq!(tree.attribute(1, "href"), Some("x>y"));
        assert_eq!(tree.attribute(1, "class"), Some("p q"));
        assert_eq!(tree.attribute(1, "hidden"), Some(""));
        assert_eq!(tree.attribute(1, "id"), None);
        assert_eq!(decode("a &amp; b&#146;s &eacute;"), "a & b’s é");
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "<div>".repeat(100_000);
        let tree = parse(&deep);
        assert!(tree.ancestors(99_999).count() <= DEEPEST + 1);
    }
}
