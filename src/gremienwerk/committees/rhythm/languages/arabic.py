"""Rhythms in Arabic: dual and plural by CLDR, weekdays with "day"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from gremienwerk.committees.rhythm.languages.speech import Per, Speech, in_order
from gremienwerk.committees.rhythm.model import Exclusion
from gremienwerk.committees.rhythm.recurrence import WEEKDAYS, Weekday
from gremienwerk.committees.rhythm.steps import StepUnit

_PLACES = {
    1: "الأول",
    2: "الثاني",
    3: "الثالث",
    4: "الرابع",
    5: "الخامس",
    -1: "الأخير",
    -2: "ما قبل الأخير",
    -3: "الثالث من النهاية",
    -4: "الرابع من النهاية",
}
_PER: dict[Per, str] = {"day": "في اليوم", "week": "في الأسبوع", "month": "في الشهر", "year": "في السنة"}
_UNITS: dict[StepUnit, Mapping[str, str]] = {
    "week": {"two": "أسبوعين", "few": "أسابيع", "many": "أسبوعًا", "other": "أسبوع"},
    "month": {"two": "شهرين", "few": "أشهر", "many": "شهرًا", "other": "شهر"},
    "year": {"two": "سنتين", "few": "سنوات", "many": "سنة", "other": "سنة"},
}


class Arabic(Speech):
    """Arabic."""

    code = "ar"
    separator = "، "
    as_needed = "عند الحاجة"
    unknown = "غير محدد"
    every_year = "كل سنة"
    weekdays = dict(zip(WEEKDAYS, ("اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد"), strict=True))
    free = {
        Exclusion.SCHOOL_HOLIDAYS: "العطل المدرسية",
        Exclusion.CHRISTMAS_HOLIDAYS: "عطلة عيد الميلاد",
        Exclusion.EASTER_HOLIDAYS: "عطلة عيد الفصح",
        Exclusion.WHITSUN_HOLIDAYS: "عطلة عيد العنصرة",
        Exclusion.SUMMER_HOLIDAYS: "العطلة الصيفية",
        Exclusion.AUTUMN_HOLIDAYS: "عطلة الخريف",
        Exclusion.PUBLIC_HOLIDAYS: "العطل الرسمية",
    }

    def also_as_needed(self, words: str) -> str:
        """The words, and as needed besides."""
        return f"{words}، وكذلك عند الحاجة"

    def usually(self, words: str) -> str:
        """The words, as a rule."""
        return f"عادةً {words}"

    def at_least(self, words: str) -> str:
        """A count that is a minimum."""
        return f"{words} على الأقل"

    def at_most(self, words: str) -> str:
        """A count that is a maximum."""
        return f"{words} على الأكثر"

    def times(self, number: float, per: Per) -> str:
        """So: "مرة واحدة في الأسبوع", "4 مرات في السنة"."""
        return "كل يوم" if (number, per) == (1, "day") else f"{self._count(number)} {_PER[per]}"

    def times_between(self, low: int, high: int) -> str:
        """So: "من 3 إلى 4 مرات في السنة"."""
        first = self._count(low) if low <= 2 else self.number(low)
        return f"من {first} إلى {self._count(high)} في السنة"

    def every(self, count: int, unit: StepUnit, longest: int | None = None) -> str:
        """So: "كل أسبوعين", "كل 6 إلى 8 أسابيع"."""
        names = _UNITS[unit]
        if longest:
            first = names["two"] if count == 2 else str(count)
            return f"كل {first} إلى {longest} {names[self.plural(longest)]}"
        return f"كل {names['two']}" if count == 2 else f"كل {count} {names[self.plural(count)]}"

    def every_weekday(self, codes: Sequence[str]) -> str:
        """So: "كل يوم ثلاثاء ويوم خميس"."""
        if self.is_working_week(codes):
            return "من الاثنين إلى الجمعة"
        return "كل " + self.join(f"يوم {self.weekdays[code]}" for code in codes)

    def on_weekdays(self, codes: Sequence[str], *, either: bool = False) -> str:
        """So: "يوم الثلاثاء ويوم الخميس"."""
        return self.join((self._day(code) for code in codes), either=either)

    def on_places(self, days: Sequence[Weekday], *, each: bool, either: bool = False) -> str:
        """So: "في يوم الاثنين الأول والثالث من كل شهر"."""
        same = in_order(days)
        if same:
            [(code, places)] = same.items()
            named = f"{self._day(code)} {self.join((_PLACES[nth] for nth in places), either=either)}"
        else:
            named = self.join((f"{self._day(day.code)} {_PLACES[day.nth]}" for day in days), either=either)
        return f"في {named} {_of_month(each=each)}"

    def on_working_day(self, place: int, *, each: bool) -> str:
        """So: "في يوم العمل الثاني من كل شهر"."""
        return f"في يوم العمل {_PLACES[place]} {_of_month(each=each)}"

    def on_days_of_month(self, days: Sequence[int], *, each: bool) -> str:
        """So: "في يوم 1 ويوم 15 من كل شهر"."""
        named = self.join("آخر يوم" if day < 0 else f"يوم {day}" for day in days)
        return f"في {named} {_of_month(each=each)}"

    def on_days_of_year(self, days: Sequence[tuple[int, int]]) -> str:
        """So: "في 15 مارس و15 سبتمبر"."""
        return "في " + self.join(self.day_of_year(*day) for day in days)

    def in_months(self, months: Sequence[int]) -> str:
        """So: "في مارس وسبتمبر"."""
        return "في " + self.join(self.month(month) for month in months)

    def from_month_to(self, first: int, last: int) -> str:
        """So: "من سبتمبر إلى يونيو"."""
        return f"من {self.month(first)} إلى {self.month(last)}"

    def except_months(self, months: Sequence[int]) -> str:
        """So: "ما عدا في يوليو وأغسطس"."""
        return "ما عدا " + self.in_months(months)

    def even_or_odd_months(self, *, even: bool) -> str:
        """So: "في الأشهر الزوجية"."""
        return "في الأشهر الزوجية" if even else "في الأشهر الفردية"

    def except_free(self, times: Sequence[Exclusion]) -> str:
        """So: "ما عدا في العطل المدرسية"."""
        return "ما عدا في " + self.join(self.free[time] for time in times)

    def at_time(self, start: dt.time, end: dt.time | None) -> str:
        """So: "الساعة 16:00", "من الساعة 16:00 إلى الساعة 18:00"."""
        if end:
            return f"من الساعة {start:%H:%M} إلى الساعة {end:%H:%M}"
        return f"الساعة {start:%H:%M}"

    def _count(self, number: float) -> str:
        category = self.plural(number)
        if category in ("one", "two"):
            return "مرة واحدة" if category == "one" else "مرتين"
        return f"{self.number(number)} {'مرات' if category == 'few' else 'مرة'}"

    def _day(self, code: str) -> str:
        return f"يوم ال{self.weekdays[code]}"


def _of_month(*, each: bool) -> str:
    return "من كل شهر" if each else "من الشهر"
