//! Sentences and tokens of whole articles.

use dateline::extract::text::chunk;
use dateline::extract::text::{self, Document};
use dateline::model::{Article, Block, BlockKind, Span};

fn article(text: &str) -> Article {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    Article { text: text.to_owned(), blocks, ..Article::default() }
}

fn tokens(document: &Document) -> String {
    (0..document.tokens.len()).map(|t| document.word(t)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_tokens(text: &str, want: &str) {
    let article = article(text);
    assert_eq!(tokens(&text::analyse(&article)), want);
}

#[track_caller]
fn check_sentences(want: &[&str]) {
    let article = article(&want.join(" "));
    let document = text::analyse(&article);
    let have: Vec<&str> = document.sentences.iter().map(|s| s.span.of(&article.text)).collect();
    assert_eq!(have, want);
}

#[test]
fn clitics_and_genitives_stand_alone() {
    check_tokens("He didn't say they're Iran's.", "He did n't say they 're Iran 's .");
    check_tokens("She can’t; won’t; I’ve said so.", "She ca n’t ; wo n’t ; I ’ve said so .");
    check_tokens("the workers' union of O'Brien", "the workers ' union of O'Brien");
}

#[test]
fn abbreviations_keep_their_point() {
    check_tokens("Mr. Bush met U.S. troops at 8 a.m. on Jan. 6.", "Mr. Bush met U.S. troops at 8 a.m. on Jan. 6 .");
    check_tokens("George W. Bush of Acme Inc. agreed", "George W. Bush of Acme Inc. agreed");
    check_tokens("U.S.-led troops", "U.S.-led troops");
    check_tokens("No. 5 is a no.", "No. 5 is a no .");
}

#[test]
fn numbers_money_and_addresses() {
    check_tokens("$40 or 3.5% of 10,000 at 9:30.", "$ 40 or 3.5 % of 10,000 at 9:30 .");
    check_tokens("£5m, 1990s, '90s, 20th", "£ 5m , 1990s , '90s , 20th");
    check_tokens("See https://example.org/a,b.html, or bbc.com.", "See https://example.org/a,b.html , or bbc.com .");
    check_tokens("January 6,2026", "January 6 , 2026");
    check_tokens("Anglo-American AT&T 2010–2015 end.Next", "Anglo-American AT&T 2010 – 2015 end . Next");
}

#[test]
fn quotation_marks_know_their_side() {
    check_tokens("\"Go,\" he said. 'No.' “Yes.”", "\" Go , \" he said . ' No . ' “ Yes . ”");
    let article = article("\"Go,\" he said.");
    let tags: Vec<_> = text::analyse(&article).tokens.iter().map(|t| t.tag.penn()).collect();
    assert_eq!((tags[0], tags[3]), ("``", "''"));
}

#[test]
fn sentences_end_with_their_closing_marks() {
    check_sentences(&["“We agree,” he said.", "“We sign.”", "They signed."]);
    check_sentences(&["It ended (at last).", "Then rain came!", "Why?", "Nobody knows..."]);
    check_sentences(&["“Why?” he asked.", "\"Go!\" Smith said.", "He went."]);
    check_sentences(&["They agreed to go.”1", "He left."]);
}

#[test]
fn abbreviations_end_sentences_only_before_openers() {
    check_sentences(&["Gen. David Petraeus met Mr. Karzai in the U.S. Senate."]);
    check_sentences(&["He left the U.S.", "The president stayed until 8 p.m. Tuesday.", "It rained."]);
}

#[test]
fn an_empty_line_ends_a_sentence_and_a_line_break_does_not() {
    let article = article("A heading\n\nFirst line\nof a sentence. Second.");
    let document = text::analyse(&article);
    let have: Vec<&str> = document.sentences.iter().map(|s| s.span.of(&article.text)).collect();
    assert_eq!(have, ["A heading", "First line\nof a sentence.", "Second."]);
}

#[test]
fn boilerplate_is_not_cut_but_headline_and_caption_are() {
    let text = "Title here\n\nShare this\n\nA caption.";
    let kinds = [BlockKind::Headline, BlockKind::Boilerplate, BlockKind::Caption];
    let spans = [Span::new(0, 10), Span::new(12, 22), Span::new(24, 34)];
    let blocks = kinds.into_iter().zip(spans).map(|(kind, span)| Block { kind, span }).collect();
    let article = Article { text: text.to_owned(), blocks, ..Article::default() };
    let document = text::analyse(&article);
    assert_eq!(document.sentences.iter().map(|s| s.block).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn a_huge_line_is_cut_into_sentences_of_bounded_length() {
    for piece in ["word ", "\"", "...", "a.", "'", "word's ", "é", "-", "(("] {
        let article = article(&piece.repeat(50_000));
        let document = text::analyse(&article);
        assert!(document.sentences.iter().all(|s| s.tokens.len() <= 2_100), "{piece}");
        let covered: usize = document.sentences.iter().map(|s| s.tokens.len()).sum();
        assert_eq!(covered, document.tokens.len());
    }
}

#[test]
fn spans_that_do_not_fit_are_ignored() {
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(1, 90) }];
    let article = Article { text: "é".to_owned(), blocks, ..Article::default() };
    assert!(text::analyse(&article).tokens.is_empty());
}

/// Each verb as `subjects > verb > object`, an agent behind `by`.
fn clauses(text: &str) -> Vec<String> {
    let article = article(text);
    let document = text::analyse(&article);
    let syntax = chunk::parse(&document);
    let head = |noun: &usize| document.word(syntax.nouns[*noun].head);
    let row = |verb: &chunk::VerbGroup| {
        let subjects = verb.subjects.iter().map(head).collect::<Vec<_>>().join("+");
        let object = verb.object.as_ref().map_or(String::new(), |o| format!(" > {}", head(o)));
        let agent = verb.agent.as_ref().map_or(String::new(), |a| format!(" by {}", head(a)));
        format!("{subjects} > {}{object}{agent}", document.lemma(verb.main))
    };
    syntax.verbs.iter().map(row).collect()
}

#[test]
fn verbs_know_their_subjects_and_objects() {
    for (text, want) in [
        ("Macron met the two ministers in Paris.", &["Macron > meet > ministers"][..]),
        ("Starmer, Macron and Zelensky signed a declaration.", &["Starmer+Macron+Zelensky > sign > declaration"]),
        ("The man who shot him was arrested by police.", &["man > shoot > him", "man > arrest by police"]),
        ("They say the rebels killed two workers.", &["They > say", "rebels > kill > workers"]),
        ("The bomb killed two soldiers and wounded three.", &["bomb > kill > soldiers", "bomb > wound > three"]),
        ("The president of France, Emmanuel Macron, arrived on Tuesday.", &["president > arrive"]),
        ("“We will go,” said Smith.", &["We > go", "Smith > say"]),
        ("The men arrested on Monday were released.", &["men > arrest", "men > release"]),
        ("The minister plans to visit Kyiv.", &["minister > plan", "minister > visit > Kyiv"]),
        ("A bomb exploded in Baghdad Sunday, killing five people.", &["bomb > explode", "bomb > kill > people"]),
        ("After the troops left, the rebels returned.", &["troops > leave", "rebels > return"]),
    ] {
        assert_eq!(clauses(text), want, "{text}");
    }
}

#[test]
fn verb_groups_carry_tense_voice_and_negation() {
    use dateline::model::Tense;
    let article = article("They will not be invited. He had been seen. She may go. We are going to leave.");
    let document = text::analyse(&article);
    let verbs = chunk::parse(&document).verbs;
    assert!(verbs[0].tense == Tense::Future && verbs[0].negated && verbs[0].passive && !verbs[0].perfect);
    assert!(verbs[1].tense == Tense::Past && verbs[1].perfect && verbs[1].passive);
    assert!(verbs[2].modal.is_some() && verbs[2].finite);
    assert!(verbs[3].tense == Tense::Future && document.lemma(verbs[3].main) == "leave");
}
