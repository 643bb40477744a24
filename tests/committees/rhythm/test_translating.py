"""Rhythms in every language of the interface: complete, correct, and never half German."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.translating import write_rhythm
from gremienwerk.committees.rhythm.writing import write
from gremienwerk.core import wording
from gremienwerk.core.languages import LANGUAGES
from tests.committees.rhythm.strategies import rhythms

CODES = [language.code for language in LANGUAGES]
OTHERS = [code for code in CODES if code != "de"]
FOREIGN = [code for code in OTHERS if code != "de-simple"]
_OWN = (Path(__file__).parent / "phrases.csv").read_text(encoding="utf-8").splitlines()
OWN_PHRASES = [
    row["phrase"] for row in csv.DictReader(_OWN, delimiter="|", quoting=csv.QUOTE_NONE) if row["phrase"]
]
#: Letters of a sentence in each script; digits and signs belong to all.
LATIN = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")


def german_words(text: str) -> set[str]:
    """Words that only German has of those the German writer uses."""
    shared = {"in", "per", "am", "a", "april", "mai", "august", "september", "november", "die", "son"}
    return {word.lower() for word in LATIN.findall(text)} - shared


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize(
    ("phrase", "code", "written"),
    [
        ("2x jährlich", "de-simple", "2-mal im Jahr"),
        ("2x jährlich", "en", "twice a year"),
        ("2x jährlich", "tr", "yılda 2 kez"),
        ("2x jährlich", "ar", "مرتين في السنة"),
        ("2x jährlich", "uk", "двічі на рік"),
        ("2x jährlich", "fa", "2 بار در سال"),
        ("2x jährlich", "fr", "2 fois par an"),
        ("3x jährlich", "ar", "3 مرات في السنة"),
        ("3x jährlich", "uk", "3 рази на рік"),
        ("5x jährlich", "uk", "5 разів на рік"),
        ("11x jährlich", "ar", "11 مرة في السنة"),
        ("21x jährlich", "uk", "21 раз на рік"),
        ("alle 6–8 Wochen", "en", "every 6 to 8 weeks"),
        ("alle 6–8 Wochen", "ar", "كل 6 إلى 8 أسابيع"),
        ("alle 3 Wochen", "uk", "раз на 3 тижні"),
        ("mindestens 4x im Jahr", "tr", "yılda en az 4 kez"),
        ("mindestens alle 5 Jahre", "tr", "en az 5 yılda bir"),
        ("alle 2 Jahre", "fr", "tous les 2 ans"),
        ("1. + 3. Freitag im Monat", "uk", "у першу і третю пʼятницю кожного місяця"),
        ("1. + 3. Freitag im Monat", "fr", "le premier et le troisième vendredi de chaque mois"),
        ("jeden letzten Dienstag im Monat", "uk", "в останній вівторок кожного місяця"),
        ("jeden vorletzten Dienstag im Monat", "fr", "l’avant-dernier mardi de chaque mois"),
        ("jedes Jahr am 1. März", "fr", "chaque année le 1er mars"),
        ("jeden 2. Dienstag im Monat außer in den Ferien", "fa", "دومین سه‌شنبهٔ هر ماه، به‌جز تعطیلات مدارس"),
        ("in geraden Jahren im Mai", "fr", "tous les 2 ans, en mai"),
        ("Mo-Fr 9-12 Uhr", "ar", "من الاثنين إلى الجمعة، من الساعة 09:00 إلى الساعة 12:00"),
        ("sechsmal im Jahr, dienstags oder mittwochs", "en", "6 times a year, on Tuesdays or Wednesdays"),
        ("1. Mo im geraden Monat", "de-simple",
         "am 1. Montag im Monat, im Februar, im April, im Juni, im August, im Oktober und im Dezember"),
    ],
)  # fmt: skip
def test_phrases_of_offices(phrase: str, code: str, written: str) -> None:
    assert write_rhythm(parse(phrase), language=code) == (written, code)


@pytest.mark.parametrize("code", OTHERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rhythm=rhythms)
def test_every_reading_can_be_said(code: str, rhythm: Rhythm) -> None:
    written = write_rhythm(rhythm, language=code)

    assert written.language == code
    assert written.text.strip()
    assert "None" not in written.text
    assert "  " not in written.text


@pytest.mark.parametrize("phrase", OWN_PHRASES)
def test_no_german_word_is_left(phrase: str) -> None:
    rhythm = parse(phrase)
    german = german_words(write(rhythm))
    for code in FOREIGN:
        written = write_rhythm(rhythm, language=code)
        if rhythm.kind is Kind.UNKNOWN and phrase:
            assert written == (rhythm.text, "de")
        else:
            assert not german & german_words(written.text)
            if code in ("ar", "fa", "uk"):
                assert not LATIN.search(written.text)


def test_the_phrases_of_councils_can_be_said_in_every_language(inputs: Path) -> None:
    with (inputs / "turnus_phrases.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rhythm = parse(row["phrase"])
            for code in FOREIGN:
                written = write_rhythm(rhythm, language=code)
                unread = rhythm.kind is Kind.UNKNOWN
                assert written.text
                assert written.language == ("de" if unread else code), row["phrase"]
                assert unread or not german_words(write(rhythm)) & german_words(written.text), row["phrase"]


@pytest.mark.parametrize("code", OTHERS)
@given(start=st.times(), end=st.times(), day=st.integers(3, 31), month=st.integers(1, 12))
def test_numbers_of_a_rhythm_stand_in_its_words(
    code: str, start: dt.time, end: dt.time, day: int, month: int
) -> None:
    rule = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    rhythm = Rhythm("", Kind.RRULE, rule, 1, 1, months=(month,), time_from=start, time_until=end)
    written = write_rhythm(rhythm, language=code).text

    assert numbers_in(f"{day} {start:%H:%M} {end:%H:%M}") == numbers_in(written)
    name = wording.locale_of(code).months["format"]["wide"][month]
    assert name in written


@pytest.mark.parametrize("code", OTHERS)
@given(low=st.integers(3, 300), more=st.integers(1, 60))
def test_counts_are_neither_lost_nor_changed(code: str, low: int, more: int) -> None:
    season = (1, 2, 3, 4, 5)  # keeps counts from becoming steps in time
    written = write_rhythm(
        Rhythm("", Kind.FREQUENCY, None, low, low + more, months=season), language=code
    ).text
    assert numbers_in(written) == {str(low), str(low + more)}


@pytest.mark.parametrize("code", OTHERS)
def test_different_days_are_said_differently(code: str) -> None:
    days = [f"FREQ=MONTHLY;BYDAY={nth}{day}" for nth in (1, 2, 3, 4, 5, -1, -2, -3, -4)
            for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")]  # fmt: skip
    days += [f"FREQ=MONTHLY;BYMONTHDAY={day}" for day in (*range(1, 32), -1)]
    days += [f"FREQ=WEEKLY;BYDAY={day}" for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "MO,TU")]
    written = {write_rhythm(Rhythm("", Kind.RRULE, rule, 12, 12), language=code).text for rule in days}
    assert len(written) == len(days)


@pytest.mark.parametrize("code", OTHERS)
def test_all_times_without_meetings_have_words_of_their_own(code: str) -> None:
    written = {
        write_rhythm(Rhythm("", Kind.AS_NEEDED, excluded=(time,)), language=code).text for time in Exclusion
    }
    assert len(written) == len(Exclusion)


@pytest.mark.parametrize("code", CODES)
def test_what_could_not_be_read_stays_german_and_says_so(code: str) -> None:
    assert write_rhythm(Rhythm("in regelmäßigen Abständen"), language=code) == (
        "in regelmäßigen Abständen",
        "de",
    )
    assert write_rhythm(Rhythm(""), language=code).language == code


def test_a_rule_without_words_stays_german_and_says_so() -> None:
    rhythm = Rhythm("jeden dritten Tag", Kind.RRULE, "FREQ=DAILY;INTERVAL=3", 122, 122)
    assert write_rhythm(rhythm, language="tr") == ("jeden dritten Tag", "de")


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        write_rhythm(Rhythm("", Kind.AS_NEEDED), language="eo")
