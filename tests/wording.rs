//! Titles and days of events as newsrooms of every kind word them: each sentence stands in an article of one day.

use dateline::{extract, ingest};

/// The events of `sentence`, told in an article of 3 December 2026: `title first..last`, open ends as `?`.
fn told(sentence: &str) -> Vec<String> {
    let text = format!("Council meets\n3 December 2026\nThe council met in Harle on Thursday.\n\n{sentence}\n");
    let found = extract::extract(&ingest::read(text.as_bytes(), "story.txt").unwrap());
    let day = |day: Option<chrono::NaiveDate>| day.map_or("?".to_owned(), |day| day.to_string());
    let line = |event: &dateline::model::Event| {
        let when = event.date.as_ref().map(|date| date.hull()).unwrap_or_default();
        format!("{} {}..{}", event.title, day(when.earliest), day(when.latest))
    };
    found.events.iter().map(line).collect()
}

/// Checks that each sentence tells the event, and none that begins with the other words.
fn check(rows: &[(&str, &str, &str)]) {
    for (sentence, expected, never) in rows {
        let found = told(sentence);
        assert!(found.contains(&(*expected).to_owned()), "{expected} in {found:#?}");
        let wrong = found.iter().find(|title| !never.is_empty() && title.starts_with(never));
        assert_eq!(wrong, None, "{sentence}");
    }
}

#[test]
fn what_acted_on_a_day_did_so_before_the_article() {
    check(&[
        ("A storm on Jan. 19 brought down a school.", "Storm brought down a school 2026-01-19..2026-01-19", ""),
        ("The founder died on Jan. 19 in Vik.", "Founder died in Vik 2026-01-19..2026-01-19", ""),
        ("The games will open on Jan. 19 in Vik.", "Games will open in Vik 2027-01-19..2027-01-19", ""),
    ]);
}

#[test]
fn a_stretch_told_in_the_past_begins_with_what_was_told_before() {
    check(&[(
        "The court heard that Ashby met Simon Trent at a golf club in June 2018. Over the following two years, Trent \
         paid for holidays in Portugal.",
        "Trent paid for holidays in Portugal 2018-06-01..2020-12-31",
        "",
    )]);
}

#[test]
fn verbs_behind_asides_ages_heads_and_quoted_names_are_found() {
    check(&[
        (
            "The 24-year-old joined from Enugu in January 2024 and has scored 31 goals.",
            "24-year-old joined from Enugu 2024-01-01..2024-01-31",
            "24-year-old has scored 31 goals 2024",
        ),
        (
            "Wanderers, who sit third in the table, host champions Castleton on Saturday.",
            "Wanderers host champions Castleton 2026-12-05..2026-12-05",
            "Wanderers sit",
        ),
        (
            "\"The Salt Stairs\" sold 300,000 copies in two years and was adapted for television in 1981.",
            "Salt Stairs was adapted for television 1981-01-01..1981-12-31",
            "Salt Stairs sold 300,000 copies was",
        ),
        (
            "Brightwater, the care home chain that collapsed last week, was founded in 1998.",
            "Care home chain collapsed 2026-11-23..2026-11-29",
            "",
        ),
        (
            "A review Hexley Council commissioned in 2022 found that ten applications had been lost.",
            "Review Hexley Council commissioned 2022-01-01..2022-12-31",
            "Hexley Council commissioned A",
        ),
    ]);
    let chronicle = told("4 May 2024: Police raid the firm's offices in Solihull and seize computers.");
    assert!(
        chronicle.iter().any(|event| event.starts_with("Police raid") && event.ends_with("2024-05-04..2024-05-04")),
        "{chronicle:?}"
    );
}

#[test]
fn who_does_it_is_named_from_beside_and_before() {
    check(&[
        (
            "\"They came,\" said Samir Haddad, a baker who lost his wife and two sons and has been living in a container \
             since February.",
            "Samir Haddad has been living in a container 2026-02-01..?",
            "Two sons",
        ),
        (
            "Striker Tunde Okoro, 24, signed on Monday. The 24-year-old joined from Enugu in January 2024.",
            "Tunde Okoro joined from Enugu 2024-01-01..2024-01-31",
            "",
        ),
        (
            "Ola Brandt, 60, denied it on Monday. Ann Moe, 37, was hurt. The 37-year-old left Vik in 2019.",
            "Ann Moe left Vik 2019-01-01..2019-12-31",
            "",
        ),
        // Whose age stands further on.
        (
            "Ann Moe accused Ola Brandt, 60, on Monday. The 37-year-old left Vik in 2019.\n\nMoe, 37, spoke in Harle.",
            "Ann Moe left Vik 2019-01-01..2019-12-31",
            "Ola Brandt left",
        ),
    ]);
}

