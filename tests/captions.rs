//! Caption forms of newsrooms: how many captions are parted into words, photographer and agency as a careful reader would.

use dateline::{extract, ingest};

const FORMS: &str = include_str!("corpus/captions/forms.txt");

/// What an annotated line says.
#[derive(Debug, Default)]
struct Form {
    caption: String,
    text: String,
    photographer: String,
    agencies: Vec<String>,
}

impl Form {
    /// Reads `{t words}`, `{p name}` and `{a name}`; braces do not nest.
    fn of(line: &str) -> Self {
        let mut form = Self::default();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            let (marked, behind) = after.split_once('}').expect("a brace is closed");
            let (label, words) = marked.split_once(' ').expect("a label stands before the words");
            form.caption.extend([before, words]);
            match label {
                "t" => form.text = words.to_owned(),
                "p" => form.photographer = words.to_owned(),
                "a" => form.agencies.push(words.to_owned()),
                _ => panic!("unknown label {label}"),
            }
            rest = behind;
        }
        form.caption.push_str(rest);
        form
    }

    /// Text, photographer and agency as read from a page that shows the caption under a picture.
    fn read(&self) -> [String; 3] {
        let caption = html_escape::encode_text(&self.caption).replace('⏎', "<br>");
        let story = "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>";
        let page = format!(
            "<html><body><article><h1>Storm closes port</h1>{story}<figure><img src=a.jpg><figcaption>{caption}\
             </figcaption></figure>{story}</article></body></html>"
        );
        let article = ingest::read(page.as_bytes(), "form.html").unwrap();
        let captions = extract::caption::find(&extract::text::analyse(&article));
        let Some(caption) = captions.first() else { return Default::default() };
        let credit = caption.credit.clone().unwrap_or_default();
        [
            caption.text.of(&article.text).to_owned(),
            credit.photographer.unwrap_or_default(),
            credit.agency.unwrap_or_default(),
        ]
    }
}

/// The share of forms that must be right for text, photographer and agency.
const FLOOR: [f64; 3] = [0.98, 0.98, 0.97];

#[test]
fn captions_are_parted_as_a_reader_would() {
    let lines: Vec<&str> = FORMS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let mut right = [0usize; 3];
    for line in &lines {
        let form = Form::of(line);
        let wanted = [form.text.clone(), form.photographer.clone(), form.agencies.join("/")];
        let got = form.read();
        for ((got, wanted), right) in got.iter().zip(&wanted).zip(&mut right) {
            *right += usize::from(got == wanted);
        }
        if got != wanted {
            println!("{}\n    got {got:?}", form.caption);
        }
    }
    for ((part, right), floor) in ["text", "photographer", "agency"].iter().zip(right).zip(FLOOR) {
        let share = right as f64 / lines.len() as f64;
        println!("{part}: {right} of {} ({:.1} %)", lines.len(), 100.0 * share);
        assert!(share >= floor, "{part} right in {right} of {}", lines.len());
    }
}
