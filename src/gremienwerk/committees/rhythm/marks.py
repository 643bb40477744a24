"""Rules for words about their neighbours: bounds, links, negations, need."""

from collections.abc import Sequence

from gremienwerk.committees.rhythm import vocabulary
from gremienwerk.committees.rhythm.combinators import Rule, any_of, maybe, one, phrase, skipped, some, word
from gremienwerk.committees.rhythm.items import Mark, Noise, Sign
from gremienwerk.committees.rhythm.quantities import (
    about,
    adjective,
    adverb,
    hyphen,
    lasting,
    meeting,
    number_range,
    per,
    rhythm,
    short_unit,
    unit_noun,
)
from gremienwerk.committees.rhythm.tokens import Token
from gremienwerk.committees.rhythm.words import number_of, unit_of, weekday_of


def _sign(sign: Sign, rule: Rule[object]) -> Rule[Mark]:
    return rule.map(lambda _: Mark(sign))


def _known(words: frozenset[str]) -> Rule[object]:
    return one(lambda token: token.text if token.text in words else None)


_need_noun = one(
    lambda token: (
        token.text
        if token.kind == "word"
        and (
            token.text in vocabulary.NEED_NOUNS
            or token.text.endswith(("bedarf", "bedarfe", "absprache", "vereinbarung"))
        )
        else None
    )
)
_inflected = one(
    lambda token: (
        token.text
        if token.kind == "word"
        and token.text.endswith(("e", "en", "er", "em", "es", "r", "m", "n"))
        and not token.capital
        else None
    )
)
_free_rhythm = any_of(
    [
        (
            word("ohne", "kein", "keinen", "keinem", "keine", "keinerlei")
            >> _inflected
            >> maybe(_inflected)
            >> rhythm
        ),
        (
            word("kein", "keine", "keinen")
            >> one(lambda token: token.text if token.text.startswith(("regelmaessig", "fest")) else None)
            >> maybe(_inflected)
            >> meeting
        ),
        (word("abhaengig", "abhaengigkeit") >> word("vom", "von") >> maybe(_inflected) >> _need_noun),
        word("in", "im") >> word("unregelmaessigen", "unregelmaessigem", "unregelmaessiger"),
        # "in loser Folge", but not "in lockerer Runde"
        word("in", "im")
        >> word("loser", "losen", "lockerer", "lockeren", "freier")
        >> (rhythm | word("folge", "reihenfolge", "zeitabstaenden")),
        (word("nicht") >> word("regelmaessig", "turnusmaessig")),
    ]
)
_irregular = one(
    lambda token: token.text
    if token.text.startswith(("unregelmaessig", "sporadisch", "anlassbezogen", "bedarfsorientiert", "bedarfsweise",
                              "situativ", "fallweise", "gelegentlich", "punktuell", "bedarfsabhaengig", "bedarfsgerecht"))
    else None
)  # fmt: skip
needed: Rule[Mark] = _sign(
    "needed",
    any_of(
        [
            _free_rhythm,
            _known(vocabulary.NEEDED),
            _irregular,
            phrase("ad hoc"),
            phrase("ad - hoc"),
            phrase("je") >> maybe(word("nach")) >> some(_inflected, limit=3) >> _need_noun,
            (
                word("nach", "bei", "auf", "je", "beim", "b", "n")
                << skipped("der dem den die des eine einer einem", limit=2)
            )
            + some(any_of([_inflected, word(",", "und", "bzw", "oder", "-", "/")]), limit=5)
            + _need_noun,
            word("im") >> word("bedarfsfall", "bedarfsfalle", "anlassfall", "einzelfall"),
            (word("aus") >> some(_inflected, limit=2) >> word("anlass", "gruenden", "anlaessen")),
            phrase("so oft|haeufig"),
            phrase("von zeit zu zeit"),
            phrase("ab und zu|an"),
            phrase("hin und wieder"),
            phrase("termine|termin|zeit|zeiten|zeitpunkt n"),
        ]
    ),
)
_conditional = word("wenn", "falls", "sofern", "soweit", "sobald", "insofern", "sooft", "als")
_LONGEST_CLAUSE = 12