#[test]
fn titles_leave_out_what_only_leads_to_a_time() {
    check(&[
        (
            "The blaze broke out shortly after 3 a.m. on Monday in a unit at the port.",
            "Blaze broke out in a unit at the port 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Storms have twice hit the dig, most recently in September, when waves broke a pontoon.",
            "Storms have twice hit the dig 2026-09-01..2026-09-30",
            "",
        ),
        ("The ferry was missing as of Wednesday evening.", "Ferry was missing 2026-12-02..2026-12-02", ""),
        (
            "The mayor resigned five days after the police searched his home in May 2021.",
            "Police searched his home 2021-05-01..2021-05-31",
            "Mayor resigned five",
        ),
        (
            "The minister has not spoken of the vote since Sunday, when he urged calm.",
            "Minister has not spoken of the vote 2026-11-29..?",
            "",
        ),
        (
            "After the revolution of April 1974 she came home to a welcome.",
            "Revolution of April 1974 1974-04-01..1974-04-30",
            "",
        ),
        (
            "On Monday the inspector described the case as one of the worst she had dealt with.",
            "Inspector described the case as one of the worst she had dealt with 2026-11-30..2026-11-30",
            "",
        ),
        ("The fair took place on Monday, in Vik.", "Fair took place in Vik 2026-11-30..2026-11-30", ""),
        (
            "The fraud ended in 2005, when the daughter of a guest, Ida Ellis, noticed a loss.",
            "Ida Ellis noticed a loss 2005-01-01..2005-12-31",
            "Fraud noticed",
        ),
        (
            "Moe, a former Army pilot, and Lund, who chairs the harbour panel, plan a second hearing on Saturday.",
            "Moe and Lund plan a second hearing 2026-12-05..2026-12-05",
            "Moe plan",
        ),
        (
            "According to the union's secretary, Tomas Reyes, most members will leave on Saturday.",
            "Most members will leave 2026-12-05..2026-12-05",
            "Tomas Reyes will",
        ),
        (
            "Most members would rather keep their jobs than “wait for the next Saturday evening”.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Most members would",
        ),
        (
            "Mourners walked in silence on Monday, some carrying photographs of children buried there.",
            "Mourners walked in silence, some carrying photographs of children buried there 2026-11-30..2026-11-30",
            "Some carrying",
        ),
    ]);
}

#[test]
fn who_is_meant_by_it_and_which_is_told_by_the_clause() {
    check(&[
        (
            "The Santa Clara was carrying 112 passengers when it overturned on Saturday evening off El Nido.",
            "Santa Clara overturned off El Nido 2026-11-28..2026-11-28",
            "",
        ),
        (
            "The plant would burn rubbish. It was first put forward in 2023 but was withdrawn in February last year.",
            "Plant was first put forward 2023-01-01..2023-12-31",
            "",
        ),
        (
            "It is the fifth storm of the trial season, which began with a ball in Vik on 1 September.",
            "Trial season began with a ball in Vik 2026-09-01..2026-09-01",
            "Fifth storm of",
        ),
    ]);
}

#[test]
fn each_of_two_joined_tellings_has_its_own_time() {
    check(&[
        (
            "Ola Brandt bought a house in Vik and, last spring, married Ana's sister.",
            "Ola Brandt married Ana's sister 2026-03-01..2026-05-31",
            "Ola Brandt bought a house in Vik 2026",
        ),
        (
            "Eighty people were pulled from the water in Vik and a further 14 on Sunday morning.",
            "Eighty people were pulled from the water in Vik and a further 14 ?..?",
            "",
        ),
    ]);
}

#[test]
fn titles_tell_what_is_decided_and_after_what() {
    check(&[
        (
            "The court agreed on Monday to decide whether the government may seize land for a wall before paying its owners.",
            "Court agreed to decide whether the government may seize land for a wall… 2026-11-30..2026-11-30",
            "",
        ),
        (
            "The cabinet took office in July 2025, eight months after an election in which it came first.",
            "Cabinet took office after an election 2025-07-01..2025-07-31",
            "",
        ),
    ]);
}

#[test]
fn a_day_of_the_month_just_told_of_is_of_its_year() {
    check(&[(
        "Kirsty Moe went to hospital on 9 January last year.\n\nHer husband called 999 in the early hours of 11 January \
         when she became confused. She was pronounced dead at 05:40.",
        "Kirsty Moe was pronounced dead 2025-01-11..2025-01-11",
        "Moe’s husband called 999 in",
    )]);
}

#[test]
fn times_of_a_subject_and_both_ends_of_a_range_go_where_they_belong() {
    check(&[
        (
            "A similar case at the hospital in 2022, in which a student died, was settled for a large sum in March.",
            "Similar case at the hospital was settled for a large sum 2026-03-01..2026-03-31",
            "",
        ),
        (
            "The duo, between January 2023 and August 2025, diverted deposits into accounts.",
            "Duo diverted deposits into accounts 2023-01-01..2025-08-31",
            "",
        ),
        (
            "The airline will receive six jets from 2027 to 2029, then between 2031 and 2033 it will buy six more.",
            "Airline will buy six more 2031-01-01..2033-12-31",
            "",
        ),
    ]);
}

#[test]
fn subjects_end_before_circumstances_and_keep_what_names_them() {
    check(&[
        (
            "Earnings before interest and tax rose to 4.1 billion crowns in July-September.",
            "Earnings before interest and tax rose to 4.1 billion crowns 2026-07-01..2026-09-30",
            "Interest",
        ),
        (
            "The bank, in a statement signed by its secretary, Amaka Eze, and issued on Wednesday, said it sacked both men.",
            "Bank said it sacked both men 2026-12-02..2026-12-02",
            "Bank, in a",
        ),
        (
            "A letter she sent that evening went unanswered. The port opened on Monday.",
            "Port opened 2026-11-30..2026-11-30",
            "Letter she sent A",
        ),
        (
            "The council met Ana Moe on Monday. A bridge she built that evening fell.",
            "Ana Moe built a bridge 2026-11-30..2026-11-30",
            "Ana Moe fell",
        ),
        ("* Shares in Vik rose on Monday.", "Shares in Vik rose 2026-11-30..2026-11-30", "*"),
    ]);
}

