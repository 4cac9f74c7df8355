"""Numbers that state no quantity: every rule with its reason and examples."""

from __future__ import annotations

from .refuse_dates import (
    is_age,
    is_day,
    is_day_in_digits,
    is_period,
    is_plan_length,
    is_time,
    is_year,
)
from .refuse_groups import (
    announces_list,
    counts_nothing,
    is_category,
    is_compound,
    is_false_start,
    is_idiom,
    is_known_group,
    is_ordinal,
    is_proceedings,
    is_pronoun,
    is_rate_base,
    is_threshold,
    is_vague,
)
from .refuse_names import (
    is_address,
    is_enumerator,
    is_identifier,
    is_ill_grouped,
    is_law,
    is_name,
    is_phone,
    is_quoted_name,
    is_ratio,
    is_score,
    is_version,
)
from .view import Rule, View


def refuse(view: View) -> str | None:
    """Return the name of the first rule that refuses the number, or None if it is a figure."""
    for rule in RULES:
        if rule.test(view):
            return rule.name
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        "false-start",
        "a word is broken off behind it",
        is_false_start,
        ("We saw [three] bo- — three boats.", "[two thirds] of sai- — of sailors"),
        ("[three] boat-houses — three of them new",),
    ),
    Rule(
        "identifier",
        "part of an address on the web, or a code",
        is_identifier,
        (
            "See www.example.org/[17].html",
            "see harbour.example/a/%E6%[96]%87%E4.html",
            "Harbour District, Lowtown, [100701] Tel",
            "text your code to [438829].",
        ),
        ("See [17] pages", "Lowtown has [100701] trees", "it reached [100701]."),
    ),
    Rule(
        "grouping",
        "digits and commas in no known grouping",
        is_ill_grouped,
        ("some [3,75 million] people", "grew by [2,5] percent", "[1,2345] dams"),
        ("[3,750] people", "[12,34,567] farmers"),
    ),
    Rule(
        "time",
        "a time of day",
        is_time,
        ("at [10:30] on Monday", "at [3] p.m. sharp", "at [nine] in the evening"),
        ("[3] pumps failed",),
    ),
    Rule(
        "name",
        "part of a quoted name or slogan",
        is_quoted_name,
        ('the "[Ten] Valleys" scheme', 'the "July [1] Medal"'),
        ('"We closed [300] of the old wells," he said',),
    ),
    Rule(
        "date",
        "a day",
        is_day,
        ("on July [25]", "on [12] March", "on March 3, [2021]", "on the [10th], he said"),
        ("In May [300] boats sank",),
    ),
    Rule(
        "date",
        "a day in digits",
        is_day_in_digits,
        ("on [2024-02-27]", "on [03/11/2024]"),
        ("about [3.5] tonnes",),
    ),
    Rule(
        "law",
        "a part of a law or rule",
        is_law,
        ("under Article [12]", "sections 3 and [4]", "Regulation (EU) [2016]/679"),
        ("a law for [12] regions",),
    ),
    Rule(
        "age",
        "an age",
        is_age,
        (
            "an [18]-year-old man",
            "a man aged [40]",
            "officers aged from 25 to [40] came",
            "for everyone [16] and over",
            "those [12 years] and older",
            "people [12] through 15 years old",
            "vaccines for [12]- to 15-year-olds",
            "under the age of [50]",
        ),
        ("[18] old men", "it fell from 25 to [18] boats", "it grew from [16] and over time fell"),
    ),
    Rule(
        "plan-length",
        "the length of a plan or term",
        is_plan_length,
        ("a [five]-year campaign", "the [90]-day truce", "in a [100]-day campaign"),
        ("was dry for [five] years",),
    ),
    Rule(
        "rate-base",
        "what a rate is measured by",
        is_rate_base,
        ("every [100] cars", "deaths per [100,000] people", "every [two] years"),
        ("[100] cars every day",),
    ),
    Rule(
        "threshold",
        "a limit that a rule or category sets",
        is_threshold,
        ("crashes involving [three] or more deaths", "pay within [30] days"),
        ("[500] or more people came", "losses of more than [5] tonnes"),
    ),
    Rule(
        "period",
        "a quarter or half of a year, or a stretch of time that says when",
        is_period,
        ("In [Q1] 2024 it rained", "in the past [two] months", "over [three] years"),
        ("fell for [three] consecutive years", "was safe for [ten] years"),
    ),
    Rule(
        "year",
        "a year",
        is_year,
        ("in [2021]", "since the [1990s]", "in [2021] people left"),
        ("[2000] people left", "paid [2000] yuan"),
    ),
    Rule(
        "enumerator",
        "a place in a list",
        is_enumerator,
        ("[First], we dug wells.", "([1]) safe water", "Room [304]"),
        ("The [first] well was dug",),
    ),
    Rule(
        "ordinal",
        "an order, not a quantity",
        is_ordinal,
        ("the [18th] congress", "the [third] batch"),
        ("a [third] of them",),
    ),
    Rule(
        "vague",
        "an order of magnitude of nothing that is named",
        is_vague,
        ("they came in their [thousands].", "achieving dynamic [zero] risks"),
        ("[two dozen] boats", "with [zero] deaths", "[hundreds of thousands] of trees"),
    ),
    Rule(
        "version", "a version or edition", is_version, ("Version [2.1] of it",), ("[2] versions",)
    ),
    Rule(
        "phone",
        "a telephone number",
        is_phone,
        ("call +[44] 20 7946 0018", "call [555]-0142"),
        ("from [200]-250 farms",),
    ),
    Rule("address", "a house number", is_address, ("at [10] Harbour Road",), ("[10] Roman roads",)),
    Rule(
        "name",
        "part of a name",
        is_name,
        (
            "the COVID-[19] outbreak",
            "the [G20] summit",
            "a Boeing [737].",
            "a [5G] network",
            "the Group of [77] met",
            "the [1267] Committee",
            "a Boeing [737] MAX jet",
            "the ISO [9001] mark",
            "the [112] hotline",
        ),
        ("In France [300] people left", "[5]GW of wind power", "[300] US soldiers left"),
    ),
    Rule(
        "ratio",
        "one side of a ratio",
        is_ratio,
        ("a ratio of [24]:1", "from 24:[1] to 19:1"),
        ("In brief: [24] farms",),
    ),
    Rule("score", "a score", is_score, ("won [3]-2.",), ("sold [200]-250 cows",)),
    Rule(
        "proceedings",
        "how the conference is run",
        is_proceedings,
        ("I have [two] questions.", "We can take [one] last question."),
        ("It answered [300] letters",),
    ),
    Rule(
        "pronoun",
        "the word one as a pronoun or article",
        is_pronoun,
        ("[one] of the safest", "no [one] came", "as [one] example shows"),
        ("[One] person was killed", "nine boats and [one] plane"),
    ),
    Rule(
        "idiom",
        "a set phrase",
        is_idiom,
        ("a job [half] done", "They [doubled] down on it.", "that is [half] the battle"),
        ("[half] of the boats", "nearly [half] the boats", "The catch [doubled]."),
    ),
    Rule(
        "compound",
        "part of a compound word",
        is_compound,
        ("a [one-stop] shop", "a [300]-bed hospital", "a [three-dimensional] map"),
        ("a [5]-percent rise",),
    ),
    Rule(
        "category",
        "a fixed list of kinds",
        is_category,
        ("[eight] major types of crime",),
        ("[eight] new crimes",),
    ),
    Rule(
        "list-announcement",
        "announces a list",
        announces_list,
        (
            "There are [three] priorities: water, air and roads.",
            "We took [two] measures. First, we dug.",
        ),
        ("We took [26] measures in May.",),
    ),
    Rule(
        "definite-group",
        "a group that is known already",
        is_known_group,
        (
            "the [two] sides met",
            "these [four] ministers",
            "the ministry's [six] rules",
            "the two countries and [two] peoples",
            "as [two] old neighbours",
        ),
        ("[two] sides agreed", "the other [three] work", "the [26] measures"),
    ),
    Rule(
        "nothing-counted",
        "nothing is counted by it",
        counts_nothing,
        ("It grew. [Ten thousand], he said.",),
        ("It fell from [25] to 4",),
    ),
)
