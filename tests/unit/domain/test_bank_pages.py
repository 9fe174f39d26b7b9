"""Which address may be opened as a bank's page: nine hostile ones in ten look right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bank_pages import is_bank_page

HOSTS = ("pagos.banco.example", "spe.banco.example")


@pytest.mark.parametrize(
    "url",
    [
        "https://pagos.banco.example/orden/7?x=1&y=%20",
        "https://pagos.banco.example",
        "https://spe.banco.example:443/o-1",
    ],
)
def test_the_banks_own_pages_are_opened(url: str) -> None:
    assert is_bank_page(url, HOSTS, is_demo=False)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://pagos.banco.example/orden",
        "https://pagos.banco.example.evil.example/",
        "https://evil.example/pagos.banco.example",
        "https://evil.example#https://pagos.banco.example/",
        "https://pagos.banco.example@evil.example/",
        "https://user:clave@pagos.banco.example/",
        "https://pagos.banco.example\\@evil.example/",
        "https://evil.example\\.pagos.banco.example/",
        "https:/pagos.banco.example/",
        "https:pagos.banco.example/",
        "//pagos.banco.example/",
        "https://pagos.banco.example:8443/",
        "https://pagos.banco.example:/",
        "https://PAGOS.BANCO.EXAMPLE/",
        "https://pagos.banco.example./",
        "https://pagos.banco.example/\r\nX: y",
        "https://pagos.banco.example/ /",
        " https://pagos.banco.example/",
        "https://pagos.banco.example/\u202egpj",
        "https://pagos.bаnco.example/",  # a Cyrillic letter
        "https://xn--pagos-banco.example/",
        "https://[::1]/",
        "https://2130706433/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ms-settings:",
        "data:text/html,hola",
        "https://pagos.banco.example/" + "a" * 600,
        "http://127.0.0.1:8799/pagar/o-1",
    ],
)
def test_whatever_is_not_plainly_right_is_refused(url: str) -> None:
    assert not is_bank_page(url, HOSTS, is_demo=False)


def test_only_a_demonstration_opens_this_computer_and_nothing_else_without_encryption() -> None:
    assert is_bank_page("http://127.0.0.1:8799/pagar/o-1", (), is_demo=True)
    for url in (
        "http://127.0.0.1/pagar",
        "http://127.0.0.1:80/pagar",
        "http://localhost:8799/pagar",
        "http://127.0.0.1.evil.example:8799/",
        "http://127.0.0.1:8799@evil.example/",
        "http://127.0.0.1:99999/",
        "http://pagos.banco.example:8799/",
        "https://evil.example/",
    ):
        assert not is_bank_page(url, HOSTS, is_demo=True)


@given(st.text(max_size=60))
def test_nothing_after_the_host_makes_it_another_host(tail: str) -> None:
    url = f"https://pagos.banco.example{tail}"
    if is_bank_page(url, HOSTS, is_demo=False):
        assert tail == "" or tail[0] in "/:"
        assert "@" not in tail.split("/", 1)[0]