#[test]
fn relative_clauses_keep_their_verbs_and_nouns() {
    check(&[
        (
            "Tedros, whose second term ends in August, warned against it on Monday.",
            "Tedros warned against it 2026-11-30..2026-11-30",
            "Tedros’ second term ends warned",
        ),
        (
            "Dunning said neighborhoods that were redlined in the 1930s would come first.",
            "Neighborhoods were redlined 1930-01-01..1939-12-31",
            "Dunning were",
        ),
        (
            "A hearing has been scheduled for 7 p.m. on Wednesday.",
            "Hearing has been scheduled for 7 p.m. on Wednesday 2026-12-09..2026-12-09",
            "",
        ),
        (
            "The city planted 312 trees last year, the fewest since 1994.",
            "City planted 312 trees, the fewest since 1994 2025-01-01..2025-12-31",
            "",
        ),
    ]);
}

#[test]
fn what_is_said_keeps_its_subject_and_its_verb() {
    check(&[
        (
            "The ministry said on Monday three deckhands who escaped from a locked cabin have given evidence to the police.",
            "Ministry said three deckhands have given evidence to the police 2026-11-30..2026-11-30",
            "Ministry said three deckhands who",
        ),
        (
            "The minister said on Monday Ana Ruiz and Dag Lunde won ten votes each.",
            "Minister said Ana Ruiz and Dag Lunde won ten votes each 2026-11-30..2026-11-30",
            "",
        ),
        (
            "The bishop said on Monday he is confident that a sense of duty and solidarity with poor families will prevail \
             at the coming talks.",
            "Bishop said he is confident that a sense of duty and solidarity with poor… 2026-11-30..2026-11-30",
            "",
        ),
        (
            "The council said on Monday 27 \"pilots\" convicted of theft and fraud were dismissed.",
            "Council said 27 \"pilots\" were dismissed 2026-11-30..2026-11-30",
            "Fraud",
        ),
        (
            "Harbour officials were arrested, the army told reporters on Monday.",
            "Army told reporters that harbour officials were arrested 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Norwegian officials were arrested, the army told reporters on Monday.",
            "Army told reporters that Norwegian officials were arrested 2026-11-30..2026-11-30",
            "",
        ),
        (
            "On Monday, Harle mayor Ida Lunde condemned the theft and called for the return of the bell.",
            "Harle mayor Ida Lunde called for the return of the bell 2026-11-30..2026-11-30",
            "Ida Lunde:",
        ),
    ]);
}

#[test]
fn descriptions_stand_for_nobody_and_end_no_title() {
    check(&[
        (
            "One of the smallest ports on the coast, Harle became a free town in 1921.",
            "Harle became a free town 1921-01-01..1921-12-31",
            "One of",
        ),
        (
            "Police in the harbour towns of Harle and Vik on Monday arrested two men blamed for sinking a trawler that blocked the harbour mouth.",
            "Police in the harbour towns of Harle and Vik arrested two men 2026-11-30..2026-11-30",
            "",
        ),
        (
            "An article published on Monday in the newspaper New Light of Harle says the board has been hiding losses.",
            "Article published in the newspaper New Light of Harle 2026-11-30..2026-11-30",
            "",
        ),
        (
            "On Monday, four people were hurt when a boiler exploded nearly 400 metres from the old church in the centre of Harle.",
            "Four people were hurt when a boiler exploded 2026-11-30..2026-11-30",
            "",
        ),
        (
            "The prize was one of nine that the academy gave out at a dinner in Harle on Monday just hours after the end of the long dock strike.",
            "Academy gave out nine at a dinner in Harle 2026-11-30..2026-11-30",
            "",
        ),
        (
            "On Monday, pirates tried, but failed, to hijack a boat carrying food.",
            "Pirates failed to hijack a boat carrying food 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Her release followed a plea by the head of the team monitoring the 2002 ceasefire between the army and rebels.",
            "2002 ceasefire between the army and rebels 2002-01-01..2002-12-31",
            "",
        ),
        (
            "In 1997, the bank suspended Harle Ferries' Advanced Harbour Renewal Programme due to the owner's failure to pay.",
            "Bank suspended Harle Ferries' Advanced Harbour Renewal Programme… 1997-01-01..1997-12-31",
            "",
        ),
    ]);
}

#[test]
fn what_stands_before_an_occasion_bounds_others() {
    check(&[
        (
            "The last debate before next week's harbour primary was held in Vik.",
            "Harbour primary 2026-12-07..2026-12-13",
            "",
        ),
        (
            "Since last month's fire at the quay, the port has been closed.",
            "Fire at the quay 2026-11-01..2026-11-30",
            "",
        ),
        (
            "A report published Monday said the pier was unsafe.",
            "Report said the pier was unsafe 2026-11-30..2026-11-30",
            "Report published said",
        ),
        (
            "On Monday the mayor said she isn't aware of the loss.",
            "Mayor said she isn't aware of the loss 2026-11-30..2026-11-30",
            "",
        ),
        (
            "\"We do not know if Mrs. Lund of the harbour board will ever be asked to give evidence,\" said Dag Ulven on Monday.",
            "Ulven: “We do not know if Mrs. Lund of the harbour board will ever be asked…” 2026-11-30..2026-11-30",
            "",
        ),
    ]);
}

#[test]
fn what_tells_of_a_noun_has_it_as_its_object_and_its_own_day() {
    check(&[
        ("A grant the city won in September will pay for it.", "City won a grant 2026-09-01..2026-09-30", "Grant the"),
        (
            "The grant that the city won in October will help.",
            "City won the grant 2026-10-01..2026-10-31",
            "City won 2",
        ),
        (
            "Ruth Lind took the chair of botany at Harle, which she held until 1999.",
            "Ruth Lind held the chair of botany at Harle ?..1999-12-31",
            "Ruth Lind held Harle",
        ),
        (
            "A petition against the closure, launched in April, has failed.",
            "Petition against the closure launched 2026-04-01..2026-04-30",
            "Closure",
        ),
        (
            "The charity warned in a report published in June that coverage in Harle had fallen.",
            "Charity warned that coverage in Harle had fallen 2026-06-01..2026-06-30",
            "Charity warned in",
        ),
    ]);
}

