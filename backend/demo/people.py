"""Invented people, their documents and their doors.

Document numbers are valid in form and lie in ranges that are not issued: CI from 9.000.000,
RUT with serial from 990000.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from random import Random

from backend.demo.supply import Person

PATH = Path(__file__).with_name("montevideo.toml")
_RUT_WEIGHTS = (4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
_CI_WEIGHTS = (2, 9, 8, 7, 6, 3, 4)


def ci(number: int) -> str:
    """The Uruguayan identity document with these seven digits, check digit added."""
    digits = f"{number:07}"
    total = sum(w * int(d) for w, d in zip(_CI_WEIGHTS, digits, strict=True))
    return f"{digits[0]}.{digits[1:4]}.{digits[4:]}-{-total % 10}"


def rut(serial: int) -> str:
    """A Uruguayan tax number with this serial; its check digit may not exist for every serial."""
    digits = f"21{serial:06}001"
    check = -sum(w * int(d) for w, d in zip(_RUT_WEIGHTS, digits, strict=True)) % 11
    return rut(serial + 1) if check == 10 else f"{digits}{check}"


@dataclass(frozen=True, slots=True)
class District:
    """Part of town with some of its streets and the range of their doors."""

    name: str
    streets: tuple[str, ...]
    doors: tuple[int, int]


class Town:
    """Draws people and addresses; equal generators draw equal ones."""

    def __init__(self, random: Random) -> None:
        data = tomllib.loads(PATH.read_text("utf-8"))
        self._random = random
        self._given: list[str] = data["given"]
        self._family: list[str] = data["family"]
        self._trades: list[str] = list(data["trades"])
        self._districts = [
            District(d["name"], tuple(d["streets"]), (d["doors"][0], d["doors"][1]))
            for d in data["districts"]
        ]
        self._taken: set[str] = set()

    def person(self, index: int) -> Person:
        """A household's holder nobody else is called like."""
        while True:
            given = self._random.choice(self._given)
            first, second = self._random.sample(self._family, 2)
            if (name := f"{given} {first} {second}") not in self._taken:
                break
        self._taken.add(name)
        mail = f"{_plain(given)}.{_plain(first)}{index}@example.com"
        return Person(
            code=f"D{index:05}",
            name=name,
            document_type="ci",
            document_number=ci(9_000_000 + index * 137 + self._random.randrange(100)),
            email=mail,
            phone=f"099 {self._random.randrange(1000):03} {self._random.randrange(1000):03}",
        )

    def company(self, index: int) -> Person | None:
        """A small company; None once the names are used up."""
        if not self._trades:
            return None
        trade = self._trades.pop(0)
        return Person(
            code=f"D{index:05}",
            name=f"{trade} S.R.L.",
            document_type="rut",
            document_number=rut(990_100 + index * 11),
            email=f"administracion{index}@example.com",
            phone=f"2{self._random.randrange(100, 1000)} {self._random.randrange(10_000):04}",
        )

    def address(self, *, is_home: bool) -> str:
        """Street, door, district; the flat of many homes."""
        district = self._random.choice(self._districts)
        street = self._random.choice(district.streets)
        door = self._random.randint(*district.doors)
        flat = ""
        if is_home and self._random.random() < 0.55:
            flat = f" ap. {self._random.randint(1, 12)}{self._random.randint(1, 6):02}"
        return f"{street} {door}{flat}, {district.name}"


def _plain(name: str) -> str:
    """`name` in the letters of an electronic mail address."""
    decomposed = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in decomposed if c.isascii() and c.isalnum())
