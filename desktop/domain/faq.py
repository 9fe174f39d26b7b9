"""Frequent questions, and finding the right one by the words of whoever asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import log

from desktop.domain.feed import fold


@dataclass(frozen=True, slots=True)
class FaqArticle:
    """One question. `answer` is plain text that `blocks` takes apart; `page` is the key of the
    page that it is about, or empty."""

    id: str
    code: str
    category: str
    position: int
    question: str
    answer: str
    keywords: tuple[str, ...]
    page: str
    updated_on: date


@dataclass(frozen=True, slots=True)
class FaqRules:
    """`synonyms` are groups of words that mean the same to whoever searches."""

    synonyms: tuple[tuple[str, ...], ...]


class BlockKind(StrEnum):
    """What a part of an answer is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an answer, as plain text; `number` is that of a step."""

    kind: BlockKind
    text: str
    number: int = 0


_STEP = re.compile(r"(\d{1,2})\. +(.*)")


def blocks(answer: str) -> tuple[Block, ...]:
    """The answer as paragraphs, list items ("- ") and steps ("1. "); a line that is none of them
    goes on with the one before."""
    found: list[Block] = []
    is_new = True
    for line in map(str.strip, answer.splitlines()):
        step = _STEP.fullmatch(line)
        if not line:
            is_new = True
            continue
        if line.startswith("- "):
            found.append(Block(BlockKind.ITEM, line[2:].strip()))
        elif step is not None:
            found.append(Block(BlockKind.STEP, step[2].strip(), int(step[1])))
        elif is_new or not found:
            found.append(Block(BlockKind.PARAGRAPH, line))
        else:
            before = found[-1]
            found[-1] = Block(before.kind, f"{before.text} {line}", before.number)
        is_new = False
    return tuple(found)


def in_order(articles: Iterable[FaqArticle]) -> tuple[FaqArticle, ...]:
    """As they are read: by place, then by question."""
    return tuple(sorted(articles, key=lambda a: (a.position, fold(a.question), a.id)))


_QUESTION, _KEYWORD, _ANSWER = 8.0, 4.0, 1.0
_SYNONYM = 0.8  # of what the word itself would count
_PHRASE = 1000.0  # what was typed stands in the question as it is
_FEW = 4  # words up to which a search is a search; more of them are somebody's text

# They say nothing of what is asked.
_SAID_ANYWAY = (
    "a al algo ante aqui aun como con cual de del desde el ella en entre era es esta"
    " estan este esto fue ha hace hacer hago han hay he la las le les lo los mas me mi mis muy no"
    " nos o para pero por porque puede puedo que quien quiero se ser si sin sobre son soy su sus"
    " te tengo tiene tienen todo tu un una uno unos y ya yo"
)
_EMPTY = frozenset(_SAID_ANYWAY.split())
_WORD = re.compile(r"[a-z0-9ñ]+")


def _stem(word: str) -> str:
    """`word` without its plural and its last vowel: 'facturas', 'factura' -> 'factur'."""
    if len(word) > 4 and word.endswith("es"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "aeo" else word


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(fold(text))]


class FaqIndex:
    """Finds articles by words, whatever the case, accents and endings, and by their synonyms."""

    def __init__(
        self, articles: Sequence[FaqArticle], synonyms: Iterable[Sequence[str]] = ()
    ) -> None:
        self.articles = in_order(articles)
        self._questions = [" ".join(_stems(a.question)) for a in self.articles]
        self._places: dict[str, dict[int, float]] = {}
        for number, article in enumerate(self.articles):
            self._add(number, article.question, _QUESTION)
            self._add(number, " ".join((*article.keywords, article.category)), _KEYWORD)
            self._add(number, article.answer, _ANSWER)
        self._vocabulary = sorted(self._places)
        self._groups = [frozenset(s for word in g for s in _stems(word)) for g in synonyms]

    def find(self, text: str, limit: int = 20) -> tuple[FaqArticle, ...]:
        """The best ones first: words in the question count more than keywords, those more than
        words of the answer, and rare words more than frequent ones. Of a search by a few words
        only what has all of them is found, or most where nothing has all."""
        words = [word for word in _WORD.findall(fold(text)) if word not in _EMPTY]
        stems = list(dict.fromkeys(map(_stem, words or _WORD.findall(fold(text)))))
        if not stems:
            return ()
        scores: dict[int, float] = {}
        counts: dict[int, int] = {}
        strong: set[int] = set()
        for stem in stems:
            hits = self._hits(stem)
            rarity = log(1 + len(self.articles) / len(hits)) if hits else 0.0
            for number, weight in hits.items():
                scores[number] = scores.get(number, 0.0) + weight * rarity
                counts[number] = counts.get(number, 0) + 1
                if weight > _ANSWER:
                    strong.add(number)
        needed = self._needed(len(stems), counts)
        phrase = " ".join(_stems(text))
        found = []
        for number, count in counts.items():
            # Somebody's text has many words that stand in some answer by chance.
            if count < needed or (len(stems) > _FEW and number not in strong):
                continue
            bonus = _PHRASE if phrase in self._questions[number] else 0.0
            found.append((-scores[number] - bonus, number))
        return tuple(self.articles[number] for _, number in sorted(found)[:limit])

    def _needed(self, words: int, counts: dict[int, int]) -> int:
        most = max(counts.values(), default=0)
        if words > _FEW:
            return min(2, most)
        return words if most == words else -(-words // 2)

    def _hits(self, stem: str) -> dict[int, float]:
        """Articles with the word, and how much it counts in each."""
        hits = self._beginning(stem)
        for group in self._groups:
            if stem in group or (len(stem) >= 4 and any(s.startswith(stem) for s in group)):
                for other in group - {stem}:
                    for number, weight in self._beginning(other).items():
                        hits[number] = max(hits.get(number, 0.0), weight * _SYNONYM)
        return hits

    def _beginning(self, stem: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for word in self._words(stem):
            for number, weight in self._places[word].items():
                found[number] = max(found.get(number, 0.0), weight)
        return found

    def _words(self, stem: str) -> Iterator[str]:
        if len(stem) < 3:  # too short to be the beginning of anything
            yield from (word for word in (stem,) if word in self._places)
            return
        for place in range(bisect_left(self._vocabulary, stem), len(self._vocabulary)):
            if not self._vocabulary[place].startswith(stem):
                return
            yield self._vocabulary[place]

    def _add(self, number: int, text: str, weight: float) -> None:
        for stem in _stems(text):
            places = self._places.setdefault(stem, {})
            places[number] = max(places.get(number, 0.0), weight)