#[test]
fn what_is_due_or_moved_is_told_with_its_day() {
    check(&[
        ("The report is due on January 28.", "Report is due 2027-01-28..2027-01-28", ""),
        ("Results are due on Monday.", "Results are due 2026-12-07..2026-12-07", ""),
        ("Delegates spoke at the Nov. 3-4 meeting.", "Delegates spoke at the Nov. meeting 2026-11-03..2026-11-04", ""),
        (
            "The ship ran aground in November. On the 20th it was refloated.",
            "Ship was refloated 2026-11-20..2026-11-20",
            "",
        ),
    ]);
}

#[test]
fn two_deeds_with_two_days_are_told_apart() {
    check(&[
        (
            "Dodd was arrested at home on 11 October and charged in November.",
            "Dodd was arrested at home 2026-10-11..2026-10-11",
            "Dodd was arrested at home and",
        ),
        (
            "Dodd was arrested at home on 11 October and charged in November.",
            "Dodd was charged 2026-11-01..2026-11-30",
            "",
        ),
        (
            "The castle was built in the 1400s and burned down in 1641.",
            "Castle burned down 1641-01-01..1641-12-31",
            "Castle was burned",
        ),
        ("The castle was built in the 1400s and burned down in 1641.", "Castle was built 1400-01-01..1499-12-31", ""),
        (
            "It is the fourth serious crash here since March. A driver died on Monday.",
            "Driver died 2026-11-30..2026-11-30",
            "Fourth",
        ),
    ]);
}

#[test]
fn what_is_cited_is_no_deed() {
    check(&[(
        "Harle objected at once, citing treaties of 1929 and 1959.",
        "Harle objected at once, citing treaties of 1929 ?..?",
        "Harle citing",
    )]);
}

#[test]
fn what_is_prepared_for_is_still_to_come() {
    check(&[
        (
            "The committee met on Monday, before Saturday's vote on the budget.",
            "Vote on the budget 2026-12-05..2026-12-05",
            "",
        ),
        (
            "The committee met on Monday, after Saturday's vote on the budget.",
            "Vote on the budget 2026-11-28..2026-11-28",
            "",
        ),
        (
            "The unions called for a national strike on Friday.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Unions called for a national strike 2026-11-27",
        ),
    ]);
}

#[test]
fn short_names_in_brackets_part_no_subject_from_its_verb() {
    check(&[(
        "On Monday the minister said the National Harbour Board (NHB) lost the case.",
        "Minister said the National Harbour Board lost the case 2026-11-30..2026-11-30",
        "Minister lost",
    )]);
}

#[test]
fn things_added_are_no_words() {
    use dateline::model::EventKind;
    for (sentence, kind) in [
        ("The yard added 300 jobs in May.", EventKind::Happening),
        ("“We are ready,” added the mayor on Monday.", EventKind::Statement),
    ] {
        let found = extract::extract(&ingest::read(sentence.as_bytes(), "story.txt").unwrap());
        assert_eq!(found.events.iter().map(|event| event.kind).collect::<Vec<_>>(), [kind], "{sentence}");
    }
}

#[test]
fn a_verb_behind_what_tells_of_its_subject_is_the_main_one() {
    check(&[
        (
            "The vaccines that Gavi promised in April arrived on Monday.",
            "Vaccines arrived 2026-11-30..2026-11-30",
            "Gavi arrived",
        ),
        (
            "The vaccines that Gavi promised in April arrived on Monday.",
            "Gavi promised the vaccines 2026-04-01..2026-04-30",
            "",
        ),
        (
            "The house the mayor bought in 2019 burned down on Monday.",
            "House burned down 2026-11-30..2026-11-30",
            "House the mayor",
        ),
        (
            "A letter Moe wrote to the council on Monday went unanswered.",
            "Moe wrote a letter to the council 2026-11-30..2026-11-30",
            "Letter Moe",
        ),
        (
            "A man who was seen on camera at 11.40pm on Tuesday was found dead at 6am.",
            "Man was found dead 2026-12-02..2026-12-02",
            "Man was seen on camera was",
        ),
        (
            "A minibus - which had been hit by a rock - plunged into a ravine on Monday.",
            "Minibus plunged into a ravine 2026-11-30..2026-11-30",
            "",
        ),
    ]);
}

#[test]
fn what_is_counted_from_a_happening_has_its_date_from_there_or_none() {
    check(&[
        (
            "A ferry sank on 24 November. The captain was arrested two days after the sinking.",
            "Captain was arrested two days after the sinking 2026-11-26..2026-11-26",
            "",
        ),
        (
            "The mayor resigned five days after police searched his home in May 2021.",
            "Mayor resigned 2021-05-06..2021-06-05",
            "",
        ),
        (
            "The bridge closed on 4 November. The driver was arrested a day after the crash.",
            "Driver was arrested a day after the crash ?..?",
            "",
        ),
    ]);
}

#[test]
fn a_day_of_many_is_told_by_one_word() {
    check(&[
        ("Voters are uneasy about the election on 5 May.", "Election 2026-05-05..2026-05-05", ""),
        ("The vote has been put back to Tuesday.", "Vote 2026-12-08..2026-12-08", ""),
        ("Rail workers have backed a strike called for Friday.", "Strike called for Friday 2026-12-04..2026-12-04", ""),
        ("She campaigned in Vik ahead of the vote on Sunday.", "Vote 2026-12-06..2026-12-06", "She campaigned"),
        ("The union is braced for a vote on Monday.", "Union is braced for a vote 2026-12-07..2026-12-07", ""),
    ]);
}

