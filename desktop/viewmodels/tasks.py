"""Background work: one function starts it, one signal brings it home.

The runner lives on the GUI thread and owns the only cross-thread signal; workers never own a
QObject (PySide destroys those on the worker's thread).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Lane(Enum):
    """Which threads do the work; the value is how many there are."""

    LOCAL = "local"  # the store: short, in order
    LONG = "long"  # network, documents, exports
    SYNC = "sync"  # one sync at a time


_THREADS = {Lane.LOCAL: 1, Lane.LONG: 4, Lane.SYNC: 1}


class Task(Generic[T]):
    """Work under way. The worker asks `cancelled()` and calls `report()`; the GUI may `cancel()`,
    after which neither `done` nor `failed` is called."""

    def __init__(self) -> None:
        self._cancel = threading.Event()
        self._report: Callable[[int, int], None] | None = None

    def cancel(self) -> None:
        """Ask the worker to stop and drop its result."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more."""
        return self._cancel.is_set()

    def report(self, done: int, total: int) -> None:
        """Tell progress, from the worker."""
        if self._report is not None:
            self._report(done, total)


class TaskRunner(QObject):
    """Runs work on lanes and delivers on the GUI thread. An exception that is not an `AppError`
    is raised again on the GUI thread, where it reaches the crash dialog."""

    busy_changed = Signal(bool)
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._tasks: set[Task[object]] = set()
        self._closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work is under way or its result still on the way."""
        return bool(self._tasks)

    def run(
        self,
        lane: Lane,
        work: Callable[[Task[T]], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        progress: Callable[[int, int], None] | None = None,
    ) -> Task[T]:
        """Start `work(task)` on `lane`. A result for an `owner` that is gone is dropped."""
        task: Task[T] = Task()
        if self._closed:
            task.cancel()
            return task
        if progress is not None:
            task._report = lambda n, of: self._delivered.emit(  # noqa: SLF001
                lambda: (
                    None if task.cancelled() or not shiboken6.isValid(owner) else progress(n, of)
                )
            )
        self._add(task)

        def body() -> None:
            deliver: Callable[[], None]
            try:
                result = work(task)
            except AppError as error:
                problem = error
                deliver = lambda: failed(problem)  # noqa: E731
            except BaseException as error:  # noqa: BLE001 - raised again on the GUI thread
                bug = error
                deliver = lambda: _raise(bug)  # noqa: E731
            else:
                deliver = lambda: done(result)  # noqa: E731
            if shiboken6.isValid(self):
                self._delivered.emit(lambda: self._finish(task, owner, deliver))

        self._pool(lane).submit(body)
        return task

    def finish(self, lane: Lane) -> None:
        """Wait until what was started on `lane` is done."""
        pool = self._pools.pop(lane, None)
        if pool is not None:
            pool.shutdown(wait=True)

    def close(self) -> None:
        """Cancel everything and wait for the workers; close what they block on first."""
        self._closed = True
        for task in list(self._tasks):
            task.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)
        self._pools.clear()
        self._tasks.clear()

    def _pool(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # not before the first paint

            self._pools[lane] = ThreadPoolExecutor(_THREADS[lane], thread_name_prefix=lane.value)
        return self._pools[lane]

    def _add(self, task: Task[T]) -> None:
        was_busy = self.is_busy
        self._tasks.add(cast("Task[object]", task))
        if not was_busy:
            self.busy_changed.emit(True)

    def _finish(self, task: Task[T], owner: QObject, deliver: Callable[[], None]) -> None:
        self._tasks.discard(cast("Task[object]", task))
        try:
            if not task.cancelled() and shiboken6.isValid(owner):
                deliver()
        finally:
            if not self.is_busy:
                self.busy_changed.emit(False)

    @Slot(object)
    def _deliver(self, action: Callable[[], None]) -> None:
        action()


def _raise(error: BaseException) -> None:
    raise error
