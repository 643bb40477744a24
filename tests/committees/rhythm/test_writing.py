import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from gremienwerk.committees.rhythm.assembly import EVERY_OTHER_WEEK
from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.writing import explain, write
from tests.committees.rhythm.strategies import rhythms


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rhythms)
def test_what_is_written_reads_as_the_same_rhythm(rhythm: Rhythm) -> None:
    written = write(rhythm)

    assert parse(written).without_wording() == rhythm, written


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("2x jährlich", "zweimal im Jahr"),
        ("3-4x/Jahr", "drei- bis viermal im Jahr"),
        ("alle 6–8 Wochen", "alle sechs bis acht Wochen"),
        ("im Zwei-Jahres-Turnus", "alle zwei Jahre"),
        ("mtl.", "monatlich"),
        ("14-tägig", "alle zwei Wochen"),
        ("mind. 1x/Jahr", "mindestens einmal im Jahr"),
        ("max. 6 Sitzungen pro Jahr", "höchstens sechsmal im Jahr"),
        ("nach Bedarf, mind. 4x/Jahr", "nach Bedarf, mindestens viermal im Jahr"),
        ("i.d.R. 2x im Jahr + nach Bedarf", "in der Regel zweimal im Jahr und nach Bedarf"),
        ("jd. 2. Di. i. M.", "jeden zweiten Dienstag im Monat"),
        ("1. + 3. Freitag im Monat", "jeden ersten und dritten Freitag im Monat"),
        ("Mo-Fr 9-12 Uhr", "montags bis freitags, 09:00 bis 12:00 Uhr"),
        ("Di/Do", "dienstags und donnerstags"),
        ("jede zweite Woche mittwochs", "alle zwei Wochen mittwochs"),
        ("einmal im Monat mittwochs", "monatlich, mittwochs"),
        ("sechsmal im Jahr freitags", "sechsmal im Jahr, freitags"),
        ("dienstags oder mittwochs", "wöchentlich, dienstags oder mittwochs"),
        ("monatlich außer August", "elfmal im Jahr, außer im August"),
        ("1. Mo im geraden Monat", "jeden ersten Montag in den geraden Monaten"),
        ("am ersten Montag der geraden Monate", "jeden ersten Montag in den geraden Monaten"),
        ("3. Do im Feb., Mai, Aug., Nov.", "jeden dritten Donnerstag im Februar, Mai, August und November"),
        ("jedes Jahr am 8. März", "jährlich am 8. März"),
        ("am 1. und 15. des Monats", "am 1. und 15. im Monat"),
        ("bei Gelegenheit", "nach Bedarf"),
        ("keine Angabe", "nicht festgelegt"),
    ],
)
def test_wordings_of_offices_become_plain_german(wording: str, written: str) -> None:
    assert write(parse(wording)) == written


def test_every_part_of_a_rhythm_is_written() -> None:
    rhythm = Rhythm(
        text="",
        kind=Kind.RRULE,
        rrule="FREQ=WEEKLY;BYMONTH=3,4,5,6,7,8,9,10;BYDAY=WE",
        per_year_min=35,
        per_year_max=35,
        as_needed=True,
        approximate=True,
        months=(3, 4, 5, 6, 7, 8, 9, 10),
        excluded=(Exclusion.SUMMER_HOLIDAYS, Exclusion.PUBLIC_HOLIDAYS),
        time_from=dt.time(19, 30),
    )

    assert write(rhythm) == (
        "in der Regel jeden Mittwoch und nach Bedarf, von März bis Oktober, "
        "außer in den Sommerferien und an Feiertagen, 19:30 Uhr"
    )


@pytest.mark.parametrize(
    ("wording", "explained"),
    [
        ("alle 6-8 Wochen", "alle sechs bis acht Wochen (6,5 bis 8,67 im Jahr)"),
        ("mind. 2x jährlich", "mindestens zweimal im Jahr (mindestens 2 im Jahr)"),
        ("monatlich", "monatlich (12 im Jahr)"),
        ("bei Bedarf", "nach Bedarf"),
        ("regelmäßig", "kein Turnus ableitbar; der Wortlaut gilt"),
        (
            "jeden zweiten Dienstag",
            f"alle zwei Wochen dienstags (26 im Jahr) [{EVERY_OTHER_WEEK}]",
        ),
    ],
)
def test_the_explanation_says_what_was_understood(wording: str, explained: str) -> None:
    assert explain(parse(wording)) == explained