#[test]
fn verbs_beside_a_day_tell_on_which_side_it_lies() {
    check(&[
        ("Dodd was arrested on 11 March in Vik.", "Dodd was arrested in Vik 2026-03-11..2026-03-11", ""),
        ("The pool is to open on 8 September.", "Pool is to open 2027-09-08..2027-09-08", ""),
        ("Moe and Brandt meet on Monday in Vik.", "Moe and Brandt meet in Vik 2026-12-07..2026-12-07", ""),
        (
            "The mayor said while visiting the school on Monday that she would resign.",
            "Mayor said while visiting the school that she would resign 2026-11-30..2026-11-30",
            "",
        ),
    ]);
}

#[test]
fn titles_keep_what_a_measure_says() {
    check(&[
        (
            "The firm made 310 million euros in 2025, more than the 245 million it forecast.",
            "Firm made 310 million euros 2025-01-01..2025-12-31",
            "",
        ),
        (
            "The firm made 310 million euros last year, beating the 245 million it forecast in May.",
            "Firm forecast the 245 million 2026-05-01..2026-05-31",
            "",
        ),
        (
            "Repairs on the line will last well into next year, the operator said.",
            "Repairs on the line will last well into next year 2027-01-01..2027-12-31",
            "",
        ),
    ]);
}

#[test]
fn days_told_aside_are_not_those_of_what_is_told() {
    check(&[
        // Of what a participle tells.
        (
            "He was shot on 9 July 2024. A test carried out the following day found drugs. Moe was charged two days later.",
            "Moe was charged 2024-07-11..2024-07-11",
            "",
        ),
        // Of the circumstance of another clause.
        (
            "The boat left Vik at 1:30 p.m. on 14 November and was bound for Harle when it was hit by waves, officer Ola \
             Brandt said.",
            "Boat left Vik 2026-11-14..2026-11-14",
            "Ola Brandt said",
        ),
        // Long before what the sentence tells besides.
        (
            "The king opened the dam on 14 September 1958. The names were carved on a stone that was put up in 1983.",
            "Names were carved on a stone ?..?",
            "",
        ),
        ("The sentence was backdated to July 2024.", "Sentence was backdated to July 2024 ?..?", ""),
        (
            "The group reported a loss of 112 million crowns, against a profit of 340 million a year earlier.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Group reported a loss of 112 million crowns, against a profit of 340 million 2025",
        ),
        (
            "\"She rang me at midnight on a Sunday to argue,\" said Moe.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Moe rang",
        ),
        (
            "Gawn returned a fortnight ago from a knee operation.",
            "Gawn returned from a knee operation 2026-11-16..2026-11-22",
            "",
        ),
        (
            "The cabinet approved the project in January last year. Work began in June.",
            "Work began 2025-06-01..2025-06-30",
            "",
        ),
        ("Classes in Vik have been suspended until Monday.", "Classes in Vik have been suspended ?..2026-12-07", ""),
    ]);
}

#[test]
fn verbs_and_nouns_of_one_form_are_told_apart_by_their_places() {
    check(&[
        (
            "Norvik cut its full-year harvest forecast on Monday and posted a surprise second-quarter loss.",
            "Norvik cut its full-year harvest forecast 2026-11-30..2026-11-30",
            "Norvik’s",
        ),
        (
            "Norvik cut its full-year harvest forecast on Monday and posted a surprise second-quarter loss.",
            "Norvik posted a surprise loss 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Drivers are back after the ministry agreed to suspend a fuel levy introduced in July.",
            "Fuel levy introduced 2026-07-01..2026-07-31",
            "Ministry agreed to suspend a fuel levy introduced",
        ),
        (
            "On Saturday, a delegation led by CPI(M) leader Ana Moe will meet the chief minister.",
            "Delegation will meet the chief minister 2026-12-05..2026-12-05",
            "",
        ),
        (
            "A flood in June 1953 swept away the dam and killed 11 men.",
            "Flood swept away the dam 1953-06-01..1953-06-30",
            "",
        ),
        (
            "The Demons, who last won in Vik in 2018, have lost four in a row and face Harle on Saturday night.",
            "Demons face Harle 2026-12-05..2026-12-05",
            "Last won",
        ),
        (
            "He was freed in 1970, and the couple left for London. They divorced in 1979.",
            "Couple divorced 1979-01-01..1979-12-31",
            "",
        ),
        (
            "She was awarded a medal in 2007 and an honorary doctorate in 2012, Ana Moe said.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Ana Moe was awarded a medal and",
        ),
        (
            "The bodies of two women were recovered on Sunday, while that of a boy was found by divers on Monday.",
            "Body of a boy was found by divers 2026-11-30..2026-11-30",
            "Bodies of two women was",
        ),
        (
            "Mexican rescuers led by Captain José Luis Hernández Rivera arrived on Tuesday.",
            "Mexican rescuers arrived 2026-12-01..2026-12-01",
            "Mexican rescuers led",
        ),
    ]);
}

#[test]
fn more_than_a_number_is_part_of_it() {
    check(&[
        (
            "More than 150 men attacked the post on Monday.",
            "More than 150 men attacked the post 2026-11-30..2026-11-30",
            "150 men",
        ),
        (
            "A former head accused of stealing more than £180,000 from her school told a jury on Monday that she had \
             borrowed it.",
            "Former head told a jury that she had borrowed it 2026-11-30..2026-11-30",
            "£180,000",
        ),
    ]);
}

