//! Bad input: whatever a file holds, reading ends with an article or a message that helps, soon and within memory.

use dateline::ingest::{IngestError, load, read};
use std::fs;
use std::path::PathBuf;

fn error_of(bytes: &[u8]) -> IngestError {
    read(bytes, "news/story.html").expect_err("bad input is refused")
}

#[test]
fn empty_and_binary_files_are_refused_with_a_hint() {
    for bytes in [
        &b""[..],
        b"   \r\n\t ",
        b"\xEF\xBB\xBF",
        b"%PDF-1.7 ...",
        b"PK\x03\x04....",
        b"\x89PNG\r\n\x1a\n\0\0\0",
        b"\0\x01\x02\x03\xff\xfe\0\0\x09",
    ] {
        let error = error_of(bytes);
        assert!(!error.message.is_empty() && !error.hint.is_empty(), "{error}");
        assert!(error.to_string().ends_with("news/story.html"), "the path stands last: {error}");
    }
}

#[test]
fn invalid_utf8_is_read_with_a_warning() {
    let article = read(b"Gr\xc3\xb6\xc3\x9fe und sch\xc3\xb6n \xff gro\xc3\x9f im Hafen am Abend.", "a.txt").unwrap();
    assert!(article.text.starts_with("Größe und schön"));
    assert!(article.diagnostics.iter().any(|d| d.message.contains("no valid text")));
}

#[test]
fn truncated_pages_are_read_as_far_as_they_go() {
    let page = format!(
        "<!DOCTYPE html><html><head><title>Storm closes port</title></head><body><h1>Storm closes port</h1>{}",
        "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>".repeat(8)
    );
    for end in 0..page.len() {
        let cut = &page.as_bytes()[..end];
        if let Ok(article) = read(cut, "cut.html") {
            assert!(article.blocks.iter().all(|b| !b.span.of(&article.text).is_empty()));
        }
    }
    let article = read(&page.as_bytes()[..page.len() - 40], "cut.html").unwrap();
    assert!(article.text.contains("The river rose"));
}

#[test]
fn deep_and_unclosed_tags_end_soon() {
    let story = "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>";
    for tag in ["div", "b", "svg", "title", "table", "ul", "script", "a", "font"] {
        let page = format!("<html><body>{}{story}", format!("<{tag}>").repeat(10_000));
        let article = read(page.as_bytes(), "deep.html");
        assert!(article.is_ok() || tag == "script", "{tag}");
    }
    let page = format!("<html>{}", "<svg>".repeat(300_000));
    let _ = read(page.as_bytes(), "unclosed.html");
    let page = format!("<html><body>{story}{}", "<p title=\"".repeat(50_000));
    assert!(read(page.as_bytes(), "quotes.html").is_ok());
}

/// Pages of many small pieces: whatever is looked up for each piece must not look through all of them.
#[test]
fn many_small_pieces_end_soon() {
    let story = "<p>The river rose in the night and the master of the harbour closed the port, he said.</p>";
    for piece in [
        "<h2>The river rose</h2>",
        "<li>x",
        "<p>x",
        "<img src=a.jpg>",
        "<div><img src=a.jpg><p>Boats</p><p>Getty Images</p></div>",
        "<figure><img src=a.jpg><figcaption>Boats in port. Photo: Ana Ruiz/AP</figcaption></figure>",
        "<figure><figcaption>Boats",
        "&amp;",
        "&",
        "<",
        "</",
        "<!--",
        "<a href=x>x</a>",
        "<p a=\"b\" c='d' e=f g>",
        "<meta name=author content='Ana Ruiz, Jo Park'>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Ana\"}</script>",
        "<script type='application/ld+json'>[",
    ] {
        let page = format!("<html><body><h1>Storm closes port</h1>{story}{}{story}", piece.repeat(20_000));
        let article = read(page.as_bytes(), "pieces.html").unwrap();
        let captions = dateline::extract::caption::find(&dateline::extract::text::analyse(&article));
        assert!(captions.len() <= 20_000, "{piece}");
    }
}

