"""What the texts of an event call it."""

from __future__ import annotations

from dataclasses import replace

from briefings.relate.compare.offices import _event_words

from .sample_corpus import CORPUS


def test_a_title_that_editors_wrote_is_no_wording_of_the_text() -> None:
    fish = CORPUS.briefings[0]
    wordings = [(wording.text, wording.place.source) for wording in _event_words(fish)]
    assert wordings == [("press conference", "010")]
    transcript, *others = fish.witnesses
    titled = replace(transcript, title_by_editors=True)
    assert list(_event_words(replace(fish, witnesses=(titled, *others)))) == []
    led = replace(titled, lead="Ada Holm answered at a Briefing on fish.")
    wordings = [
        (wording.text, wording.place.source)
        for wording in _event_words(replace(fish, witnesses=(led, *others)))
    ]
    assert wordings == [("briefing", "010")]