#[test]
fn words_before_what_is_left_out_go_with_it() {
    check(&[
        (
            "The council voted on Monday to give the firm until Sept. 30 to begin production.",
            "Council voted to give the firm until Sept. 30 to begin production 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Thirty-eight pupils abducted from a school regained their freedom on Monday, the governor has said.",
            "Thirty-eight pupils abducted from a school regained their freedom 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Flores said the town had been here before. In 1994 it borrowed nine million for a factory.",
            "Town borrowed nine million for a factory 1994-01-01..1994-12-31",
            "",
        ),
        (
            "\"I told myself I would put it back at the end of the month,\" Moe said. \"I never did.\"",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Moe: “I would",
        ),
        (
            "The minister said the dam broke on Monday and that nobody had warned the town.",
            "Dam broke 2026-11-30..2026-11-30",
            "Dam broke and that",
        ),
        (
            "Moe said it was “damning that the council isn't doing this” after the Norvik Bank “proposed it in 2019.”",
            "Norvik Bank proposed it 2019-01-01..2019-12-31",
            "Council proposed",
        ),
        (
            "Norrsund Ferries has until Friday to answer it in writing.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Friday to answer",
        ),
        (
            "The firm lost its director on Monday. It came on the eve of a vote.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Firm came",
        ),
    ]);
}

#[test]
fn a_time_of_something_else_in_the_sentence_dates_no_verb() {
    check(&[
        ("The trial, originally set for March 2023, was postponed twice.", "Trial was postponed twice ?..?", ""),
        (
            "The talks began on Monday. A second meeting, planned for Tuesday, was cancelled after a row.",
            "Second meeting was cancelled after a row ?..?",
            "",
        ),
        (
            "Shareholders will receive $41 a share, a 28 percent premium to Wednesday's closing price.",
            "Shareholders will receive $41 a share, a 28 percent premium ?..?",
            "",
        ),
        (
            "Arden reported a third-quarter loss of $112 million, or 34 cents a share, compared with a profit of $67 \
             million a year earlier.",
            "Arden reported a third-quarter loss of $112 million 2026-12-03..2026-12-03",
            "",
        ),
        ("Dag Moe has signed a contract until June 2029.", "Dag Moe has signed a contract ?..?", ""),
        ("Her father, a clerk, died when she was 9.", "Her father died when she was 9 ?..?", ""),
        (
            "The rain began on Monday. In the 48 hours to Tuesday, 350 millimetres fell on the hills.",
            "350 millimetres fell on the hills ?..?",
            "",
        ),
        (
            "The commission has sought a report from the mayor by Tuesday.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Commission has sought",
        ),
        (
            "Ana Ruiz, who was to hold a rally on Sunday, cancelled it after her plane was grounded.",
            "Ana Ruiz was to hold a rally 2026-11-29..2026-11-29",
            "",
        ),
    ]);
}

#[test]
fn what_happened_within_hours_or_in_a_named_year_has_its_time() {
    check(&[
        (
            "Talks to end the strike broke down on Monday night, hours after dockers rejected an offer.",
            "Dockers rejected an offer 2026-11-30..2026-11-30",
            "",
        ),
        (
            "Ana Ruiz earned her degree in 1954, the year she married Dag Moe.",
            "Ana Ruiz married Dag Moe 1954-01-01..1954-12-31",
            "",
        ),
        (
            "Dag Moe could make his debut against Vik on Sunday.",
            "Dag Moe could make his debut against Vik 2026-12-06..2026-12-06",
            "",
        ),
    ]);
}

#[test]
fn the_sentences_verb_and_its_subject_are_found() {
    check(&[
        (
            "The county cut off the clinic's money in 1991, and Ana Ruiz sued.",
            "County cut off the clinic's money 1991-01-01..1991-12-31",
            "County sued",
        ),
        (
            "Army officers announced on state television on Wednesday that they had taken power in Vik, a day before the \
             results were due.",
            "Army officers announced on state television that they had taken power in Vik 2026-12-02..2026-12-02",
            "",
        ),
        (
            "A 12-hour strike called by the Vik Front paralysed normal life in three towns on Monday.",
            "12-hour strike paralysed normal life in three towns 2026-11-30..2026-11-30",
            "",
        ),
        ("Polling will be held on Dec. 13.", "Polling will be held 2026-12-13..2026-12-13", ""),
        (
            "EU sanctions on the central bank were imposed in February 2022. They were renewed in 2024.",
            "EU sanctions on the central bank were renewed 2024-01-01..2024-12-31",
            "Central bank",
        ),
        (
            "A hearing in that case is scheduled for Dec. 8.",
            "Hearing in that case is scheduled for Dec. 8 2026-12-08..2026-12-08",
            "Case",
        ),
        (
            "The auditor found in February that fewer than half had been paid.",
            "Auditor found that fewer than half had been paid 2026-02-01..2026-02-28",
            "",
        ),
        (
            "The death toll from Typhoon Inday (international name: Bolaven) climbed to 22 on Thursday.",
            "Death toll from Typhoon Inday climbed to 22 2026-12-03..2026-12-03",
            "Bolaven",
        ),
        (
            "The vote was forced by the resignation of Ana Ruiz, who was elected to the council in June.",
            "Ana Ruiz was elected to the council 2026-06-01..2026-06-30",
            "Resignation",
        ),
        (
            "A plan to raise it was approved in 2023 but work never started.",
            "Plan to raise it was approved 2023-01-01..2023-12-31",
            "",
        ),
        (
            "Officials left it open until Monday, by which time the water had entered some cellars.",
            "Council met in Harle 2026-12-03..2026-12-03",
            "Officials had entered",
        ),
        (
            "The skeleton was found in 2017 by a team of Vik University. It was taken to Harle in 2018.",
            "Skeleton was taken to Harle 2018-01-01..2018-12-31",
            "Vik University",
        ),
        (
            "Moe said the men would not return until the company restored a bonus it scrapped last year.",
            "Company scrapped a bonus 2025-01-01..2025-12-31",
            "Moe scrapped",
        ),
    ]);
}

