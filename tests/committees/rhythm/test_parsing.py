import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.parsing import parse

OWN = Path(__file__).with_name("phrases.csv")
# Better readings than the shared table's columns, by its id, with the reason. None is needed so far.
BETTER: dict[str, str] = {}


def own_phrases() -> list[dict[str, str]]:
    with OWN.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE))


def number(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize("row", own_phrases(), ids=lambda row: row["phrase"])
def test_a_phrase_of_our_table_is_read_as_its_columns_say(row: dict[str, str]) -> None:
    rhythm = parse(row["phrase"])

    assert rhythm.text == row["phrase"]
    assert (rhythm.per_year_min, rhythm.per_year_max) == (number(row["min"]), number(row["max"]))
    assert rhythm.as_needed == (row["needed"] == "yes")
    assert (rhythm.rrule or "") == row["rrule"]


def test_every_real_phrase_is_read_as_its_columns_say(inputs: Path) -> None:
    with (inputs / "turnus_phrases.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["id"] not in BETTER]

    misread = [(row["id"], row["phrase"]) for row in rows if not reads_as(parse(row["phrase"]), row)]

    assert misread == []
    assert len(rows) >= 80


def reads_as(rhythm: Rhythm, row: dict[str, str]) -> bool:
    days = rhythm.recurrence.weekdays if rhythm.recurrence else ()
    return (
        (rhythm.per_year_min, rhythm.per_year_max)
        == (number(row["per_year_min"]), number(row["per_year_max"]))
        and rhythm.as_needed == (row["as_needed"] == "yes")
        and rhythm.approximate == (row["approximate"] == "yes")
        and ",".join(dict.fromkeys(day.code for day in days)) == row["weekday"]
        and ",".join(str(day.nth) for day in days if day.nth) == row["nth"]
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jeden 2. Dienstag im Monat", Kind.RRULE),
        ("Meist jeden Dienstag ab 17 Uhr", Kind.RRULE),
        ("monatlich", Kind.FREQUENCY),
        ("zweimal jährlich und bei Bedarf", Kind.FREQUENCY),
        ("sechsmal im Jahr freitags", Kind.FREQUENCY),
        ("nach Bedarf, höchstens viermal im Jahr", Kind.FREQUENCY),
        ("nach Bedarf, mindestens viermal im Jahr", Kind.AS_NEEDED),
        ("bei Bedarf", Kind.AS_NEEDED),
        ("mehrmals im Jahr", Kind.UNKNOWN),
        ("", Kind.UNKNOWN),
    ],
)
def test_the_kind_says_what_is_known(text: str, kind: Kind) -> None:
    assert parse(text).kind is kind


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("jeden Dienstag von 16 bis 18 Uhr", dt.time(16), dt.time(18)),
        ("jeden Dienstag 16:00 - 18:00", dt.time(16), dt.time(18)),
        ("jeden Dienstag, 16.30-18.00 Uhr", dt.time(16, 30), dt.time(18)),
        ("Di 16-18", dt.time(16), dt.time(18)),
        ("jeden Dienstag ab 19:30 Uhr", dt.time(19, 30), None),
        ("jeden Dienstag um 17 Uhr", dt.time(17), None),
        ("jeden Dienstag, Beginn 17.30 Uhr", dt.time(17, 30), None),
        ("jeden Dienstag 18h", dt.time(18), None),
        ("jeden Dienstag 18 Uhr 30", dt.time(18, 30), None),
        ("jeden Dienstag", None, None),
    ],
)
def test_the_time_of_day_is_read(text: str, start: dt.time | None, end: dt.time | None) -> None:
    rhythm = parse(text)

    assert (rhythm.time_from, rhythm.time_until) == (start, end)
    assert rhythm.per_year_min == 52


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("monatlich außer in den Ferien", (Exclusion.SCHOOL_HOLIDAYS,)),
        ("monatlich, ausserhalb der Schulferien", (Exclusion.SCHOOL_HOLIDAYS,)),
        ("monatlich während der Schulzeit", (Exclusion.SCHOOL_HOLIDAYS,)),
        ("monatlich, nicht in den Sommerferien", (Exclusion.SUMMER_HOLIDAYS,)),
        (
            "monatlich mit Ausnahme der Oster- und Herbstferien",
            (Exclusion.EASTER_HOLIDAYS, Exclusion.AUTUMN_HOLIDAYS),
        ),
        ("jeden Montag (außer an gesetzlichen Feiertagen)", (Exclusion.PUBLIC_HOLIDAYS,)),
        ("jeden Montag, Feiertage ausgenommen", (Exclusion.PUBLIC_HOLIDAYS,)),
        (
            "jeden Montag außer in den Schulferien und an Feiertagen",
            (Exclusion.SCHOOL_HOLIDAYS, Exclusion.PUBLIC_HOLIDAYS),
        ),
        ("jeden Montag, auch in den Ferien", ()),
    ],
)
def test_times_without_meetings_are_kept_and_leave_the_count(
    text: str, excluded: tuple[Exclusion, ...]
) -> None:
    rhythm = parse(text)

    assert rhythm.excluded == excluded
    assert rhythm.per_year_min in (12, 52)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("jeden Mittwoch von März bis Mai", (3, 4, 5)),
        ("monatlich von Oktober bis März", (1, 2, 3, 10, 11, 12)),
        ("monatlich außer im Juli und August", (1, 2, 3, 4, 5, 6, 9, 10, 11, 12)),
        ("zweimal jährlich (April/Oktober)", (4, 10)),
        ("einmal im Jahr in der zweiten Jahreshälfte", (7, 8, 9, 10, 11, 12)),
        ("jährlich im Herbst", (9, 10, 11)),
        ("monatlich", ()),
    ],
)
def test_the_months_of_a_rhythm_are_kept(text: str, months: tuple[int, ...]) -> None:
    assert parse(text).months == months


def test_a_remark_says_when_a_reading_had_a_choice() -> None:
    assert parse("jeden zweiten Dienstag").notes == (
        "„jeden zweiten …“ ohne „im Monat“ als jede zweite Woche gelesen",
    )


WORDS = sorted({word for row in own_phrases() for word in row["phrase"].split()})


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
@example("\x00\ufeff\udc80")
@example("١ ² ½ ⅓ Ⅻ")
@example("0x im Jahr, alle 0 Wochen, jeden 0. Montag")
def test_any_text_gives_a_rhythm(text: str) -> None:
    rhythm = parse(text)

    assert rhythm.text == text
    low, high = rhythm.per_year_min, rhythm.per_year_max
    assert low is None or low >= 0
    assert high is None or (low is not None and low <= high)
    if rhythm.kind is Kind.RRULE:
        assert rhythm.recurrence is not None
        assert low == high == rhythm.recurrence.per_year
    if rhythm.kind is Kind.UNKNOWN:
        assert (low, high, rhythm.rrule) == (None, None, None)


@pytest.mark.parametrize(
    "piece",
    [
        "zweimal ",
        "nicht monatlich ",
        "1.",
        "2-",
        "(",
        "im Monat und ",
        "alle 2 ",
        "wenn ",
        "Montag, ",
        "a",
        "9",
    ],
)
def test_very_long_lines_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert parse(text).text == text
