"""Take Leaflet out of its npm package into the tree: the script, its style sheet and its licence.

    npm pack leaflet@1.9.4
    python scripts/vendor_leaflet.py leaflet-1.9.4.tgz

Writes ``CHECKSUMS`` beside them. Running it twice changes nothing. The pictures stay out: our markers
are drawn by ``website/static/website/karte.js``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "gremienwerk" / "website" / "static" / "vendor" / "leaflet"
WANTED = {"dist/leaflet.js": "leaflet.js", "dist/leaflet.css": "leaflet.css", "LICENSE": "LICENSE.txt"}
CHECKSUMS = "CHECKSUMS"


def cleaned(name: str, content: bytes) -> bytes:
    """The file without references to source maps and pictures that we do not ship."""
    content = re.sub(rb"//# sourceMappingURL=\S*\s*$", b"", content)
    return (
        re.sub(rb"background-image:\s*url\(images/[^)]*\);?", b"", content)
        if name.endswith("css")
        else content
    )


def vendor(*, tarball: Path) -> None:
    """Copy the wanted files out of the package, replacing what is there."""
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = []
    with tarfile.open(tarball, "r:gz") as archive:
        manifest = archive.extractfile("package/package.json")
        if manifest is None:
            raise SystemExit(f"{tarball} ist kein npm-Paket.")
        lines.append(f"# leaflet {json.load(manifest)['version']}\n")
        for source, name in sorted(WANTED.items(), key=lambda item: item[1]):
            stream = archive.extractfile(f"package/{source}")
            if stream is None:
                raise SystemExit(f"{source} fehlt im Paket.")
            content = cleaned(name, stream.read())
            (TARGET / name).write_bytes(content)
            lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    (TARGET / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Read the arguments and vendor."""
    parser = argparse.ArgumentParser(description="Leaflet aus dem npm-Paket übernehmen")
    parser.add_argument("leaflet", type=Path, help="tarball of leaflet, made by npm pack")
    vendor(tarball=parser.parse_args().leaflet.resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
