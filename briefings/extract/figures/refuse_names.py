"""Numbers in names, laws, addresses, telephone numbers, and positions in lists."""

from __future__ import annotations

from .dates import year_at
from .designations import calibre, designation
from .refuse_dates import of_name
from .tokens import Text
from .view import View

# How far before a number the word for a list may be: Articles 12, 13, 14 and 15.
_LISTED = 8
# How far before digits the word may be that says to type them.
_TYPED = 16


def is_enumerator(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if v.number.form == "ordinal":
        word = t.lower(i)
        head = v.opens or t.raw(i - 1) in (":", ";")
        return (
            head
            and word in v.text.numerals.ordinals
            and (t.raw(j) in (",", ":") or t.lower(j) in v.text.grammar.be | t.refusals.of)
        )
    several = v.number.high is not None or t.lower(j) in t.refusals.span_links
    word = t.lower(i - 1)
    if several and word.endswith(t.grammar.plural_ending):
        word = word.removesuffix(t.grammar.plural_ending)  # groups 1 to 9
    if (
        word in v.text.refusals.labels
        and v.unit is None
        and (v.noun is None or t.raw(i - 1)[:1].isupper())
    ):
        return True
    if t.raw(j) == ")" and not v.unit and (t.raw(i - 1) == "(" or v.number.j - i == 1):
        return v.number.value < 100 and t.raw(i - 1) != "+" and _opens_item(t, i)
    return v.opens and t.raw(j) in (".", "、") and j + 1 < len(t) and v.number.value < 100


def _opens_item(t: Text, i: int) -> bool:
    """Return whether the bracket after the number does not close an earlier bracket."""
    signs = [t.raw(k) for k in range(max(0, i - 8), i)]
    return t.raw(i - 1) == "(" or signs.count("(") <= signs.count(")")


def is_law(v: View) -> bool:
    t, i = v.text, v.number.i
    k = i - 1
    for _ in range(_LISTED):
        word = t.lower(k)
        if (
            word in v.text.refusals.laws
            and v.unit is None
            and not (word in t.refusals.law and t.raw(k).islower())
        ):
            return not v.text.grammar.plural(v.head) or t.lower(i - 1) in v.text.refusals.laws
        if not (t.kind(k) in ("number", "digits") or word in t.refusals.law_links):
            return False
        k -= 1
    return False


def is_ill_grouped(v: View) -> bool:
    """Return whether digits and commas form no known grouping; 3,75 need not be a decimal."""
    return v.number.form == "digits"


def is_identifier(v: View) -> bool:
    """Return whether a number is in a URL, or is long, without commas and next to a name, like a
    postal code."""
    if v.number.form == "web":
        return True
    t, i = v.text, v.number.i
    raw = t.raw(i)
    if not raw.isdecimal() or len(raw) < 5 or v.number.j > i + 1 or v.unit is not None:
        return False
    if _dialled(v):
        return True
    beside_name = v.noun is None or t.raw(v.noun.head)[:1].isupper()
    return beside_name and (t.raw(i - 1) in (",", ":", "#") or t.raw(i - 1)[:1].isupper())


def _dialled(v: View) -> bool:
    """Return whether digits are to be typed: "Text your postcode to 438829"."""
    t, i = v.text, v.number.i
    if v.noun is not None and t.grammar.plural(v.head):
        return False
    return any(
        t.lower(k) in t.refusals.dialling for k in range(max(t.sentence(i)[0], i - _TYPED), i)
    )


def is_version(v: View) -> bool:
    return v.text.lower(v.number.i - 1) in v.text.refusals.versions


def is_phone(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if _pressed(v):
        return True
    # Thousands are separated by commas, unlike the parts of a telephone number: (+83,000).
    if v.unit or t.kind(i) != "number" or v.noun is not None or "," in t.raw(i):
        return False
    if t.raw(i - 1) == "+" and t.glued(i) and t.kind(i - 2) != "number":
        # (+86) 10 1234, but jobs (+830)
        alone = t.raw(i - 2) == "(" and t.raw(j) == ")" and t.kind(j + 1) != "number"
        return not alone
    start, end = i, j
    while t.kind(start - 1) == "number" or (
        t.raw(start - 1) in "-+" and t.kind(start - 2) == "number"
    ):
        start -= 1
        if i - start > 8:
            return True
    while t.kind(end) == "number" or (
        t.raw(end) == "-" and t.glued(end) and t.kind(end + 1) == "number"
    ):
        end += 1
        if end - j > 8:
            return True
    groups = [t.raw(k) for k in range(start, end) if t.kind(k) == "number"]
    digits = "".join(groups)
    plus = t.raw(start - 1) == "+"
    return (
        len(groups) > 1
        and digits.isdecimal()
        and (plus or (len(digits) >= 7 and len(groups[-1]) >= 3 and not _years(groups)))
    )


def _pressed(v: View) -> bool:
    """Return whether a number is a key: "press star 1", "press the star and 1"."""
    t, i = v.text, v.number.i
    if v.unit is not None or v.noun is not None or v.number.value > 99:
        return False
    k = i - 1
    while t.lower(k) in t.refusals.keys:
        k -= 1
    return t.lower(k) in t.refusals.pressing


def _years(groups: list[str]) -> bool:
    return all(len(group) == 4 and group[:2] in ("18", "19", "20", "21") for group in groups)


def is_address(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.kind(v.number.i) != "number" or not t.raw(j)[:1].isupper():
        return False
    return any(
        t.lower(k) in v.text.refusals.streets and t.raw(k)[:1].isupper()
        for k in range(j + 1, j + 4)
    )


def is_quoted_name(v: View) -> bool:
    return v.text.named[v.number.i]


def is_name(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if v.number.form == "mixed":
        return True
    if v.number.form != "cardinal":
        return False
    # COVID-19, B-52
    if t.raw(i - 1) == "-" and t.glued(i) and t.glued(i - 1) and t.kind(i - 2) == "word":
        return t.raw(i - 2)[:1].isupper()
    # 5G, 9/11, 10+3
    if t.glued(j) and v.unit is None and t.raw(j)[:1].isupper() and t.kind(j) == "word":
        return True
    if t.raw(j) in ("+", "/") and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "number":
        return True
    if t.raw(i - 1) in ("+", "/") and t.glued(i) and t.kind(i - 2) == "number":
        return True
    # 100-Day Campaign, Five Rivers Plan
    if (
        t.raw(j) == "-"
        and t.glued(j + 1)
        and t.raw(j + 1)[:1].isupper()
        and t.raw(j + 2)[:1].isupper()
    ):
        return True
    if designation(t, i) or calibre(t, i):
        return True
    if _of_collective(v) or _names_what_follows(v):
        return True
    capital = t.raw(i)[:1].isupper() and t.raw(j)[:1].isupper()
    if (
        v.spelled
        and capital
        and t.kind(j) == "word"
        and not (v.opens and v.noun is not None and t.raw(v.noun.head).islower())
    ):
        return True
    if v.unit is None and (_hotline(v) or t.lower(i - 1) in t.refusals.ranks):
        return True
    grammar = v.text.grammar
    plural = v.noun is not None and grammar.plural(v.head) and t.raw(v.noun.head).islower()
    # If all nouns are capitalized, a capital before the number does not indicate a name.
    counts = plural or (v.noun is not None and grammar.capital_nouns)
    # Census 2010 workers: the year is part of the name
    return v.unit is None and (not counts or bool(year_at(t, i))) and of_name(v)


def _of_collective(v: View) -> bool:
    """Return whether "Group of 77" is a name, by its capital, except at the start of a sentence."""
    t, i = v.text, v.number.i
    if t.lower(i - 1) not in t.refusals.of or t.lower(i - 2) not in t.refusals.collectives:
        return False
    opens = i - 2 <= t.sentence(i)[0]
    return t.raw(i - 2)[:1].isupper() and v.unit is None and (v.noun is None or not opens)


def _names_what_follows(v: View) -> bool:
    """Return whether digits precede a capitalized singular: "the 1267 Committee", "a 737 MAX", but
    not "300 US soldiers"."""
    t, i, j = v.text, v.number.i, v.number.j
    raw = t.raw(i)
    if v.unit is not None or not raw.isdecimal() or len(raw) < 3 or j > i + 1 or v.i != i:
        return False
    following = t.raw(j)
    if t.kind(j) != "word" or not following[:1].isupper() or len(following) < 2:
        return False
    if following.isupper():
        return t.lower(j) not in t.refusals.adjectives and not t.lower(j).endswith(
            t.grammar.plural_ending
        )
    singular = not t.grammar.plural(t.lower(j)) and t.lower(j) not in t.grammar.people
    next_word = t.lower(j + 1)
    alone = (
        t.kind(j + 1) != "word"
        or next_word in t.grammar.stoppers
        or t.grammar.participle(next_word)
    )
    return (
        singular and alone and t.language.names.organization_word.fullmatch(following) is not None
    )


def _hotline(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.kind(v.number.i) != "number" or not t.raw(v.number.i).isdecimal():
        return False
    if any(t.lower(k) in v.text.refusals.hotlines for k in (v.number.i - 1, v.number.i - 2)):
        return True
    singular = [t.lower(k) for k in range(j, j + 3)]
    for n, word in enumerate(singular):
        if word in v.text.refusals.hotline:
            return all(
                singular[k].isalpha() and singular[k] not in v.text.grammar.stoppers
                for k in range(n)
            )
    return False


def is_ratio(v: View) -> bool:
    """Return whether a number is one side of a ratio: 24:1."""
    t, i, j = v.text, v.number.i, v.number.j
    ahead = t.raw(j) == ":" and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "number"
    behind = t.raw(i - 1) == ":" and t.glued(i) and t.kind(i - 2) == "number"
    return ahead or behind


def is_score(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    sides = t.lower(i).split("-")
    if j == i + 1 and len(sides) == 2 and all(side in t.numerals.units for side in sides):
        return True  # a four-one win
    for link, a, b in ((j, i, j + 1), (i - 1, i - 2, i)):
        if t.raw(link) in ("-", "–") and t.glued(link) and t.glued(link + 1):
            left, right = t.raw(a), t.raw(b)
            if left.isdecimal() and right.isdecimal() and len(left) < 3 and len(right) < 3:
                falling = int(left) >= int(right)
                return v.unit is None and (v.noun is None or falling)
    return False
