"""The child process that runs Typst: reads jobs from standard input, writes files to standard output.

Started by path (`worker.py`), so it imports nothing of the project. A job is a line of JSON with the number of
bytes of data that follow; the answer likewise. It ends when its standard input does, so it never outlives its
parent.
"""

import datetime
import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

import typst

HERE = Path(__file__).parent
TEMPLATES, FONTS = HERE / "templates", HERE / "fonts"


def serve(*, jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer jobs until the stream ends. The compiler is kept, with its fonts and templates."""
    compilers: dict[str, typst.Compiler] = {}
    while line := jobs.readline():
        job = json.loads(line)
        data = jobs.read(job["length"])
        meta, content = _answer(compilers, job, data)
        answers.write(json.dumps({**meta, "length": len(content)}).encode() + b"\n" + content)
        answers.flush()


def _answer(compilers: dict[str, Any], job: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    template = str(TEMPLATES / job["template"])
    if template not in compilers:
        compilers[template] = typst.Compiler(
            template, root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True
        )
    is_pdf = job["format"] == "pdf"
    try:
        content, warnings = compilers[template].compile_with_warnings(
            input=template,
            format=job["format"],
            ppi=job["ppi"],
            sys_inputs={"data": data.decode()},
            pdf_standards=["ua-1"] if is_pdf else [],
            timestamp=datetime.datetime.fromisoformat(job["timestamp"]) if is_pdf else None,
        )
    except typst.TypstError as error:
        return {"error": str(error), "warnings": []}, b""
    except BaseException as error:  # noqa: BLE001 -- a panic in Rust derives from BaseException
        return {"error": f"{type(error).__name__}: {error}", "warnings": []}, b""
    if isinstance(content, list):
        content = content[0]
    return {"error": None, "warnings": [str(warning) for warning in warnings]}, content


if __name__ == "__main__":
    serve(jobs=sys.stdin.buffer, answers=sys.stdout.buffer)
