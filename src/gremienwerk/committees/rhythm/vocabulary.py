"""Fixed words of rhythms, folded as ``tokens.fold`` does; words that are built stand in ``words.py``."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ABBREVIATIONS = frozenset(
    _words(
        "mind min max ca etwa idr dr bzw ggf evtl mtl monatl jaehrl jhrl halbj halbjaehrl halbjhrl viertelj "
        "vierteljaehrl vierteljhrl vierteljhl vj hj hjl vjl woechentl tgl taegl wtl woe wo mon mo di mi do fr "
        "sa so jan feb maer mrz apr jun jul aug sep sept okt nov dez j jhr jr kj q qu quart std uhr u o od "
        "durchschn durchschnittl insb insbes ausg ausgen unregelm regelm einschl inkl incl zzgl evt mögl "
        "moegl vorauss nr tel str abs art pkt sitz sitzg term bed n b v p jew jeweil jed nachm vorm abds ord "
        "ordentl ausserord w wch kw t usw etc"
    )
)

# Nouns whose number is a number of meetings; any compound ending in one of them counts too.
MEETINGS = _words(
    "sitzung sitzungen sitzg treffen treff treffs termin termine terminen tagung tagungen "
    "zusammenkunft zusammenkuenfte zusammenkuenften versammlung versammlungen besprechung besprechungen "
    "konferenz konferenzen beratung beratungen sitzungstermine sitzungstage sitzungstagen plenum plena "
    "plenen gespraech gespraeche gespraechen meeting meetings fixes fixe begegnung begegnungen forum "
    "foren veranstaltung veranstaltungen workshop workshops fachtag fachtage fachtagen austausch "
    "zusammentreffen runde runden plenarsitzung dialog dialoge dialogen stammtisch stammtische "
    "austauschrunden einberufung einberufungen sprechstunde sprechstunden sprechtag sprechtage "
    "beratungstermine arbeitstreffen elternabend elternabende elternabenden themenabend themenabende "
    "gruppenabend gruppenabende infoabend infoabende vereinsabend vereinsabende"
)

# Nouns that make "zweiwöchig" and the like a duration, not a rhythm.
LASTING = _words(
    "frist fristen pause laufzeit dauer amtszeit vorlauf klausur klausurtagung seminar reise fahrt "
    "bestehen jubilaeum probezeit probe uebergang vorbereitung ausstellung kurs lehrgang ausbildung "
    "praktikum projekt projektphase amtsperiode wahlperiode periode wahlzeit erprobung testphase "
    "pilotphase zeitraum befristung verlaengerung vertretung sperre ladungsfrist einladungsfrist "
    "aktionswoche phase"
)

# Words of clauses about something else than meetings.
OTHER_MATTERS = frozenset(
    _words(
        "wechselt wechseln rotiert rotieren rotierend gewaehlt waehlt gewaehlten wahl wahlen berichtet bericht "
        "berichte berichten jahresbericht evaluiert evaluation newsletter protokoll protokolle aktualisiert "
        "aktualisierung amtszeit fortgeschrieben fortschreibung veroeffentlicht rundbrief beitrag beitraege "
        "wahlperiode ernannt bestellt berufen entsandt"
    )
)

# Nouns that make "jährlich 200 …" no rhythm.
NO_MEETINGS = (
    "euro",
    "eur",
    "€",
    "%",
    "prozent",
    "teilnehmende",
    "teilnehmer",
    "personen",
    "mitglieder",
    "stunden",
)

FILLERS = (
    "die der das den dem des ein eine einer einem einen eines in im am an pro je per a auch noch nur nun dann dabei "
    "jeweils immer stets weiterhin bereits hier dort statt wieder"
)

ABOUT = frozenset(
    _words(
        "ca etwa rund circa zirka cirka ungefaehr idr meist meistens zumeist ueblicherweise gewoehnlich "
        "normalerweise grundsaetzlich durchschnittlich durchschn durchschnittl moeglichst moegl vorwiegend "
        "ueberwiegend groesstenteils annaehernd nahezu knapp gut tendenziell angestrebt regelhaft bevorzugt "
        "vorzugsweise typischerweise voraussichtlich idealerweise ggf gegebenenfalls ungf schaetzungsweise "
        "durchschnittlichen fast ~ ø vorauss"
    )
)
LEAST = frozenset(
    _words("mindestens mind min wenigstens zumindest minimal minimum mindest spaetestens >= ≥ mindesten")
)
MOST = frozenset(_words("hoechstens max maximal maximum ≤ <= hoechst laengstens allerhoechstens"))
NEEDED = frozenset(
    _words(
        "bedarfsweise bedarfsorientiert bedarfsabhaengig bedarfsgerecht bedarfsbezogen bedarfsgesteuert "
        "anlassbezogen anlassabhaengig anlassweise anlassorientiert themenbezogen themenabhaengig situativ "
        "situationsabhaengig situationsbezogen situationsbedingt fallweise fallbezogen einzelfallbezogen "
        "adhoc unregelmaessig unregelm sporadisch gelegentlich sondersitzungen sondersitzung sondertermine "
        "ausserplanmaessig nb bb nv punktuell projektbezogen spontan terminvereinbarung terminabsprache zwischendurch ereignisbezogen "
        "bedarfsfall fallabhaengig anfallsbezogen irregulaer"
    )
)
NEED_NOUNS = frozenset(
    _words(
        "beschluss initiative vorliegen aenderung aenderungen vorschlag ereignissen problemen zuruf bed bedarf bedarfs bedarfes bedarfsfall bedarfsfalle anlass anlaessen vereinbarung vereinbarungen "
        "absprache absprachen terminvereinbarung terminabsprache terminabstimmung einladung antrag verlangen "
        "wunsch anforderung anfrage notwendigkeit erforderlichkeit erfordernis erfordernissen dringlichkeit "
        "situation sachlage themenlage thema themen arbeitsanfall gegebenheit auftragslage ermessen lage "
        "belieben gelegenheit anfall aufkommen gegebenheiten geschaeftslage erfordern fall faellen beduerfnis "
        "veranlassung terminlage einberufung rueckfrage ruecksprache abstimmung nachfrage aktualitaet "
        "problemlage"
    )
)
NEED_WORDS = (
    "erforderlich",
    "notwendig",
    "noetig",
    "geboten",
    "erfordert",
    "erfordern",
    "gewuenscht",
    "anliegt",
    "besteht",
)
VAGUE = frozenset(_words("mehrmals mehrfach oftmals oefters vielfach mehrmalig mehrmalige mehrmaligen"))
FORMER = frozenset(
    _words(
        "statt anstatt anstelle bisher bislang frueher ehemals vormals zuvor urspruenglich bisherige "
        "bisherigen bisherigem"
    )
)
NEW = frozenset(
    _words(
        "sondern kuenftig nunmehr jetzt nun stattdessen zukuenftig aktuell inzwischen mittlerweile derzeit "
        "seitdem neu nur"
    )
)
AND = frozenset(_words("und sowie plus + & u zuzueglich zzgl"))
OR = frozenset(_words("oder bzw beziehungsweise od respektive resp"))
# "Im August ist Sommerpause."
PAUSES = _words(
    "pause sommerpause winterpause weihnachtspause sitzungspause ferien sommerferien betriebsferien ferienzeit"
)
NO_MEETING = _words(
    "ausgenommen frei sitzungsfrei geschlossen entfaellt entfallen pausierend pausiert ruhend ruht ausgesetzt aussetzend"
)
# What is said after these is part of what was counted before.
INCLUDED = frozenset(_words("darunter davon hiervon wovon"))
HOLIDAYS = (
    ("sommerferien", "summer_holidays"), ("sommerpause", "summer_holidays"), ("osterferien", "easter_holidays"),
    ("weihnachtsferien", "christmas_holidays"), ("herbstferien", "autumn_holidays"),
    ("pfingstferien", "whitsun_holidays"), ("weihnachtspause", "christmas_holidays"), ("ferien", "school_holidays"),
    ("ferienzeit", "school_holidays"), ("ferienzeiten", "school_holidays"), ("feiertagen", "public_holidays"),
    ("feiertage", "public_holidays"), ("feiertags", "public_holidays"), ("feiertag", "public_holidays"),
)  # fmt: skip
SEASONS: dict[str, tuple[int, ...]] = {
    "fruehjahr": (3, 4, 5), "fruehjahrs": (3, 4, 5), "fruehling": (3, 4, 5), "fruehjahre": (3, 4, 5),
    "sommer": (6, 7, 8), "herbst": (9, 10, 11), "winter": (1, 2, 12), "spaetherbst": (10, 11), "spaetsommer": (8, 9),
    "fruehsommer": (5, 6), "fruehherbst": (9, 10), "spaetwinter": (2, 3), "advent": (12,), "adventszeit": (12,),
    "jahresmitte": (6, 7), "fruehjahrssitzung": (3, 4, 5), "herbstsitzung": (9, 10, 11),
    "fruehjahrstagung": (3, 4, 5), "herbsttagung": (9, 10, 11), "sommersemester": (4, 5, 6, 7, 8, 9),
    "wintersemester": (1, 2, 3, 10, 11, 12),
}  # fmt: skip
HALVES: dict[str, tuple[int, ...]] = {
    "sommerhalbjahr": (4, 5, 6, 7, 8, 9), "winterhalbjahr": (1, 2, 3, 10, 11, 12), "sommermonate": (6, 7, 8),
    "sommermonaten": (6, 7, 8), "wintermonate": (1, 2, 12), "wintermonaten": (1, 2, 12),
    "sommersaison": (4, 5, 6, 7, 8, 9), "wintersaison": (1, 2, 3, 10, 11, 12),
}  # fmt: skip
# Long words in which a slip of the pen is mended (one letter; two in words of twelve and more).
MENDED = _words(
    "monatlich zweimonatlich woechentlich zweiwoechentlich vierwoechentlich sechswoechentlich jaehrlich "
    "halbjaehrlich vierteljaehrlich quartalsweise mindestens hoechstens unregelmaessig regelmaessig "
    "vierzehntaegig bedarfsorientiert anlassbezogen dienstag dienstags mittwoch mittwochs donnerstag "
    "donnerstags samstags sonntags quartal halbjahr kalenderjahr vereinbarung absprache durchschnittlich "
    "zweimal dreimal viermal sechsmal fuenfmal rhythmus sporadisch februar september oktober november "
    "dezember wochen monate sitzungen"
)
