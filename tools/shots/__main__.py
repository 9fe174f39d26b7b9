"""`python -m tools.shots DIR [--scaled]`: pictures named page-state-theme.png, and of the frame.

Filled and offline pages are the demo utility's; loading and error pages are the real app whose
reads are held or fail; empty and hostile ones come from a service with such books. `--scaled` takes
the pages at 200 % only, in a process of its own, because Qt takes the scale at its start.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tools.run import cache_folder, demo_server
from tools.shots.camera import QUIET, Camera, dialogs
from tools.shots.director import Director, Script, after
from tools.shots.scenes import INSIDE, OUTSIDE, Scene, press
from tools.shots.worlds import EMPTY, NOBODY, PASSWORD, STRANGE, odd_service

DEMO, COMPANY, DEMO_PASSWORD = "demo", "empresa", "demo-1234"
NARROW = (1024, 700)


class Shots:
    """All pictures, one app after another."""

    def __init__(self, app: QApplication, folder: Path, scratch: Path) -> None:
        self._app, self._folder, self._scratch = app, folder, scratch
        self._director = Director(app)
        self._count = 0

    def _camera(self, server: str) -> Camera:
        self._count += 1
        return Camera(self._app, server, self._scratch / str(self._count), self._folder)

    def demo(self, server: str) -> None:
        """Sign-in, filled pages, narrow ones, details, the palette."""
        self._director.run(self._demo(self._camera(server)))

    def _demo(self, camera: Camera) -> Script:
        window = camera.desktop.window
        yield from camera.show()
        yield from camera.take("sign_in-filled")
        yield from camera.sign_in(DEMO, DEMO_PASSWORD)
        yield from camera.walk("filled")
        window.resize(*NARROW)
        yield camera.quiet
        yield from camera.walk("narrow")
        window.resize(1366, 768)
        for spec in camera.desktop.specs:
            window.show_page(spec.key)
            yield camera.quiet
            smoke = window.pages.offer("smoke")
            if smoke is not None:
                smoke()
                yield from camera.take(f"{spec.key}-detail")
        window.show_page("home")
        for key in ("preferences", "help"):
            window.show_page(key)
            yield from camera.take(f"{key}-filled")
        yield from camera.send()
        window.show_page("home")
        yield camera.quiet
        window.open_palette()
        yield from camera.take("palette-filled")
        yield from camera.close()

    def company(self, server: str) -> None:
        """Inicio with eleven contracts."""
        self._director.run(self._company(self._camera(server)))

    def _company(self, camera: Camera) -> Script:
        yield from camera.show()
        yield from camera.sign_in(COMPANY, DEMO_PASSWORD)
        yield from camera.take("home-company")
        yield from camera.close()

    def scenes(self, server: str) -> None:
        """What stands behind the first face of a page."""
        for scene in OUTSIDE:
            self._director.run(self._scenes(self._camera(server), "", (scene,)))
        for user, scenes in INSIDE.items():
            self._director.run(self._scenes(self._camera(server), user, scenes))

    def _scenes(self, camera: Camera, user: str, scenes: Sequence[Scene]) -> Script:
        window = camera.desktop.window
        yield from camera.show()
        if user:
            yield from camera.sign_in(user, DEMO_PASSWORD)
        for scene in scenes:
            if scene.page:
                window.show_page(scene.page, scene.item)
                yield camera.quiet
            for words in scene.presses:
                press(window, words)
                yield camera.quiet
            yield from camera.take(scene.name)
            for dialog in dialogs():
                dialog.reject()
            yield camera.quiet
        yield from camera.close()

    def held(self, server: str) -> None:
        """Loading and error."""
        for state in ("loading", "error"):
            self._director.run(self._held(self._camera(server), state))

    def _held(self, camera: Camera, state: str) -> Script:
        yield from camera.show()
        if state == "loading":
            camera.office.hold()
            yield from camera.sign_in(DEMO, DEMO_PASSWORD, after(QUIET))
            yield from camera.walk(state, lambda: after(QUIET))
        else:
            yield from camera.sign_in(DEMO, DEMO_PASSWORD)
            camera.office.fail()
            camera.desktop.shell.load_overview()
            yield from camera.walk(state)
        yield from camera.close()

    @contextmanager
    def offline(self, server: str) -> Iterator[None]:
        """Sync while the block runs; every page once it is over and the server gone."""
        camera = self._camera(server)
        self._director.run(self._synced(camera))
        yield
        self._director.run(self._cut_off(camera))

    def _synced(self, camera: Camera) -> Script:
        yield from camera.show()
        yield from camera.sign_in(DEMO, DEMO_PASSWORD)

    def _cut_off(self, camera: Camera) -> Script:
        camera.desktop.shell.sync_now()
        yield camera.quiet
        yield from camera.walk("offline")
        yield from camera.close()

    def odd(self, server: str) -> None:
        """Empty and hostile."""
        for user, state in ((EMPTY, "empty"), (NOBODY, "nothing"), (STRANGE, "hostile")):
            self._director.run(self._odd(self._camera(server), user, state))

    def _odd(self, camera: Camera, user: str, state: str) -> Script:
        yield from camera.show()
        yield from camera.sign_in(user, PASSWORD)
        if state == "nothing":
            yield from camera.take("home-empty")
        else:
            specs = camera.desktop.specs
            camera.desktop.specs = tuple(s for s in specs if state != "empty" or s.key != "home")
            yield from camera.walk(state)
        yield from camera.close()

    def scaled(self, server: str) -> None:
        """Filled pages at the scale of this process."""
        self._director.run(self._scaled(self._camera(server)))

    def _scaled(self, camera: Camera) -> Script:
        yield from camera.show()
        yield from camera.sign_in(DEMO, DEMO_PASSWORD)
        yield from camera.walk("200")
        yield from camera.close()


def main(arguments: Sequence[str]) -> int:
    """Take all pictures into the folder named first."""
    if not arguments or arguments[0].startswith("-"):
        sys.exit("usage: python3 run.py shots DIR")
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["oficina-virtual"])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="oficina-shots-") as scratch:
        shots = Shots(app, folder, Path(scratch))
        data = cache_folder(os.environ)
        if "--scaled" in arguments:
            with demo_server(data) as server:
                shots.scaled(server)
            return 0
        with ExitStack() as after_the_server, demo_server(data) as server:
            shots.demo(server)
            shots.company(server)
            shots.scenes(server)
            shots.held(server)
            after_the_server.enter_context(shots.offline(server))
        with odd_service(Path(scratch) / "odd") as server:
            shots.odd(server)
    env = {**os.environ, "QT_SCALE_FACTOR": "2"}
    status = subprocess.call(
        [sys.executable, "-m", "tools.shots", str(folder), "--scaled"], env=env
    )
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