#[test]
fn a_text_beyond_the_limit_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("endless.txt");
    // A sparse file: large by its length, without bytes on the disk.
    fs::File::create(&path).unwrap().set_len(load::LARGEST_ARTICLE + 1).unwrap();
    let error = load::articles(&path).next().unwrap().unwrap_err();
    assert!(error.message.contains("256 MB") && error.hint.contains("JSON lines"), "{error}");
}

#[test]
fn a_line_of_ten_megabytes_is_one_paragraph() {
    let line = "The river rose. ".repeat(10 * 65_536);
    let article = read(line.as_bytes(), "long.txt").unwrap();
    assert_eq!(article.blocks.len(), 1);
    let page = format!("<html><body><p>{line}</p></body></html>");
    assert!(read(page.as_bytes(), "long.html").is_ok());
}

#[test]
fn a_large_text_is_read_whole_and_a_larger_one_refused() {
    let paragraph = "The river rose in the night, the harbour office said on Monday.\n\n";
    let article = dateline::ingest::read_owned(paragraph.repeat(150_000).into_bytes(), "large.txt").unwrap();
    assert_eq!(article.blocks.len(), 150_000);
    let error = dateline::ingest::read_owned(paragraph.repeat(300_000).into_bytes(), "large.txt").unwrap_err();
    assert!(error.message.contains("19 MB") && error.hint.contains("JSON lines"), "{error}");
    let page = format!("<html><body><p>{}", paragraph.replace("\n\n", "<p>").repeat(250_000));
    assert!(read(page.as_bytes(), "large.html").unwrap_err().message.contains("too long"));
}

/// Texts of many names, captions, bylines or open marks: whatever is looked up for each must not look through all.
#[test]
fn dense_texts_are_extracted_soon() {
    let number = |n: usize| ["an", "bo", "ce", "di", "fu", "go", "hu"].map(|s| s.to_owned())[n % 7].clone();
    let people = (0..6_000).map(|n| {
        let (a, b, c, d) = (number(n), number(n / 7), number(n / 49), number(n / 343));
        format!("Ana{a}{b} Da{c}{d}l said on {} March 1999 that Jo Park left. ", 1 + n % 28)
    });
    for text in [
        people.collect::<String>(),
        "High Representative for Foreign Affairs and Security Policy Kaja Kallas ".repeat(6_000),
        "Ministry of the Interior of the Republic of Norway and Committee for the Defence of Ana ".repeat(6_000),
        "Leaders meet in Oslo, Jan 6, 2026. (Photo: Ana Ruiz/Reuters)\n\n".repeat(6_000),
        "By Ana Ruiz, Jo Park and Li Na\n\n".repeat(10_000),
        "“We saw it, ".repeat(20_000),
        "(the port (of ".repeat(20_000),
        "Ana Dahl said on Monday that Jo Park told Reuters he said she added, ".repeat(4_000),
    ] {
        let article = read(text.as_bytes(), "dense.txt").unwrap();
        let found = dateline::extract::extract(&article);
        assert!(found.entities.len() < text.len());
    }
}

#[test]
fn single_zero_bytes_do_not_make_a_text_a_binary() {
    let article = read(b"The river rose on Monday.\0 It fell\0 again on Tuesday, the office said.\n", "a.txt").unwrap();
    assert!(article.text.contains("again on Tuesday"));
    let wide: Vec<u8> = "The river rose on Monday.".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&wide, "wide.txt").unwrap().text, "The river rose on Monday.");
}

#[test]
fn pages_of_a_short_sentence_are_articles() {
    for page in [
        "<html><body><div>The river rose.<br>It fell on Tuesday.</div></body></html>",
        "<html><body><ul><li>The river rose on Monday.</ul></body></html>",
    ] {
        assert!(read(page.as_bytes(), "short.html").unwrap().text.contains("The river rose"), "{page}");
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    let pipe = made.is_ok_and(|status| status.success()).then_some(pipe);
    for path in pipe.into_iter().chain([PathBuf::from("/dev/zero")]) {
        let error = load::articles(&path).next().unwrap().unwrap_err();
        assert!(error.message.contains("not a file") && !error.hint.is_empty(), "{error}");
    }
}

#[test]
fn what_a_folder_holds_beside_articles_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "a.png", "b.PNG", "a.css", "b.pdf"] {
        fs::write(folder.path().join(name), "%PDF-").unwrap();
    }
    let listing = load::list(&[folder.path().to_owned()]);
    assert_eq!(listing.files.len(), 2, "a PDF is tried, so that its message tells what to do");
    assert_eq!(listing.note().as_deref(), Some("3 files that are no articles were passed over (1 css, 2 png)"));
}

