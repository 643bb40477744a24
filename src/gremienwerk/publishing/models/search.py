"""The search index: what can be found, and the words it holds. Written by ``publishing.search`` only.

These rows are no records: they can be made again from the public rows at any time.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gremienwerk.bodies.models import Body
from gremienwerk.core.classification import Classification
from gremienwerk.core.fulltext import FullTextIndex

PUBLIC, INTERNAL = Classification.PUBLIC, Classification.INTERNAL


class SearchEntry(models.Model):
    """A public record in one language, as search shows it, with its folded words (``tokens``).

    ``title_key`` is the folded title as bytes, because databases order text differently. Long columns stand last:
    a row whose length passes a page is read only as far as needed.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    noun = models.CharField(max_length=40)
    record = models.UUIDField()
    language = models.CharField(max_length=16)
    shown_from = models.DateField(null=True)
    shown_until = models.DateField(null=True)
    title_key = models.BinaryField()
    title = models.TextField()
    tokens = models.TextField()
    other_names = models.JSONField(default=list)
    keywords = models.JSONField(default=list)
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)

    classification: ClassVar = dict.fromkeys(
        (
            "body", "noun", "record", "language", "shown_from", "title_key", "title", "tokens", "other_names",
            "keywords", "summary", "text",
        ),
        PUBLIC,
    ) | {"shown_until": INTERNAL}  # fmt: skip

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["body", "record", "noun", "language"], name="search_entry_once"),
        )
        indexes = (
            models.Index(fields=["body", "title_key"], name="search_entry_title"),
            FullTextIndex(fields=["tokens"], name="search_entry_tokens"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class SearchWord(models.Model):
    """A word that some entry of the body holds, with what it can be found by.

    ``stems`` (with the parts of compounds) and ``sounds`` are keys separated by spaces. ``batch`` is drawn for each writing, so that a process
    that keeps the words in memory can tell whether the last one it knows is still the same.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    word = models.CharField(max_length=64)
    stems = models.TextField(blank=True)
    sounds = models.TextField(blank=True)
    batch = models.BigIntegerField()

    classification: ClassVar = dict.fromkeys(("body", "word", "stems", "sounds", "batch"), INTERNAL)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["body", "word"], name="search_word_once"),)
        indexes = (models.Index(fields=["body", "id"], name="search_word_new"),)

    def __str__(self) -> str:
        return self.word
