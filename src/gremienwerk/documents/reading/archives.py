"""Zip files that cannot blow up: every member is read up to a limit, and never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from gremienwerk.documents.reading.refusals import UnreadableDocument, broken, locked, too_large

MEMBER_LIMIT = 60_000_000
"""Bytes that one unpacked member may have; a text of 1,000 pages has about 15 MB of XML."""

_FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, KeyError)


class Archive:
    """The members of a Word or OpenDocument file, read within bounds."""

    def __init__(self, data: bytes, *, name: str, what: str) -> None:
        self._name = name
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = set(self._zip.namelist())
        except _FAILURES as error:
            raise broken(name, what) from error

    def has(self, member: str) -> bool:
        """Whether the member exists."""
        return member in self._members

    def members(self) -> list[str]:
        """The names of all members in alphabetical order."""
        return sorted(self._members)

    def bytes_of(self, member: str) -> bytes:
        """The unpacked member.

        Raises:
            TooLarge: if it is larger than ``MEMBER_LIMIT``; found out while reading, because the
                size that a zip states of itself may be a lie.
            UnreadableDocument: if it is damaged or encrypted.
        """
        try:
            info = self._zip.getinfo(member)
            if info.flag_bits & 1:
                raise locked(self._name)
            with self._zip.open(info) as stream:
                data = stream.read(MEMBER_LIMIT + 1)
        except UnreadableDocument:
            raise
        except (*_FAILURES, RuntimeError) as error:
            raise broken(self._name, self._what) from error
        if len(data) > MEMBER_LIMIT:
            raise too_large(self._name, limit=MEMBER_LIMIT)
        return data

    def tree(self, member: str) -> Any:
        """The member as XML; entities are not resolved and nothing is loaded from elsewhere."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.bytes_of(member), parser)
        except etree.XMLSyntaxError as error:
            raise broken(self._name, self._what) from error

    def optional_tree(self, member: str) -> Any | None:
        """The member as XML, or None where the file has no such member."""
        return self.tree(member) if self.has(member) else None


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a zip file."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
