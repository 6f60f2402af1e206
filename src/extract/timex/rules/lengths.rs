//! Rules of what is counted: steps from another date, lengths of time, recurring and vague times.

use super::{Rule, row};

/// The rules, in the order in which they are shown.
pub(super) static RULES: &[Rule] = &[
    row(
        "shift/ago",
        "So many units before the article's day, of that grain.",
        &[
            ("It was sold [three years ago next month].", "2023-02"),
            ("It was sold [a year ago today].", "2025-01-06"),
            ("It was sold [20 years ago this month].", "2006-01"),
            ("It will be sold [a week from today].", "2026-01-13"),
            ("It was sold [a year and a half ago].", "2024-07"),
            ("The plant shut [three years ago].", "2023"),
            ("She left [10 days ago].", "2025-12-27"),
        ],
        &["They waited three years.", "She starred in 28 Days Later."],
    ),
    row(
        "shift/earlier-later",
        "So many units from the date under discussion.",
        &[("The ship sank on January 3. [Two days later], the captain was found.", "2026-01-05")],
        &["Two days passed."],
    ),
    row(
        "shift/hours",
        "Hours and minutes from an unknown clock time are a length only.",
        &[("But [a minute and a half later] it rose.", "PT1M30S"), ("It ended [two hours later].", "PT2H")],
        &["It took two hours."],
    ),
    row(
        "shift/year-ago",
        "“The year-ago quarter”: the quarter under discussion, a year before.",
        &[("Profit beat [the year-ago quarter].", "2025")],
        &["He left a year ago."],
    ),
    row(
        "shift/day-before",
        "“The day before” the date under discussion.",
        &[("He died on May 3, 1999. [The day before], he had voted.", "1999-05-02")],
        &["The day before the vote was calm."],
    ),
    row(
        "shift/day-before-date",
        "The day before one that is named.",
        &[
            ("He wrote to her [the day before last Friday]'s hearing.", "2026-01-01"),
            ("It snowed on [the day before Christmas].", "2025-12-24"),
            ("He told them on [the eve of Hallowe'en].", "2025-10-30"),
        ],
        &["He wrote to her the day before his hearing."],
    ),
    row(
        "shift/day-after-date",
        "The day after one that is named.",
        &[("She resigned [the day after Sunday]'s vote.", "2026-01-05")],
        &["She resigned the day after the vote."],
    ),
    row(
        "shift/off-plan",
        "A day said again by how far it is from the one planned.",
        &[("It arrived on January 3, [two days later than planned].", "2026-01-03")],
        &["It arrived two days later than planned."],
    ),
    row(
        "shift/day-before-yesterday",
        "Two days back.",
        &[("It froze [the day before yesterday].", "2026-01-04")],
        &["It froze yesterday."],
    ),
    row(
        "shift/before-last",
        "Two weeks, months or years away.",
        &[("It froze in [the week before last].", "2025-W52"), ("It will open in [the month after next].", "2026-03")],
        &["It froze the week before last Christmas."],
    ),
    row(
        "shift/vague",
        "An unknown number of units.",
        &[("They split [months ago].", "PAST_REF")],
        &["They split for months."],
    ),
    row(
        "duration",
        "A length of time.",
        &[
            ("She is on a [three-day] visit.", "P3D"),
            ("They waited [two and a half years].", "P2.5Y"),
            ("They waited [a fortnight].", "P2W"),
            ("After [several quarters] of losses it made a profit.", "PXQ"),
            ("Net for [the year-earlier nine months] was lower.", "P9M"),
            ("It opened [two weeks] later than planned.", "P2W"),
        ],
        &[
            "Three quarters of the town were old.",
            "He came with his 6-month-old son.",
            "It will one day be rich.",
            "The 6-year-old boy was found.",
            "He finished second.",
            "The film “12 Years a Slave” won.",
            "His novel “Two Years” was read.",
        ],
    ),
    row(
        "duration/past",
        "A length up to the article's day.",
        &[
            ("Prices rose in [the past two months].", "P2M"),
            ("Two men left over [the last year].", "P1Y"),
            ("We have seen it in [this past week].", "P1W"),
        ],
        &["They walked past two shops."],
    ),
    row(
        "duration/next",
        "A length from the article's day on.",
        &[
            ("It will rain over [the next few days].", "PXD"),
            ("It is due in [coming weeks].", "PXW"),
            ("It may double over [the next decade].", "P10Y"),
        ],
        &["He sat next to her."],
    ),
    row(
        "duration/first",
        "The beginning of a longer time.",
        &[("Sales rose in [the first nine months].", "P9M"), ("He fled in [the last month] of the war.", "P1M")],
        &["He came first.", "He left last month."],
    ),
    row(
        "duration/the",
        "A stretch of time without number that an article points at.",
        &[
            ("He learned a lot over [the years].", "PXY"),
            ("Prices may rise in [the weeks ahead].", "PXW"),
            ("In [the years] that followed he wrote.", "PXY"),
        ],
        &["The years of war are over."],
    ),
    row(
        "duration/bare",
        "Units without number.",
        &[
            ("They argued for [decades].", "PXY"),
            ("It will close within [weeks or months].", "PXW"),
            ("It was their third [day-long] meeting.", "P1D"),
            ("It ended a [decades-long] dispute.", "PXY"),
        ],
        &["The days are long."],
    ),
    row(
        "duration/year-ended",
        "A business year named by its end.",
        &[("Net rose in [the year] ended June 30.", "P1Y")],
        &["The year was good."],
    ),
    row(
        "set",
        "A recurring time.",
        &[("The paper appears [daily].", "P1D"), ("It opens on [Mondays].", "XXXX-WXX-1")],
        &["The Daily Telegraph reported it.", "It was an everyday matter."],
    ),
    row(
        "set/weekday-part",
        "A weekday’s mornings, evenings, nights.",
        &[
            ("They fly on [Tuesday nights].", "XXXX-WXX-2TNI"),
            ("They fly on [Monday] and Tuesday nights.", "XXXX-WXX-1TNI"),
        ],
        &["They fly on Tuesday night."],
    ),
    row(
        "set/each",
        "Every, each, per.",
        &[
            ("They meet [every Tuesday].", "XXXX-WXX-2"),
            ("They meet [every other Tuesday].", "XXXX-WXX-2"),
            ("They meet [every Tuesday evening].", "XXXX-WXX-2TEV"),
            ("They meet [every Christmas].", "XXXX-12-25"),
            ("It rains [each year].", "P1Y"),
            ("They meet [every 2 April].", "XXXX-04-02"),
        ],
        &["Every man came.", "It pumps 40 litres per second."],
    ),
    row("set/rate", "So much a unit.", &[("It makes $33 million [a year].", "P1Y")], &["It took a year."]),
    row(
        "vague",
        "A time without calendar value.",
        &[
            ("It will [one day] be rich.", "FUTURE_REF"),
            ("It is [now] closed.", "PRESENT_REF"),
            ("He [recently] resigned.", "PAST_REF"),
            ("Lawyers told him that they may [soon] sue.", "FUTURE_REF"),
            ("It will be decided at [a later date].", "FUTURE_REF"),
            ("They feared the risks of [the near term].", "FUTURE_REF"),
            ("He paid half of the [then current] price.", "PAST_REF"),
        ],
        &[
            "It lasted one day.",
            "He was soon released.",
            "It is their most recent model.",
            "Once he arrives, we start.",
            "He was then told to go as soon as possible.",
        ],
    ),
    row("vague/present", "These days.", &[("Few smoke [these days].", "PRESENT_REF")], &["These people smoke."]),
    row(
        "vague/recent-units",
        "An interval with an open end at the article's day.",
        &[
            ("In [recent months] they built a plan.", "PXM"),
            ("In [recent years] they built more.", "PAST_REF"),
            ("There were leaks in [past years], too.", "PAST_REF"),
        ],
        &["Recent reports say so."],
    ),
];
