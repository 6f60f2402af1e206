//! Web pages: the article's region is found among the page's block texts, its parts are named, and what the metadata
//! states is kept. The text is the region's in reading order, each piece tied to its bytes in the file.

mod alternatives;
mod assemble;
mod captions;
mod classes;
mod metadata;
mod parts;
mod pictures;
mod region;
mod segments;
mod title;
mod tree;

use super::decode::SourceOffsets;
use crate::model::{Article, Diagnostic, Severity};
pub(super) use pictures::beside;

/// Reads a page into `article`; `source` is the decoded file.
pub(super) fn read(article: &mut Article, source: &str, offsets: &SourceOffsets) {
    let tree = tree::parse(source);
    if tree.is_cut {
        article.diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: "the page is too large: only its beginning is read".to_owned(),
            hint: Some("save the article alone, as the browser's reading view shows it".to_owned()),
            span: None,
        });
    }
    let data = metadata::read(&tree);
    let segments = segments::cut(&tree);
    let title = title::Title::of(&data);
    let region = region::find(&tree, &segments, |text| title.matches(text));
    let parts = parts::name(&segments, region.as_ref(), &data, &title);
    assemble::write(article, &tree, &segments, parts, data, offsets);
}
