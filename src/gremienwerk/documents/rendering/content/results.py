"""What the renderers give back: files, and notices about them."""

from dataclasses import dataclass
from typing import NamedTuple


class RenderNotice(NamedTuple):
    """Something the reader of the file should know: a German sentence, and the texts it is about."""

    code: str
    message: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A finished file. Same content in, same bytes out."""

    name: str
    media_type: str
    content: bytes
    notices: tuple[RenderNotice, ...] = ()
