"""What may happen to one submission between `tests.support.chaos` and the real server."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from tests.support.chaos import Behaviour, Exchange, through


class _Listening:
    """Stands for the client's socket and keeps what it would have got."""

    def __init__(self) -> None:
        self.got = b""

    def sendall(self, data: bytes) -> None:
        self.got += data


def delivered(exchange: Exchange, port: int) -> bytes:
    """Hand the request to the server on `port`; its answer, which the client does not get."""
    listening = _Listening()
    through(port)(replace(exchange, sock=cast("socket.socket", listening)))
    return listening.got


def at_first(port: int, behaviour: Behaviour, *, of: str, times: int = 1) -> Behaviour:
    """`behaviour` for the first `times` PUTs whose path contains `of`; everything else passes."""
    left = [behaviour] * times

    def behave(exchange: Exchange) -> None:
        is_meant = bool(left) and exchange.method == "PUT" and of in exchange.path
        (left.pop() if is_meant else through(port))(exchange)

    return behave


def nth(port: int, behaviour: Behaviour, number: int) -> Behaviour:
    """`behaviour` for request `number` from now on, counted from 0; everything else passes."""
    count = itertools.count()

    def behave(exchange: Exchange) -> None:
        (behaviour if next(count) == number else through(port))(exchange)

    return behave


def always(port: int, behaviour: Behaviour, *, of: str) -> Behaviour:
    """`behaviour` for each PUT whose path contains `of`; all others pass."""

    def behave(exchange: Exchange) -> None:
        here = exchange.method == "PUT" and of in exchange.path
        (behaviour if here else through(port))(exchange)

    return behave


def after_delivery(port: int, then: Behaviour) -> Behaviour:
    """The server decides, and the client meets `then` in place of the answer."""

    def behave(exchange: Exchange) -> None:
        delivered(exchange, port)
        then(exchange)

    return behave


def twice(port: int) -> Behaviour:
    """A proxy delivers the request twice and passes the second answer on."""

    def behave(exchange: Exchange) -> None:
        delivered(exchange, port)
        through(port)(exchange)

    return behave


def cut_answer(port: int, shorten: Callable[[bytes], bytes]) -> Behaviour:
    """The server's own answer, shortened on its way, and the end of the connection."""

    def behave(exchange: Exchange) -> None:
        exchange.send(shorten(delivered(exchange, port)))
        exchange.close()

    return behave


def reset(exchange: Exchange) -> None:
    """The connection breaks in place of an answer."""
    exchange.reset()
