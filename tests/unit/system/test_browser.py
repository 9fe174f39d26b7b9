"""The door through which the browser comes back: it hears that somebody came, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from pytestqt.qtbot import QtBot

from desktop.system.browser import SystemBrowser


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[SystemBrowser]:
    made = SystemBrowser()
    yield made
    made.stop_expecting()
    made.deleteLater()


def visits(qtbot: QtBot, port: int, path: str) -> httpx.Response:
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(httpx.get, f"http://127.0.0.1:{port}{path}", timeout=10)
        qtbot.waitUntil(answer.done)
        return answer.result()


def test_who_comes_back_is_heard_once_and_shown_a_page(
    qtbot: QtBot, browser: SystemBrowser
) -> None:
    came: list[int] = []
    port = browser.expect_return(lambda: came.append(1))
    assert port is not None
    page = visits(qtbot, port, "/retorno?estado=aprobado&pago=7")
    assert "Puede cerrar esta ventana" in page.text
    assert "aprobado" not in page.text
    assert page.headers["content-security-policy"] == "default-src 'none'"
    visits(qtbot, port, "/retorno")
    assert came == [1]


def test_other_paths_mean_nothing(qtbot: QtBot, browser: SystemBrowser) -> None:
    came: list[int] = []
    port = browser.expect_return(lambda: came.append(1))
    assert port is not None
    visits(qtbot, port, "/favicon.ico")
    assert came == []


def test_a_closed_door_lets_nobody_in(qtbot: QtBot, browser: SystemBrowser) -> None:
    port = browser.expect_return(lambda: None)
    assert port is not None
    browser.stop_expecting()
    browser.stop_expecting()
    with pytest.raises(httpx.ConnectError):
        visits(qtbot, port, "/retorno")
