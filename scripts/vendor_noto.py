"""Cut the web font for Ethiopic letters out of the one that documents are set in.

    python scripts/vendor_noto.py

Names of Eritrean and Ethiopian associations stand on public pages, and not every device has their letters;
browsers fetch the font only where such a letter occurs (``unicode-range``). Running it twice changes nothing.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent / "src" / "gremienwerk"
FONTS = ROOT / "documents" / "rendering" / "fonts"
TARGET = ROOT / "website" / "static" / "vendor" / "noto"
#: Unicode 15.1, blocks "Ethiopic" and "Ethiopic Supplement".
LETTERS = range(0x1200, 0x13A0)
FACE = "NotoSansEthiopic-Regular"


def cut() -> None:
    """Write the font, its licence and their checksums."""
    TARGET.mkdir(parents=True, exist_ok=True)
    options = subset.Options(
        flavor="woff2", layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    font = subset.load_font(str(FONTS / f"{FACE}.ttf"), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    subset.save_font(font, str(TARGET / f"{FACE}.woff2"), options)
    shutil.copyfile(FONTS / "Noto-LICENSE.txt", TARGET / "OFL.txt")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(TARGET.iterdir())
        if path.name != "CHECKSUMS"
    ]
    (TARGET / "CHECKSUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    cut()
    sys.exit(0)
