"""Take KERN UX out of its npm package into the tree: only what our pages use.

    npm pack @kern-ux/native@2.7.2 @fontsource/fira-sans
    python scripts/vendor_kern.py kern-ux-native-2.7.2.tgz --font-licence fontsource-fira-sans-5.3.0.tgz

Copies the style sheet, four faces of Fira Sans and the licences, makes the right-to-left copy
with ``rtlcss`` (KERN has none) and writes ``CHECKSUMS``. Running it twice changes nothing. Needs
Node only here, never at run time.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "gremienwerk" / "desk" / "static" / "vendor" / "kern"
RTLCSS = "rtlcss@4.3.0"

#: CSS weight and style of every face our pages use; KERN ships 36 of them (5 MB).
FACES = {
    "FiraSans-Regular": (400, "normal"),
    "FiraSans-Italic": (400, "italic"),
    "FiraSans-Medium": (500, "normal"),
    "FiraSans-SemiBold": (600, "normal"),
}
CHECKSUMS = "CHECKSUMS"


def read_package(tarball: Path) -> dict[str, bytes]:
    """Return the files of an npm tarball by their path inside the package."""
    files = {}
    with tarfile.open(tarball, "r:gz") as archive:
        for member in archive.getmembers():
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None:
                files[member.name.removeprefix("package/")] = stream.read()
    return files


def fonts_css() -> str:
    """Return the @font-face rules of the taken faces; text shows before its font has arrived."""
    rule = (
        '@font-face{{font-family:"Fira Sans";src:url("fonts/{face}.woff2") format("woff2");'
        "font-weight:{weight};font-style:{style};font-display:swap}}\n"
    )
    return "".join(
        rule.format(face=face, weight=weight, style=style) for face, (weight, style) in FACES.items()
    )


def font_licence(*, licence: str, font: bytes) -> str:
    """Return the Open Font License, headed by the copyright line that the font itself carries."""
    name = TTFont(io.BytesIO(font))["name"].getDebugName(0)
    text = licence[licence.index("This Font Software is licensed") :]
    return f"{name}\n\n{text}"


def mirror(css: Path, target: Path) -> None:
    """Write the right-to-left copy of a style sheet."""
    command = [
        "npm",
        "exec",
        "--yes",
        f"--package={RTLCSS}",
        "--",
        "rtlcss",
        "--silent",
        str(css),
        str(target),
    ]
    subprocess.run(command, check=True, cwd=TARGET)  # noqa: S603 - fixed words, paths of ours


def without_source_maps(css: bytes) -> bytes:
    """Return the style sheet without references to source maps, which we do not ship."""
    return re.sub(rb"/\*# sourceMappingURL=[^*]*\*/\s*", b"", css)


def write_checksums(*, version: str) -> None:
    """Write SHA-256 of every vendored file, in the format of ``sha256sum --check``."""
    files = sorted(path for path in TARGET.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    lines = [f"# @kern-ux/native {version}, mirrored by {RTLCSS}\n"]
    for path in files:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{digest}  {path.relative_to(TARGET).as_posix()}\n")
    (TARGET / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def vendor(*, kern: Path, font_package: Path) -> None:
    """Copy the wanted files of both packages into the tree, replacing what is there."""
    package = read_package(kern)
    (TARGET / "fonts").mkdir(parents=True, exist_ok=True)
    (TARGET / "kern.css").write_bytes(without_source_maps(package["dist/kern.min.css"]))
    (TARGET / "LICENSE.md").write_bytes(package["LICENSE.md"])
    for face in FACES:
        (TARGET / "fonts" / f"{face}.woff2").write_bytes(package[f"dist/fonts/fira-sans/{face}.woff2"])
    (TARGET / "fonts.css").write_text(fonts_css(), encoding="utf-8")
    licence = read_package(font_package)["LICENSE"].decode()
    regular = package["dist/fonts/fira-sans/FiraSans-Regular.woff2"]
    (TARGET / "fonts" / "OFL.txt").write_text(font_licence(licence=licence, font=regular), encoding="utf-8")
    mirror(TARGET / "kern.css", TARGET / "kern.rtl.css")
    write_checksums(version=json.loads(package["package.json"])["version"])


def main() -> int:
    """Read the arguments and vendor."""
    parser = argparse.ArgumentParser(description="KERN UX aus dem npm-Paket übernehmen")
    parser.add_argument("kern", type=Path, help="tarball of @kern-ux/native, made by npm pack")
    parser.add_argument("--font-licence", type=Path, required=True, help="tarball of @fontsource/fira-sans")
    arguments = parser.parse_args()
    vendor(kern=arguments.kern.resolve(), font_package=arguments.font_licence.resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