#[test]
fn titles_end_before_what_only_half_says_something() {
    check(&[
        (
            "Ana Ruiz applied to 11 schools in 1949, nine of which turned her down.",
            "Ana Ruiz applied to 11 schools 1949-01-01..1949-12-31",
            "",
        ),
        (
            "The courts annulled the 2019 poll over the use of correction fluid.",
            "2019 poll 2019-01-01..2019-12-31",
            "2019 poll over",
        ),
        (
            "The storm struck Vik, the capital, at 4 a.m. on Monday, packing winds of 165 kilometers per hour.",
            "Storm struck Vik, the capital, packing winds of 165 kilometers 2026-11-30..2026-11-30",
            "",
        ),
    ]);
}

#[test]
fn verbs_behind_relatives_years_and_semicolons_have_their_subject() {
    check(&[
        (
            "Police searching for a boy who vanished on his way home from a match in Ennis widened their search on Tuesday.",
            "Police searching for a boy widened their search 2026-12-01..2026-12-01",
            "Ennis",
        ),
        (
            "Moe died of typhoid in 1901 and Brandt retired five years later.",
            "Moe died of typhoid 1901-01-01..1901-12-31",
            "",
        ),
        (
            "The flagship was damaged by fire in February 1985; it reopened the following autumn but never recovered.",
            "Flagship reopened 1985-09-01..1985-11-30",
            "",
        ),
        (
            "Moe asked for terms on 3 July 1863 and surrendered the following day.",
            "Moe surrendered 1863-07-04..1863-07-04",
            "Moe asked for terms and",
        ),
        (
            "On the 5th of November 2025 his cavalry burned the bridges at Holme, and the town was surrounded.",
            "His cavalry burned the bridges at Holme 2025-11-05..2025-11-05",
            "His cavalry burned the bridges at Holme was",
        ),
        (
            "A man in his 30s who was questioned on Sunday night has been released.",
            "Man in his 30s was questioned 2026-11-29..2026-11-29",
            "His 30s",
        ),
        (
            "Investors have not forgotten the loss of Arden Bank, which collapsed in 2019.",
            "Arden Bank collapsed 2019-01-01..2019-12-31",
            "Loss",
        ),
        (
            "The firm closed two plants in February. Linda Moe, who took over a month later, resigned.",
            "Linda Moe took over 2026-03-01..2026-03-31",
            "",
        ),
        (
            "Moe and his troops were forced to retreat to Vik in November 1920, pursued by cavalry and infantry of both of \
             the other armies of the north.",
            "Moe and his troops were forced to retreat to Vik 1920-11-01..1920-11-30",
            "",
        ),
        ("The company ended 2023 with $94.6 million.", "Company ended with $94.6 million 2023-01-01..2023-12-31", ""),
        (
            "His mother, Ana Moe, reported him missing at 1am on Sunday.",
            "Ana Moe reported him missing 2026-11-29..2026-11-29",
            "",
        ),
    ]);
}

#[test]
fn what_was_averted_or_decided_lies_behind() {
    check(&[
        (
            "A previous strike, called for January, was averted when the mayor found £30m.",
            "Previous strike was averted when the mayor found £30m ?..?",
            "Previous strike called",
        ),
        (
            "The mayor was frustrated by the union's decision to reject the offer on Tuesday.",
            "Mayor was frustrated by the union's decision to reject the offer 2026-12-01..2026-12-01",
            "",
        ),
    ]);
}

#[test]
fn what_is_found_published_or_visited_has_its_time_and_its_words() {
    check(&[
        (
            "State investigators concluded in June that the utility had postponed tree trimming.",
            "State investigators concluded that the utility had postponed tree trimming 2026-06-01..2026-06-30",
            "",
        ),
        (
            "The regulator will publish the results of its stress tests on Dec. 21.",
            "Regulator will publish the results of its stress tests 2026-12-21..2026-12-21",
            "Stress tests",
        ),
        ("Ana Ruiz visited the injured on Monday.", "Ana Ruiz visited the injured 2026-11-30..2026-11-30", ""),
        (
            "Orbis set aside $410 million, twice as much as in the second half of 2023.",
            "Orbis set aside $410 million, twice as much ?..?",
            "",
        ),
        (
            "The fire broke out on Oct. 9, 2025. It was not fully contained until Dec. 5.",
            "Fire was not fully contained until Dec. 5 2025-12-05..2025-12-05",
            "",
        ),
    ]);
}

#[test]
fn relative_clauses_tell_of_the_right_noun() {
    check(&[
        ("Moe thanked his wife, Ingrid, whom he married in 1963.", "Moe married Ingrid 1963-01-01..1963-12-31", ""),
        (
            "Police on Sunday arrested the owner of a garment factory that collapsed outside the capital in November.",
            "Garment factory collapsed outside the capital 2026-11-01..2026-11-30",
            "Owner",
        ),
        (
            "Talks in Vik collapsed in late 2023, and a new round in Harle in August, which the army did not attend, made \
             little progress.",
            "New round in Harle made little progress ?..?",
            "Talks in Vik collapsed, and",
        ),
        (
            "Orbis lost its head in 2018. Ana Lomax, who took over that year, sold the arm in 2021.",
            "Ana Lomax took over 2018-01-01..2018-12-31",
            "",
        ),
    ]);
}

