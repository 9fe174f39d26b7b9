"""The app with its window, and a person who works in it as fast as they can; to be killed.

    python -m tests.support.window_process FOLDER SEED work < what utility_process printed

The app is built as `desktop.__main__` builds it, on Qt's offscreen platform. After a start it
prints `stands SCOPE BEGUN ENTERED` for each contract (the number of the draft that was found, 0
for none, and how many readings the outbox has), then `ready`; before them `report`, and from which
copy the outbox had to be restored, which is None. Then, again and again and with
another page in front each time: `drafted SCOPE NUMBER` after a draft was saved, `kept OP_ID` after
its reading was put into the outbox in the draft's place, `cancelled OP_ID` after one was taken
back. Each is printed when the call has returned.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app import Desktop, Options, build
from desktop.domain.errors import AppError
from desktop.domain.submissions import SubmissionState
from desktop.services.office import Office
from desktop.services.sync.state import Policy
from desktop.viewmodels.shell import Stage
from desktop.viewmodels.sync_state import SyncKind
from desktop.viewmodels.tasks import Lane
from tests.support.outbox_process import FileKeyring, reading

KIND = "self_reading"
FORM = "kill"  # not a page's own, which would take its drafts up
PAUSE = 20  # ms between two entries, at most


class Person(QObject):
    """Works in the window from the event loop on, as clicks and keys would."""

    def __init__(self, desktop: Desktop, contracts: list[list[str]], seed: int) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._contracts = contracts
        self._rng = random.Random(seed)
        self._entered: dict[str, int] = {}
        desktop.shell.stage_changed.connect(self._look)
        desktop.shell.overview_changed.connect(self._look)
        desktop.shell.sync_changed.connect(self._look)
        self._is_at_work = False

    def _look(self) -> None:
        """The window shows something else."""
        shell = self._desktop.shell
        if shell.stage is Stage.OPEN and shell.sync.kind is SyncKind.SIGN_IN:
            shell.ask_sign_in()  # killed too often while the session was renewed
        elif shell.stage is Stage.SIGN_IN:
            QTimer.singleShot(0, self, self._sign_in)
        elif shell.contracts and not self._is_at_work:
            self._is_at_work = True
            shell.office.sync.policy = Policy(retries=0, cap=0.05)
            self._do(self._stand, self._begin)

    def _sign_in(self) -> None:
        fields = {f.accessibleName(): f for f in self._desktop.window.findChildren(QLineEdit)}
        fields["Nombre de usuario"].setText("ana")
        password = fields["Contraseña"]
        password.setText("secreta")
        QTest.keyClick(password, Qt.Key.Key_Return)

    def _begin(self, _none: object) -> None:
        print("ready", flush=True)
        self._enter(None)

    def _enter(self, _none: object) -> None:
        """The next thing, a moment later; what was just kept is sent meanwhile."""
        shell = self._desktop.shell
        shell.events.outbox_changed.emit()
        shell.send_now()
        page = self._rng.choice(("pending", "self_reading", "home"))
        shell.go_to(page)
        delay = int(self._rng.random() * PAUSE)
        QTimer.singleShot(delay, self, lambda: self._do(self._one_more, self._enter))

    def _do(self, work: object, done: object) -> None:
        office = self._desktop.shell.office
        self._desktop.runner.run(
            Lane.LOCAL,
            lambda _task: work(office),  # type: ignore[operator]
            owner=self,
            done=done,  # type: ignore[arg-type]
            failed=_fail,
        )

    # ---- on the worker's thread

    def _stand(self, office: Office) -> None:
        report = office.outbox.report()
        print("report", report and report.restored, flush=True)
        items = office.outbox.items()
        for scope, _meter, _register in self._contracts:
            self._entered[scope] = sum(item.stream == scope for item in items)
            draft = office.drafts.load(FORM, scope)
            begun = draft.content["number"] if draft is not None else 0
            print("stands", scope, begun, self._entered[scope], flush=True)

    def _one_more(self, office: Office) -> None:
        contract = self._rng.choice(self._contracts)
        scope, number = contract[0], self._entered[contract[0]] + 1
        office.drafts.save(FORM, scope, {"number": number})
        print("drafted", scope, number, flush=True)
        if self._rng.random() < 0.3:
            return  # begun, and finished another time
        self._entered[scope] = number
        content = reading(contract, number)
        item = office.outbox.enqueue(KIND, scope, scope, content, draft=(FORM, scope))
        print("kept", item.op_id, flush=True)
        if self._rng.random() < 0.1:
            # Perhaps one that is on its way at this moment: then it is too late.
            waiting = office.outbox.items(include_done=False) or (item,)
            unwanted = office.outbox.cancel(self._rng.choice(waiting).op_id)
            if unwanted.state is SubmissionState.CANCELLED:
                print("cancelled", unwanted.op_id, flush=True)


def _fail(error: AppError) -> None:
    raise error


def main(folder: Path, seed: int) -> int:
    """One start of the app, until somebody kills it."""
    utility = json.loads(sys.stdin.readline())
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    app = QApplication(["oficina-virtual"])
    keyring = FileKeyring(folder / "keyring.json")
    desktop = build(app, Options(data, utility["url"], "es"), secrets=keyring)
    person = Person(desktop, utility["contracts"], seed)
    desktop.show(person._look)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
