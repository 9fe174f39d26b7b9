"""A browser for tests: it follows pages over HTTP as the system's would, and shows nothing."""

from __future__ import annotations

import re
from concurrent.futures import Future, ThreadPoolExecutor

import httpx

from desktop.system.browser import SystemBrowser


class TestBrowser(SystemBrowser):
    """What was opened is kept in `pages`; `press` sends a form of the last one, and follows where
    it leads, on a thread: the app has to be able to answer meanwhile."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[str] = []
        self.works = True
        self._pool = ThreadPoolExecutor(1)

    def open(self, url: str) -> bool:
        if self.works:
            self.pages.append(url)
        return self.works

    @property
    def text(self) -> str:
        """The words of the last page as it is now."""
        return re.sub(r"<[^>]+>", " ", httpx.get(self.pages[-1]).text)

    def press(self, answer: str) -> Future[str]:
        """Send the form `answer` of the last page; the page where that ends."""
        return self._pool.submit(self._follow, f"{self.pages[-1]}/{answer}")

    def close(self) -> None:
        """Let go of what is open."""
        self.stop_expecting()
        self._pool.shutdown()

    @staticmethod
    def _follow(url: str) -> str:
        return httpx.post(url, follow_redirects=True, timeout=15).text
