//! Caption forms, each with the caption proper, photographer and agency that a careful reader takes from it.

use super::*;

/// Caption, its text, photographer, agency; an empty string stands for none.
const FORMS: &[(&str, &str, &str, &str)] = &[
    ("Leaders meet in Oslo. (Photo: Ana Ruiz/Reuters) ", "Leaders meet in Oslo.", "Ana Ruiz", "Reuters"),
    (
        "Port fire - ảnh 1Leaders meet in Oslo. (Photo: Ana Ruiz/Reuters)",
        "Leaders meet in Oslo.",
        "Ana Ruiz",
        "Reuters",
    ),
    (
        "Moss (left) and Dahl (right) on October 25, 2022. Image: Harbour Office.",
        "Moss (left) and Dahl (right) on October 25, 2022.",
        "",
        "Harbour Office",
    ),
    ("The ferry in 2010. Image: Brian Moss.", "The ferry in 2010.", "Brian Moss", ""),
    ("A meeting with advisers. (AP Photo/Ana Ruiz)", "A meeting with advisers.", "Ana Ruiz", "AP"),
    ("A meeting with advisers. AP Photo/Ana Ruiz", "A meeting with advisers.", "Ana Ruiz", "AP"),
    ("Moss at home (Photo by Ana Ruiz/Getty Images)", "Moss at home", "Ana Ruiz", "Getty Images"),
    ("Growth was weak. Photo by Ana Ruiz/Bloomberg", "Growth was weak.", "Ana Ruiz", "Bloomberg"),
    ("They won on Tuesday (Photos: Getty/AP)", "They won on Tuesday", "", "Getty/AP"),
    ("The ship sank. Photograph: Ana Ruiz/AP", "The ship sank.", "Ana Ruiz", "AP"),
    ("On the porch (Picture: Getty)", "On the porch", "", "Getty"),
    (
        "The castle at night (Image: LightRocket via Getty Images)",
        "The castle at night",
        "",
        "LightRocket/Getty Images",
    ),
    ("The new phone (Image credit: Google)", "The new phone", "", "Google"),
    ("The video was on the internet for hours. [AP]", "The video was on the internet for hours.", "", "AP"),
    ("Smoke over the port. [Ana Ruiz/Reuters]", "Smoke over the port.", "Ana Ruiz", "Reuters"),
    ("Minister Jo Park. Credit: Ana Ruiz/RegionalPost", "Minister Jo Park.", "Ana Ruiz", "RegionalPost"),
    ("He did not get it.Credit...Ana Ruiz/The New York Times", "He did not get it.", "Ana Ruiz", "The New York Times"),
    ("Talks at the port. Ana Ruiz/Reuters", "Talks at the port.", "Ana Ruiz", "Reuters"),
    ("Talks at the port. REUTERS/Ana Ruiz", "Talks at the port.", "Ana Ruiz", "REUTERS"),
    ("Documents were released. (AP)", "Documents were released.", "", "AP"),
    ("It may harm the talks. (Ana Ruiz/Associated Press)", "It may harm the talks.", "Ana Ruiz", "Associated Press"),
    ("Michael Moss. | Niall Dahl/PA Images via Getty Images", "Michael Moss.", "Niall Dahl", "PA Images/Getty Images"),
    ("The president. Getty Images/Juanmo", "The president.", "", "Getty Images/Juanmo"),
    ("The minister in Bern. Foto: Urs Flueler (Keystone)", "The minister in Bern.", "Urs Flueler", "Keystone"),
    (
        "Vor Gericht. (Foto: picture alliance/dpa/PR-Video | René Prie)",
        "Vor Gericht.",
        "René Prie",
        "picture alliance/dpa/PR-Video",
    ),
    // What stands below a name is a role, and a second line of words is no name.
    ("Ana Ruiz\nChief Engineer", "Ana Ruiz\nChief Engineer", "", ""),
    ("The bakers of Bergen\nThey rise at four.", "The bakers of Bergen\nThey rise at four.", "", ""),
    ("Ein Zug. © Ana Ruiz", "Ein Zug.", "Ana Ruiz", ""),
    ("Bild: APA/KEYSTONE/ANA RUIZ", "", "ANA RUIZ", "APA/KEYSTONE"),
    ("Y bác sĩ. Ảnh: Bệnh viện cung cấp", "Y bác sĩ.", "", "Bệnh viện cung cấp"),
    ("У порта. Фото: Дмитрий Азов, Коммерсантъ", "У порта.", "Дмитрий Азов", "Коммерсантъ"),
    ("Photo: Getty Images", "", "", "Getty Images"),
    ("Image source, Getty Images\nImage caption, The port at dawn", "The port at dawn", "", "Getty Images"),
    ("Illustration: Ana Ruiz/Axos", "", "Ana Ruiz", "Axos"),
    ("Moss speaks. Photo courtesy of Jo Park", "Moss speaks.", "Jo Park", ""),
    ("Smoke, seen from the port, Friday, Oct. 10, 2008.", "Smoke, seen from the port, Friday, Oct. 10, 2008.", "", ""),
    ("Jo Park, left, talks with Ana Ruiz (right)", "Jo Park, left, talks with Ana Ruiz (right)", "", ""),
    ("The party won 3/4 of the seats in Oslo.", "The party won 3/4 of the seats in Oslo.", "", ""),
];

#[test]
fn captions_are_parted() {
    let mut wrong = Vec::new();
    for (caption, text, photographer, agency) in FORMS {
        let parts = part(caption, None);
        let credit = parts.credit.clone().unwrap_or_default();
        let got = (
            parts.text.of(caption),
            credit.photographer.as_deref().unwrap_or(""),
            credit.agency.as_deref().unwrap_or(""),
        );
        if got != (*text, *photographer, *agency) {
            wrong.push(format!("{caption}\n    got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), FORMS.len(), wrong.join("\n"));
}

#[test]
fn file_photos_are_known_as_old() {
    for (caption, text) in [
        ("FILE PHOTO: The port in 2019. REUTERS/Ana Ruiz/File Photo", "The port in 2019."),
        ("FILE - The port in 2019. (AP Photo/Ana Ruiz, File)", "The port in 2019."),
    ] {
        let parts = part(caption, None);
        assert!(parts.is_file_photo, "{caption}");
        assert_eq!(parts.text.of(caption), text);
        assert_eq!(parts.credit.and_then(|c| c.photographer).as_deref(), Some("Ana Ruiz"), "{caption}");
    }
    assert!(!part("The port in 2019. (AP Photo/Ana Ruiz)", None).is_file_photo);
}