def _to_need(tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
    """The words of a clause up to the one that speaks of need."""
    for at in range(place, min(place + _LONGEST_CLAUSE, len(tokens))):
        text = tokens[at].text
        if tokens[at].kind != "word":
            return None
        if text.startswith(vocabulary.NEED_WORDS) or text.endswith("bedarf"):
            return text, at + 1
    return None


needed_clause: Rule[Mark] = _sign("needed", _conditional >> Rule(_to_need))

bound: Rule[Mark] = any_of(
    [
        _sign("most", phrase("nicht mehr|oefter|haeufiger als")),
        _sign("most", phrase("bis") >> word("zu", "max", "maximal", "hoechstens")),
        _sign("least", phrase("nicht weniger|seltener als")),
        _sign(
            "least", phrase("mindestens|mind|wenigstens|zumindest") << skipped("jedoch aber doch", limit=2)
        ),
        _sign(
            "least", phrase("im minimum") | phrase("> =") | phrase("oder|und oefter|mehr|haeufiger|oefters")
        ),
        _sign("most", phrase("im maximum") | phrase("< =") | phrase("oder|und weniger|seltener")),
        _sign("less", phrase("weniger|seltener als") | word("<")),
        _sign("more", phrase("mehr|oefter|haeufiger als") | word(">")),
        _sign("least", _known(vocabulary.LEAST)),
        _sign("most", _known(vocabulary.MOST)),
    ]
)
about_mark: Rule[Mark] = _sign(
    "about",
    any_of(
        [
            phrase("in|idr der|aller|d regel"),
            phrase("im regelfall|durchschnitt|schnitt|mittel|normalfall|allgemeinen"),
            phrase("nach moeglichkeit"),
            phrase("soweit|wenn|sofern moeglich"),
            phrase("mehr oder weniger"),
            _known(vocabulary.ABOUT),
        ]
    ),
)
_vague_noun = word("abstaenden", "abstand", "intervallen", "zeitabstaenden", "zeit", "zeiten")
vague: Rule[Mark] = _sign(
    "vague",
    any_of(
        [
            one(lambda token: token.text if token.text in vocabulary.VAGUE else None),
            phrase("ein paar") << maybe(word("mal", "male")),
            phrase("einige|etliche|wenige|mehrere male|mal|sitzungen|treffen|termine"),
            phrase("alle|aller paar|einige") << maybe(unit_noun),
        ]
    ),
)
negation: Rule[Mark] = any_of(
    [
        _sign(
            "never",
            phrase("nicht mehr|geplant|vorgesehen|festgelegt|bekannt|anwendbar|relevant|definiert|bestimmt"),
        ),
        _sign("never", phrase("derzeit|aktuell|zurzeit|momentan nicht") << maybe(word("mehr", "aktiv"))),
        _sign("not", word("kein", "keine", "keinen", "keiner", "weder", "nicht")),
        _sign("former", _known(vocabulary.FORMER)),
    ]
)
# "nichtöffentlich", "nicht nur": these deny nothing about how often.
no_negation: Rule[Noise] = any_of(
    [
        phrase("nicht oeffentlich|nur|anders|zuletzt|unbedingt|selten|zwingend"),
        word("nichtoeffentlich"),
        (word("nicht") >> one(lambda token: token.text if token.text.startswith("oeffentlich") else None)),
    ]
).map(Noise)
new_start: Rule[Mark] = _sign("but", phrase("nur noch"))
link: Rule[Mark] = any_of(
    [
        _sign("break", word(".", ";", "...", "|")),
        _sign("break", word(",", "(", ")", ":", "-")),
        _sign("and", _known(vocabulary.AND)),
        _sign("or", any_of([_known(vocabulary.OR), word("/")])),
        _sign("to", word("bis")),
        _sign("but", _known(vocabulary.NEW)),
    ]
)
_other_noun = one(
    lambda token: (
        token.text
        if token.kind == "word"
        and token.capital
        and not token.text.endswith(vocabulary.MEETINGS)
        and not token.text.startswith("mal")
        and unit_of(token.text) is None
        and weekday_of(token) is None
        and number_of(token.text) is None
        and token.text not in vocabulary.OR
        else None
    )
)
_lead_time = word("vor", "vorher", "zuvor", "vorab", "im", "spaeter", "nach", "danach")
# Numbers and times that count something else: the law, the agenda, a duration, a notice period.
decoy: Rule[Noise] = any_of(
    [
        one(lambda token: token.text if token.kind == "date" else None),
        word("frau", "herr", "herrn", "familie") >> one(lambda token: token.text if token.capital else None),
        (word("§", "§§", "art", "artikel", "abs", "absatz", "nr", "nummer", "top", "punkt", "satz", "ziffer", "tel", "telefon", "raum",
              "zimmer", "kapitel", "anlage", "drucksache", "plz")
         >> maybe(hyphen) >> one(lambda token: token.text if token.kind in ("number", "ordinal", "clock", "decimal") else None)),
        (lasting >> skipped("von ist betraegt : sind mindestens mind hoechstens max etwa ca", limit=3) >> number_range.map(str) << (unit_noun | short_unit)),
        ((word("seit", "fuer", "vor", "nach", "dauer", "dauert", "ueber") << skipped("den die dem letzten ueber etwa ca", limit=2))
         >> number_range.map(str) << unit_noun),
        (number_range.map(str) << unit_noun << _lead_time),
        ((word("mindestens", "spaetestens", "mind") >> number_range.map(str)) << unit_noun
         << any_of([_lead_time, _inflected >> _lead_time])),
        # "mindestens zwei Mitglieder", "höchstens drei Stunden": neither meetings nor a time in which they fall
        (word(*vocabulary.LEAST, *vocabulary.MOST) >> number_range.map(str) << some(adjective, limit=2)
         << _other_noun.unless(hyphen | per.map(str))),
        (adverb >> about >> number_range >> maybe(adjective) >> word(*vocabulary.NO_MEETINGS)),
        phrase("noch|zunaechst|erst|auf|nicht einmal"),
    ]
).map(Noise)  # fmt: skip
