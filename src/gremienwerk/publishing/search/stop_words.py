"""Words that say nothing about what is looked for; they are not searched unless nothing else is asked."""

from __future__ import annotations

from gremienwerk.publishing.search.folding import fold

_GERMAN = """aber alle als am an auch auf aus bei beim bin bis da das dass dem den der des die dies diese dieser dieses
doch du e ein eine einem einen einer eines er es etwas euch für gibt hat habe haben hier ich ihr im in ins ist kann kein
keine man mein meine mich mir mit muss nach nicht noch nur ob oder ohne sein sich sie sind so über um und uns unser unsere
v vom von vor war was wer welche welcher welches wenn werden wie wir wird wo zu zum zur ev gibt es finde suche"""
_OTHERS = """a about and are for from how i is my of on or the to what where which who with
ve ile için bir bu da de nerede nasıl
au aux ce ces dans des du elle est et la le les ma mon ou où par pour que qui sur un une
في من على إلى عن مع هذا هذه أين ما و
та і й в у на з за до де як що або від
و در از به که این برای با است کجا"""

STOP_WORDS = frozenset(fold(word) for word in f"{_GERMAN} {_OTHERS}".split())
