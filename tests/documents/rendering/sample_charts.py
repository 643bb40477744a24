"""Charts to draw: a small one with every sign, a large one that needs several sheets, a hostile one."""

from random import Random

from gremienwerk.documents.rendering.content.charts import (
    Chart,
    ChartEdge,
    ChartNode,
    EdgeMeaning,
    NodeKind,
    NodeStatus,
)
from tests.documents.rendering.sample_rows import AS_OF, HOSTILE, many_rows


def small_chart() -> Chart:
    """Steering group with working groups below, two of them planned, and every other sign once."""
    node, status, kind = ChartNode, NodeStatus, NodeKind
    nodes = (
        node(
            "ressort",
            "Ressort Zuwanderung und Integration",
            "Stadt Talheim an der Wupper",
            kind.ORGANISATION,
            url="/de/organisationen/1/",
        ),
        node("lenkung", "Lenkungsgruppe Integration", "seit Juni 2021", kind.STEERING, url="/de/gremien/1/"),
        node(
            "kim",
            "Steuerungskreis Kommunales Integrationsmanagement",
            "seit Juni 2021",
            kind.STEERING,
            url="/de/gremien/2/",
        ),
        node("zuhause", "Steuerungskreis „Zuhause in Talheim“", "", kind.STEERING, url="/de/gremien/3/"),
        node("ak1", "AK Sprache und Bildung", "", url="/de/gremien/4/"),
        node("ak2", "AK Gesundheit", "", url="/de/gremien/5/"),
        node("ak3", "AK Arbeit und Ausbildung", "bis Ende 2026", status=status.PLANNED),
        node("ak4", None, "Gründung war bis Ende 2025 geplant", status=status.OVERDUE),
        node("ak5", "AK Ehrenamt", "", status=status.DORMANT),
        node("ak6", "AK Unterbringung", "beendet am 31. März 2024", status=status.ENDED),
        node("caritas", "Caritasverband Talheim e. V.", "", kind.ORGANISATION),
        node("rt", "Runder Tisch gegen Rassismus", "", url="/de/gremien/9/"),
    )
    up, part, led = EdgeMeaning.REPORTS_TO, EdgeMeaning.BELONGS_TO, EdgeMeaning.LED_BY
    edges = (
        ChartEdge("lenkung", "ressort", led),
        ChartEdge("kim", "lenkung", up),
        ChartEdge("zuhause", "lenkung", up),
        *(ChartEdge(f"ak{n}", "kim", part) for n in (1, 2, 3)),
        *(ChartEdge(f"ak{n}", "zuhause", part) for n in (4, 5, 6)),
        ChartEdge("rt", "caritas", led),
        ChartEdge("rt", "lenkung", up),
    )
    return Chart(
        title="Gremienstruktur des Ressorts Zuwanderung und Integration",
        description="Die Lenkungsgruppe Integration leitet zwei Steuerungskreise mit sechs Arbeitskreisen.",
        as_of=AS_OF,
        nodes=nodes,
        edges=edges,
    )


def large_chart(groups: int = 150, departments: int = 6) -> Chart:
    """A register's worth of groups below departments, steering groups in between."""
    random = Random(11)
    nodes = [ChartNode("root", "Stadt Talheim an der Wupper", "", NodeKind.ORGANISATION)]
    edges = []
    for number in range(departments):
        nodes.append(
            ChartNode(
                f"d{number}",
                f"Fachbereich {number + 1} für Bildung und Zusammenleben",
                "",
                NodeKind.ORGANISATION,
            )
        )
        edges.append(ChartEdge(f"d{number}", "root", EdgeMeaning.BELONGS_TO))
        for steering in range(2):
            nodes.append(
                ChartNode(
                    f"s{number}{steering}",
                    f"Steuerungsgruppe {number + 1}.{steering + 1}",
                    "",
                    NodeKind.STEERING,
                )
            )
            edges.append(ChartEdge(f"s{number}{steering}", f"d{number}", EdgeMeaning.LED_BY))
    for number, committee in enumerate(many_rows(groups, seed=3)):
        parent = f"s{random.randrange(departments)}{random.randrange(2)}"
        status = random.choice((NodeStatus.EXISTING,) * 6 + (NodeStatus.PLANNED, NodeStatus.DORMANT))
        nodes.append(
            ChartNode(f"g{number}", committee.name, "", NodeKind.GROUP, status, f"/de/gremien/{number}/")
        )
        edges.append(ChartEdge(f"g{number}", parent, EdgeMeaning.BELONGS_TO))
    edges.append(ChartEdge("g3", "s00", EdgeMeaning.REPORTS_TO))
    return Chart(
        title="Gremienstruktur der Stadt",
        description="Alle Gremien.",
        as_of=AS_OF,
        nodes=tuple(nodes),
        edges=tuple(edges),
    )


def hostile_chart() -> Chart:
    """Every hostile name as a box."""
    nodes = tuple(ChartNode(name, name, name, url="javascript:alert(1)") for name in HOSTILE)
    edges = tuple(ChartEdge(name, HOSTILE[0], EdgeMeaning.BELONGS_TO, name) for name in HOSTILE[1:])
    return Chart(title=HOSTILE[2], description=HOSTILE[2], as_of=AS_OF, nodes=nodes, edges=edges)
