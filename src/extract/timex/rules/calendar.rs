//! Rules of the calendar: weekdays, dates, months, years, periods, holidays, clock times and parts of days.

use super::{Rule, row};

/// The rules, in the order in which they are shown.
pub(super) static RULES: &[Rule] = &[
    row(
        "date/nth-weekday",
        "A weekday counted in its month.",
        &[
            ("The council will meet on [the first Tuesday in March].", "2026-03-03"),
            ("The clocks went back on [the last Sunday of October].", "2025-10-26"),
            ("They voted on [the second Monday of May 2024].", "2024-05-13"),
        ],
        &["The council meets on the first Tuesday of the month.", "It was his first Monday in office."],
    ),
    row(
        "weekday/unanchored",
        "A weekday of a week that the text does not tell.",
        &[("The council meets on the first [Tuesday] of the month.", "XXXX-WXX-2")],
        &["The council met on Monday."],
    ),
    row(
        "weekday/of-week",
        "A weekday of the article's week, or of the one before or after.",
        &[
            ("He was admitted on [Friday last week].", "2026-01-02"),
            ("It opens on [Tuesday of next week].", "2026-01-13"),
        ],
        &["It opened on Friday.", "It rained last week."],
    ),
    row(
        "weekday/past",
        "A bare weekday is the latest such day up to the article's own.",
        &[
            ("The board fired him on [Monday].", "2026-01-05"),
            ("Officials said [Tuesday] the road was open.", "2026-01-06"),
        ],
        &[
            "The Sunday Times reported it.",
            "The court will rule on Friday.",
            "The captain, Sunday Ogunleye, 41, was held.",
        ],
    ),
    row(
        "weekday/future",
        "A bare weekday in a clause that looks forward is the first such day from the article's own on.",
        &[
            ("Protesters planned a rally on [Saturday].", "2026-01-10"),
            ("The court will hear the case on [Monday].", "2026-01-12"),
            ("The strike is to begin [Thursday].", "2026-01-08"),
        ],
        &["The court heard the case on Monday."],
    ),
    row(
        "weekday/last",
        "“Last Monday” is the latest Monday before the article's day.",
        &[("They met [last Tuesday].", "2025-12-30")],
        &["They met on Tuesday."],
    ),
    row(
        "weekday/next",
        "“Next Friday” is the first Friday after the article's day.",
        &[("She will leave [next Friday].", "2026-01-09")],
        &["She will leave on Friday."],
    ),
    row(
        "weekday/this",
        "“This Friday” is in the article's week.",
        &[("It opens [this Friday].", "2026-01-09")],
        &["It opens Friday."],
    ),
    row(
        "weekday/chain",
        "“The following Monday” is counted from the date just mentioned.",
        &[("He fled on March 3, 2021. [The following Monday] he was caught.", "2021-03-08")],
        &["He was caught on Monday.", "He resigned following Monday's defeat."],
    ),
    row(
        "date/month-day",
        "Month and day, with or without weekday and year; without year the nearest such day.",
        &[
            ("[Jan. 15, 1967]: The team won.", "1967-01-15"),
            ("In the year ended [Jan. 31], sales rose.", "2025-01-31"),
            ("It opened on [January 3].", "2026-01-03"),
            ("The war began [Sept. 1, 1939].", "1939-09-01"),
            ("Closures begin on [Thursday, Jan. 15].", "2026-01-15"),
        ],
        &["Chapter 3 deals with it."],
    ),
    row(
        "date/day-month",
        "Day and month in British order.",
        &[
            ("The treaty was signed on [5 March 1998].", "1998-03-05"),
            ("It fell on [the 13th of December].", "2025-12-13"),
        ],
        &["Some 13 people came."],
    ),
    row(
        "date/range",
        "Two days that share a month, or month and year.",
        &[
            ("The fair ran [Jan. 2]-4, 2025.", "2025-01-02"),
            ("Voting is on 13/[14 March].", "2026-03-14"),
            ("They played there on [October 9], 11, 1981.", "1981-10-09"),
        ],
        &["They won 3-2."],
    ),
    row(
        "date/month-year",
        "Month and year, the year stated or pointed at.",
        &[("Prices rose in [March 1998].", "1998-03"), ("It closed in [June last year].", "2025-06")],
        &["In March prices rose."],
    ),
    row(
        "date/numeric",
        "Dates in digits; the order of slashed dates is the article's, American by default.",
        &[("Updated [2025-11-30].", "2025-11-30"), ("Filed [12/24/2025].", "2025-12-24")],
        &["About 1/2 of the members backed 24/7 care."],
    ),
    row(
        "month",
        "A bare month is the one that tense points to, else the likeliest.",
        &[
            ("Orders for [February] began early.", "2026-02"),
            ("Loans run through [April] for the firm.", "2026-04"),
            ("Police arrested both men in [August].", "2025-08"),
            ("The talks will resume in [March].", "2026-03"),
        ],
        &[
            "The minister may resign.",
            "Theresa May met Angela Merkel.",
            "April Jones was found.",
            "The ministers of Poland and Jan Kavan of Prague signed.",
            "They march on the capital.",
        ],
    ),
    row(
        "date/day-told",
        "“On the 20th” opens a sentence: that day of the month told of.",
        &[("It sank in September. On [the 20th] it was refloated.", "2025-09-20")],
        &["It sank in September. On the 20th floor a man waved."],
    ),
    row(
        "date/day-of-month",
        "“The 16th” is a later day of the month that the sentence has named.",
        &[
            ("The strike began on 7 September and ended on [the 16th].", "2025-09-16"),
            ("The ship sank on May 3, 1917 and was found on [the 9th] by divers.", "1917-05-09"),
        ],
        &[
            "He birdied on the 16th and won.",
            "On 3 May she moved into a flat on the 9th floor.",
            "The match of 7 September was on the 3rd.",
        ],
    ),
    row(
        "month/leaning",
        "“Last April” is the latest one that is over.",
        &[("He quit [last April].", "2025-04")],
        &["He quit in April."],
    ),
    row(
        "year",
        "Four digits with evidence that they are a year, or an era.",
        &[
            ("They met at the Developers Conference [2010] again.", "2010"),
            ("The factory closed in [1987].", "1987"),
            ("He was killed in [44 BC].", "BC0044"),
            ("The second invasion ([480]-479 BC) failed.", "BC0480"),
            ("Families split in the post-[1959] politics.", "1959"),
            ("The abbey was built in [1530].", "1530"),
        ],
        &[
            "He runs Windows 2000.",
            "Flight 1549 carried 2010 passengers to gate 12.",
            "UN Resolution 1973 was backed.",
            "See page 1984 and room 2001.",
            "It sold 2015 units.",
            "Buses change their route from 1530.",
        ],
    ),
    row(
        "year/second",
        "The year that goes on from the one before it.",
        &[
            ("Sales rose in 2016-[17].", "2017"),
            ("He played in 1999/[00].", "2000"),
            ("The war of 1914–[18] ended.", "1918"),
        ],
        &["It was updated on 2016-04.", "Case 2016-17/3 was heard."],
    ),
    row(
        "year/named",
        "A year named as one.",
        &[("It happened in [the year 2000].", "2000")],
        &["He gave 2000 dollars."],
    ),
    row(
        "year/fiscal",
        "A fiscal year.",
        &[
            ("Sales rose in [fiscal 2024].", "2024"),
            ("They fell in [the financial year of 2016]/17.", "2016"),
            ("Sales rose in [FY2024]-25.", "2024"),
            ("Sales rose in [FY 24].", "2024"),
        ],
        &["Fiscal policy changed."],
    ),
    row(
        "year/words",
        "A year in words.",
        &[("It began in [nineteen ninety-six].", "1996")],
        &["Nineteen people died."],
    ),
    row(
        "decade",
        "A decade with its century.",
        &[("It was built in [the 1990s].", "199"), ("Taxes rose in [the early 1980s].", "198")],
        &["He is in his 90s."],
    ),
    row(
        "decade/short",
        "A decade without century is the latest of that name.",
        &[("The band was famous in [the '80s].", "198"), ("They met in [the nineties].", "199")],
        &["Temperatures in the low 80s are rare."],
    ),
    row("century", "A century.", &[("The bridge dates from [the 19th century].", "18")], &["It took centuries."]),
    row(
        "period",
        "A week, month, quarter or year named by its direction.",
        &[
            ("Exports fell [last month].", "2025-12"),
            ("Exports were a third of its sales in [the latest fiscal year].", "2025"),
            ("Talks resume [next week].", "2026-W03"),
            ("It will shut [early next year].", "2027"),
        ],
        &["They met at the same time.", "It lasted a week."],
    ),
    row(
        "period/the",
        "“The weekend”, “the week”: the one at the article's day, or under discussion.",
        &[
            ("It was [the week]'s busiest day.", "2026-W02"),
            ("Two people died over [the weekend].", "2026-W01-WE"),
            ("Shares fell on Friday and were down 4% for [the week].", "2026-W01"),
        ],
        &["He paid by the hour.", "It varies with the day of the week."],
    ),
    row(
        "period/then",
        "“Until then”: the day under discussion.",
        &[("The rules change on March 30. Until [then], all may fish.", "2026-03-30")],
        &["It was fished by then president Bo.", "Then he left."],
    ),
    row(
        "period/week-of",
        "The week that is named by a day or feast in it.",
        &[
            ("The court will sit in [the week of March 9].", "2026-W11"),
            ("Strikes are planned for [the week beginning 9 March].", "2026-W11"),
            ("Shops closed in [Christmas week].", "2025-W52"),
        ],
        &["He was away for a week of March.", "Last week of all days it rained."],
    ),
    row(
        "period/weekend-of",
        "The weekend that is named by a day or feast at it.",
        &[
            ("Planes were full over [the Thanksgiving weekend].", "2025-W48-WE"),
            ("They meet on [the weekend of March 14].", "2026-W11-WE"),
        ],
        &["They met over the weekend."],
    ),
    row(
        "period/year-end",
        "The end of the article's year.",
        &[("The index fell 3% since [year-end].", "2025-12-31"), ("The law takes effect by [year end].", "2026")],
        &["Last year ended well."],
    ),
    row(
        "quarter",
        "A quarter of a year: the latest that has begun, unless a year is stated.",
        &[
            ("Profit fell in [the third quarter].", "2025-Q3"),
            ("Sales rose in [Q2 2024].", "2024-Q2"),
            ("Profit, sales and earnings fell in [the second] and third quarters of 2024.", "2024-Q2"),
            ("Profit, sales and earnings fell in the second and [third quarters of 2024].", "2024-Q3"),
            ("It usually makes most of its profit in [the fourth quarter].", "XXXX-Q4"),
        ],
        &["He scored a goal after a goalless first quarter."],
    ),
    row(
        "quarter/of-year",
        "“The 1988 period”: where quarters are compared, the one under discussion in that year.",
        &[("Net profit and sales rose in [the 2024 period]; earnings per share fell.", "2024")],
        &["The 1988 period of unrest ended."],
    ),
    row(
        "half",
        "A half of a stated year.",
        &[
            ("Exports fell in [the second half of 2008].", "2008-H2"),
            ("They may fall in [the first two quarters of 2027].", "2027-H1"),
        ],
        &["He equalised in the second half.", "They ate half of it."],
    ),
    row(
        "season",
        "A season with its direction or year.",
        &[
            ("Work will go on well into [the summer].", "2026-SU"),
            ("Applications rose [last summer].", "2025-SU"),
            ("It began in [the spring of 1957].", "1957-SP"),
            ("They rested in [the spring] and early summer of 1943.", "1943-SP"),
            ("He was shot [last fall] in his home.", "2025-FA"),
            ("The army launched its [summer] offensive.", "2025-SU"),
        ],
        &[
            "The next Winter Games will be in Vik.",
            "The fall of the government surprised many.",
            "Prices fall and wages spring back.",
        ],
    ),
    row(
        "holiday",
        "A named day: fixed, by weekday, or computed from Easter or the moon.",
        &[
            ("The fire broke out on [Christmas Day].", "2025-12-25"),
            ("They marched on [Good Friday 2025].", "2025-04-18"),
        ],
        &[
            "Easter Island is far.",
            "They saw Christmas trees.",
            "Christmas sales rose.",
            "Sales rose in the Christmas and New Year holiday season.",
        ],
    ),
    row(
        "clock",
        "A clock time, on the day named with it, else the day under discussion.",
        &[
            ("It struck at [10:35 a.m.] (0735 GMT) Monday.", "2026-01-05T10:35"),
            ("He will leave at [4 in the morning] (4 a.m. EST Thursday).", "2026-01-08T04:00"),
            ("Polls open at [7 p.m. ET on Monday].", "2026-01-05T19:00"),
            ("They heard at [five o'clock on Monday afternoon].", "2026-01-05T17:00"),
            ("It struck at [10:35 a.m.] on the coast.", "2026-01-06T10:35"),
            ("Fighting began at [0600 GMT].", "2026-01-06T06:00Z"),
        ],
        &["They won 10:35 on aggregate.", "Room 1200 is locked.", "Call 555 1234."],
    ),
    row(
        "clock/of-range",
        "The first time of a range, which ends with the day of both; without its half of the day it is one with the last.",
        &[
            ("It was open from [6-9 p.m. on Monday].", "2026-01-05T18:00"),
            ("Roads were shut [9 am]-5 pm Saturday.", "2026-01-03T09:00"),
        ],
        &["They lost 6-9 on Sunday.", "It fell from 6 to 9 points."],
    ),
    row(
        "day-name",
        "Today, yesterday, tomorrow.",
        &[("It rained [yesterday].", "2026-01-05"), ("It opens [tomorrow].", "2026-01-07")],
        &[
            "It rained.",
            "They are the leaders of tomorrow.",
            "It is hard in today's world.",
            "He told USA Today so.",
            "She was on the Today show.",
        ],
    ),
    row(
        "day-part",
        "A part of a day.",
        &[("He was arrested [Monday night].", "2026-01-05TNI"), ("She spoke [this morning].", "2026-01-06TMO")],
        &["Night fell.", "He likes afternoon tea."],
    ),
    row(
        "day-part/overnight",
        "The night up to the day that its sentence tells of, else up to the article's.",
        &[
            ("Two houses burnt down [overnight].", "2026-01-06TNI"),
            ("Two men were hurt [overnight], police said on Sunday.", "2026-01-04TNI"),
        ],
        &["It rained through the night.", "It shuts overnight from Monday until Friday."],
    ),
    row(
        "day-part/then-day",
        "A part of the day, then the day.",
        &[
            ("Shares were up at [mid-afternoon yesterday].", "2026-01-05TAF"),
            ("It opened [early morning Monday].", "2026-01-05TMO"),
        ],
        &["It opened on Monday."],
    ),
    row(
        "day-part/of-day",
        "“The night of May 13”.",
        &[("It sank on [the night of May 13, 1958].", "1958-05-13TNI")],
        &["The night of terror passed."],
    ),
];
