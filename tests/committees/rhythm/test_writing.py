import datetime as dt

import pytest
from hypothesis import given, settings

from gremienwerk.committees.rhythm.model import Exclusion, Kind, Rhythm
from gremienwerk.committees.rhythm.parsing import parse
from gremienwerk.committees.rhythm.writing import explain, write
from gremienwerk.core.errors import UserFacingError
from tests.committees.rhythm.strategies import rhythms


@settings(max_examples=600, deadline=None)
@given(rhythms)
def test_what_is_written_reads_as_the_same_rhythm(rhythm: Rhythm) -> None:
    written = write(rhythm)

    assert parse(written).without_wording() == rhythm, written