#[test]
fn a_folder_with_broken_files_loads_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..5000 {
        let path = folder.path().join(format!("story{number:04}.txt"));
        let broken: &[u8] = if number % 200 == 0 { b"" } else { b"\0\x01\x02\x03\0\0\x04" };
        let bytes: &[u8] = if number % 100 == 0 { broken } else { b"Storm closes port\n\nThe river rose on Monday.\n" };
        fs::write(path, bytes).unwrap();
    }
    let listing = load::list(&[folder.path().to_owned()]);
    assert_eq!((listing.files.len(), listing.errors.len()), (5000, 0));
    let results: Vec<_> = listing.files.iter().flat_map(|file| load::articles(file)).collect();
    assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 4950);
    assert!(results.iter().filter_map(|r| r.as_ref().err()).all(|e| !e.hint.is_empty() && e.path.contains("story")));
}

#[test]
fn files_that_vanish_or_may_not_be_read_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gone.txt");
    fs::write(&path, "Storm closes port").unwrap();
    let listing = load::list(std::slice::from_ref(&path));
    fs::remove_file(&path).unwrap();
    let error = load::articles(&listing.files[0]).next().unwrap().unwrap_err();
    assert!(error.message.contains("does not exist"), "{error}");
    assert_eq!(load::list(&[path]).errors.len(), 1);
    let error = load::articles(folder.path()).next().unwrap().unwrap_err();
    assert!(!error.hint.is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_read_it_is_an_error() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret.txt");
    fs::write(&path, "Storm closes port").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    // The administrator may read everything; then there is nothing to test.
    if fs::File::open(&path).is_err() {
        let error = load::articles(&path).next().unwrap().unwrap_err();
        assert!(error.message.contains("may not be read") && error.hint.contains("right"), "{error}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_with_a_hint() {
    let full = std::path::Path::new("/dev/full");
    let error = dateline::export::write(full, b"events", true).unwrap_err().to_string();
    assert!(error.contains("the disk is full") && error.contains("free some space"), "{error}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_circles_end() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Storm closes port").unwrap();
    fs::write(folder.path().join(".hidden"), "no").unwrap();
    fs::write(folder.path().join("a.png"), "no").unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    let listing = load::list(&[folder.path().to_owned()]);
    assert_eq!(listing.files, [folder.path().join("a.txt")]);
}

#[test]
fn bad_lines_of_json_lines_are_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("articles.data");
    let lines = "{\"id\": \"a\", \"text\": \"The river rose.\"}\nnot json\n\n{\"id\": \"b\"}\n{\"id\": 7, \"text\": \"It fell.\", \"published\": \"2024-03-05\"}\n";
    fs::write(&path, lines).unwrap();
    let results: Vec<_> = load::articles(&path).collect();
    let ids: Vec<_> = results.iter().map(|r| r.as_ref().map(|a| a.id.as_str()).unwrap_or("-")).collect();
    assert_eq!(ids, ["a", "-", "-", "7"]);
    assert!(results[1].as_ref().unwrap_err().message.contains("line 2"));
    assert_eq!(results[3].as_ref().unwrap().date_claims.len(), 1);
    assert_eq!(results[0].as_ref().unwrap().text, "The river rose.");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_to_itself_is_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.txt"), folder.path().join("two.txt"));
    std::os::unix::fs::symlink(&two, &one).unwrap();
    std::os::unix::fs::symlink(&one, &two).unwrap();
    fs::write(folder.path().join("pier.txt"), "The pier fell on 3 March 2026.").unwrap();
    let listing = load::list(&[folder.path().to_owned()]);
    assert_eq!(listing.files.len(), 1);
    let told: Vec<_> = listing.errors.iter().map(|error| error.message.as_str()).collect();
    assert_eq!(told, ["a link that leads back to itself"; 2]);
}
