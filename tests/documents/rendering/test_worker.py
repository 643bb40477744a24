"""The typesetting process: kept, replaced, started anew when it is killed, and never a fault of the caller's."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from gremienwerk.documents.rendering import worker
from gremienwerk.documents.rendering.worker import Job, TypesettingFailed

READY = Job(template="warm_up.typ", data={})


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    worker.stop()
    yield
    worker.stop()


def child(kind: str = "pdf") -> int:
    process = worker._lanes[kind].process
    assert process is not None
    return process.child.pid


def test_one_process_sets_several_files() -> None:
    worker.typeset(job=READY)
    first = child()
    worker.typeset(job=READY)

    assert child() == first


def test_pictures_do_not_wait_behind_papers() -> None:
    worker.warm_up()

    assert child("pdf") != child("png")


def test_a_killed_process_is_started_anew() -> None:
    content = worker.typeset(job=READY)
    os.kill(child(), signal.SIGKILL)

    assert worker.typeset(job=READY) == content


def test_a_process_killed_at_work_is_tried_once_more() -> None:
    expected = worker.typeset(job=READY)
    wide = Job(
        template="chart.typ", data={"svg": "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"}
    )
    pid = child()
    threading.Timer(0.005, os.kill, (pid, signal.SIGKILL)).start()

    assert worker.typeset(job=wide)[:5] == b"%PDF-"
    assert worker.typeset(job=READY) == expected


def test_a_process_is_replaced_after_some_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "FILES_PER_PROCESS", 2)
    pids = set()
    for _ in range(5):
        worker.typeset(job=READY)
        pids.add(child())

    assert len(pids) == 3


def test_an_error_of_the_compiler_is_raised_with_its_words_and_the_process_lives_on() -> None:
    with pytest.raises(TypesettingFailed, match="failed to parse SVG"):
        worker.typeset(job=Job(template="chart.typ", data={"svg": "kein Bild"}))
    pid = child()
    worker.typeset(job=READY)

    assert child() == pid


def test_a_panic_of_the_compiler_is_an_error_like_any_other() -> None:
    joined = "<text font-family='Noto Sans'>a<tspan font-family='Noto Emoji'>\U0001f469\u200d\U0001f469\u200d\U0001f467</tspan></text>"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'>{joined}</svg>"

    with pytest.raises(TypesettingFailed):
        worker.typeset(job=Job(template="chart.typ", data={"svg": svg}))
    assert worker.typeset(job=READY)[:5] == b"%PDF-"


def test_a_template_that_is_missing_is_an_error() -> None:
    with pytest.raises(TypesettingFailed):
        worker.typeset(job=Job(template="gibt_es_nicht.typ", data={}))


def test_a_job_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "TIMEOUT_SECONDS", 0.0)

    with pytest.raises(TypesettingFailed, match="ended twice"):
        worker.typeset(job=READY)


def test_several_threads_share_the_process() -> None:
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(worker.typeset(job=READY))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 6
    assert len(set(results)) == 1


def test_a_forked_process_uses_a_child_of_its_own() -> None:
    worker.typeset(job=READY)
    before = child()
    reading, writing = os.pipe()
    fork = os.fork()
    if fork == 0:
        worker.typeset(job=READY)
        os.write(writing, str(child()).encode())
        worker.stop()
        os._exit(0)
    os.waitpid(fork, 0)

    assert int(os.read(reading, 20)) != before
    assert worker.typeset(job=READY)[:5] == b"%PDF-"