#[test]
fn titles_keep_the_time_that_is_spent_and_lose_the_one_behind_an_adjective() {
    check(&[
        (
            "The town burned in the autumn of 1944. The family spent that winter in a cave.",
            "Family spent that winter in a cave 1944-12-01..1945-02-28",
            "",
        ),
        (
            "Arden pleaded guilty last November to a misdemeanor.",
            "Arden pleaded guilty to a misdemeanor 2025-11-01..2025-11-30",
            "",
        ),
        ("In 1846 the railway came.", "Railway came 1846-01-01..1846-12-31", ""),
        ("Moe died in 2019 without knowing what it was.", "Moe died 2019-01-01..2019-12-31", ""),
    ]);
}

#[test]
fn a_time_of_the_rest_is_not_the_verbs_and_titles_name_the_whole() {
    check(&[
        (
            "Half of the arrears will be paid by the end of this month and the rest in January.",
            "Half of the arrears will be paid 2026-12-03..2026-12-31",
            "",
        ),
        (
            "Construction of the Vera Rubin Observatory began in 2014 and was halted in March 2020.",
            "Construction of the Vera Rubin Observatory began 2014-01-01..2014-12-31",
            "Vera",
        ),
        (
            "A probe will be launched by the agency in 2029, after being approved in 2019 and delayed once.",
            "Probe was approved and delayed once 2019-01-01..2019-12-31",
            "Probe was approved and delayed once.",
        ),
        (
            "Nasa lost contact on Monday. It launched a probe in 2019.",
            "Nasa launched a probe 2019-01-01..2019-12-31",
            "",
        ),
    ]);
}

#[test]
fn what_was_so_on_a_day_is_told() {
    check(&[
        ("The school was open again on Monday.", "School was open again 2026-11-30..2026-11-30", ""),
        ("The report was due Monday in Oslo.", "Report was due in Oslo 2026-11-30..2026-11-30", ""),
        ("Rovers had last week off.", "Rovers had last week off 2026-11-23..2026-11-29", ""),
        ("The firm had a loss of $3 million in 2024.", "Firm had a loss of $3 million 2024-01-01..2024-12-31", ""),
        (
            "The mill was rebuilt in 1952. It was profitable in 1974, when it employed 900 people.",
            "Mill was profitable 1974-01-01..1974-12-31",
            "It",
        ),
        (
            "The mill was rebuilt in 1952. It had a loss of 12 million crowns in 2003.",
            "Mill had a loss of 12 million crowns 2003-01-01..2003-12-31",
            "It",
        ),
        ("Kettle was re-elected in 2021.", "Kettle was re-elected 2021-01-01..2021-12-31", ""),
        ("The leaders both signed it on Monday.", "Leaders signed it 2026-11-30..2026-11-30", ""),
    ]);
}

#[test]
fn a_title_says_no_more_and_no_less_than_its_subject() {
    check(&[
        ("Not all of the shops opened on Monday.", "Not all of the shops opened 2026-11-30..2026-11-30", "All"),
        (
            "Not one of the ministers resigned on Monday.",
            "Not one of the ministers resigned 2026-11-30..2026-11-30",
            "",
        ),
        ("Hardly any shops opened on Monday.", "Hardly any shops opened 2026-11-30..2026-11-30", "Any"),
        ("Only two of the men survived on Monday.", "Only two of the men survived 2026-11-30..2026-11-30", "Two"),
        (
            "A report shows two-thirds of the crew lost work in May.",
            "Two-thirds of the crew lost work 2026-05-01..2026-05-31",
            "Crew",
        ),
        ("Only on Monday Berg fled.", "Berg fled 2026-11-30..2026-11-30", "Only"),
    ]);
}

#[test]
fn what_begins_is_what_happens_not_its_place() {
    check(&[(
        "Some 700 suspects were held in a huge security sweep in Harle that began on Sunday.",
        "Huge security sweep in Harle began 2026-11-29..2026-11-29",
        "Harle began",
    )]);
}

#[test]
fn a_victim_does_not_do_what_the_deed_did() {
    check(&[
        (
            "The assassination of former president Juvenal Habyarimana sparked protests in 1994.",
            "Assassination of former president Juvenal… sparked protests 1994-01-01..1994-12-31",
            "Juvenal Habyarimana sparked",
        ),
        (
            "The brutal murder of reporter Ana Ruiz sparked a wave of protests across the whole country on Monday.",
            "Brutal murder of reporter Ana Ruiz sparked a wave of protests 2026-11-30..2026-11-30",
            "Ruiz sparked",
        ),
        (
            "Hundreds of supporters of the radical cleric Tomas Reyes demonstrated against calls for federalism on Monday.",
            "Hundreds of supporters demonstrated against calls for federalism 2026-11-30..2026-11-30",
            "Tomas Reyes demonstrated",
        ),
        // Who holds an office, or stands beside a description, does it.
        (
            "The commander of allied forces in the far north, General Ana Ruiz, said on Monday that they would be ready soon.",
            "Ana Ruiz said that they would be ready 2026-11-30..2026-11-30",
            "Commander",
        ),
    ]);
}

#[test]
fn the_part_of_a_day_before_a_noun_stays() {
    check(&[
        (
            "Shares fell in midday trading Friday.",
            "Shares fell in midday trading 2026-11-27..2026-11-27",
            "Shares fell trading",
        ),
        (
            "Six men were hurt in the early morning attack.",
            "Six men were hurt in the early morning attack 2026-12-03..2026-12-03",
            "",
        ),
    ]);
}
