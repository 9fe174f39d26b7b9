"""One seed: a life of the app with everything that happens around it, and then calm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

from desktop.domain.errors import Code, StoreError
from desktop.services.outbox import OutboxService
from desktop.services.results import SyncOutcome
from desktop.services.sync.driver import Cancelled, Driver
from desktop.services.sync.lanes import Lanes
from desktop.services.sync.ports import Post
from desktop.services.sync.state import Policy
from tests.simulation.chance import Crash, Odds, Tally, Violation
from tests.simulation.disk import VirtualMirror, VirtualOutbox
from tests.simulation.network import Network
from tests.simulation.oracle import Oracle
from tests.simulation.person import Person
from tests.simulation.server import ModelServer
from tests.support.feed_server import START

SCOPES = ("G", "C-1", "C-2")
POLICY = Policy(limit=3, retries=1, poison=3, hours=0.2, cap=30.0, chunk=256)
CALM_RUNS = 150
ENDLESS = 2000  # calls in one run


class Life:
    """Everything of one seed. `live()` raises `Violation` where a promise was broken."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.odds = Odds.roll(self.rng)
        self.tally = Tally(seeds=1)
        self.server = ModelServer(*SCOPES)
        self.mirror = VirtualMirror()
        self.outbox = VirtualOutbox()
        self.network = Network(self)
        self.oracle = Oracle(self)
        self.elapsed = 0.0
        self.down_until = 0.0
        self.is_signed_out = False
        self.is_calm = False
        self.passed = 0  # submissions that the server decided on in this run
        self.calls = 0
        self._acting = False
        for number in range(8):
            self.server.write(self.rng.choice(SCOPES), str(number), b"0")
        self.server.save()
        self.start()

    def start(self) -> None:
        """The app starts: nothing is left but what is on the disk."""
        self.lanes = Lanes()
        self.network.floors.clear()
        store: Any = SimpleNamespace(outbox=Fragile(self, self.outbox), cache=self.mirror)
        session: Any = SimpleNamespace(client=self.network)
        desk: Any = Desk(store)
        clock: Any = self
        numbers = self.rng.getrandbits
        self.service = OutboxService(
            session, desk, clock, self.lanes, lambda: f"{numbers(64):016x}"
        )
        self.person = Person(self, self.service)

    def live(self) -> Tally:
        """From the first start to the calm after everything."""
        for _ in range(self.rng.randrange(4, 10)):
            try:
                self.person.acts()
                self.run()
                self.pass_time(self.rng.choice((1.0, 10.0, 120.0)))
                if self.is_signed_out and self.rng.random() < 0.5:
                    self.is_signed_out = False
            except Crash:
                self.fall()
        self.calm_down()
        self.tally.submissions = len(self.outbox.rows)
        return self.tally

    def fall(self) -> None:
        """The process was killed, or the power cut; start again."""
        self.tally.crashes += 1
        self._acting = False
        if self.rng.random() < 0.5:
            # Where nobody says that the server was set back, only the mirror can tell.
            if not self.odds.forgets:
                self.mirror.cut_power(self.rng)
            self.outbox.cut_power(self.rng)
        self.start()

    def calm_down(self) -> None:
        """Nothing fails any more: everything has to come to its end."""
        self.is_calm = True
        self.is_signed_out = False
        self.pass_time(max(0.0, self.down_until - self.elapsed))
        while self.network.late:
            self.network.deliver_late()
        # A head that happens to be where the mirror is hides a restore that nobody was told of,
        # until the utility writes again.
        writes = 2 if self.server.forgot else 1
        for number in range(CALM_RUNS):
            if number < writes:
                for scope in SCOPES:
                    self.server.write(scope, "last", b"%d" % number)
            outcome = self.run()
            if number >= writes and outcome.error is None and self.oracle.is_over():
                break
            self.pass_time(min(max(outcome.retry_in or 0.0, 30.0), 3600.0))
        self.oracle.judge()

    def run(self) -> SyncOutcome:
        """One sync."""
        self.calls = self.passed = 0
        self.tally.runs += 1
        mirror: Any = Fragile(self, self.mirror)
        queue: Any = Fragile(self, self.outbox)
        post = Post(self.network, queue, self.lanes)
        driver = Driver(
            self.network, mirror, self, self.rng, policy=POLICY, wait=self.wait, post=post
        )
        outcome = driver.run(lambda _step: None, lambda: False)
        self.oracle.after_run(outcome)
        return outcome

    # ---- what the app sees of this computer

    def now(self) -> datetime:
        """The wall clock, which is wrong."""
        return START + timedelta(seconds=self.elapsed - 4000)

    def monotonic(self) -> float:
        """Virtual seconds."""
        return self.elapsed

    def wait(self, seconds: float, cancelled: Cancelled) -> bool:
        """Time passes at once."""
        self.pass_time(seconds)
        return cancelled()

    # ---- what happens meanwhile

    def pass_time(self, seconds: float) -> None:
        """Let virtual time pass, here and at the server."""
        self.elapsed += seconds
        self.server.now += timedelta(seconds=seconds)

    def fault(self, kinds: Sequence[str]) -> str | None:
        """What goes wrong with the next call, if anything."""
        if self.is_calm or self.rng.random() >= self.odds.fault:
            return None
        self.tally.faults += 1
        return self.rng.choice(kinds)

    def maybe_crash(self) -> None:
        """The end of the process, perhaps."""
        if not self.is_calm and self.rng.random() < self.odds.crash:
            raise Crash

    def between(self) -> None:
        """Between two calls of the app: the world goes on."""
        self.calls += 1
        if self.calls > ENDLESS:
            raise Violation("a run without an end")
        self.pass_time(self.rng.random())
        if self.is_calm:
            return
        self.maybe_crash()
        if self.rng.random() < self.odds.server:
            self._utility_works()
        if self.rng.random() < 0.2:
            self.network.deliver_late()
        if self.rng.random() < self.odds.person and not self._acting:
            self._acting = True
            self.person.acts()
            self._acting = False

    def _utility_works(self) -> None:
        rng, server = self.rng, self.server
        scope = rng.choice(SCOPES)
        name = str(rng.randrange(6))
        what = rng.random()
        if what < 0.6:
            server.write(scope, name, b"%d" % rng.randrange(9))
        elif what < 0.9:
            server.delete(scope, "invoice", name)
            if what > 0.8:
                server.purge(scope)
        else:
            server.save()
        if rng.random() < self.odds.restore / self.odds.server:
            bump = not (self.odds.forgets and rng.random() < 0.5)
            if server.set_back(bump=bump):
                self.tally.restores += 1
                if not bump or rng.random() < 0.5:
                    # It was away for a while. What is not told is not done within a second.
                    self.network.late.clear()
                    self.down_until = self.elapsed + 400.0


class Desk:
    """The open store."""

    def __init__(self, store: Any) -> None:
        self._store = store

    @contextmanager
    def using(self) -> Iterator[Any]:
        """See `services.desk.Desk`."""
        yield self._store


class Fragile:
    """A file that may be full, and a process that may end before or after each call to it."""

    def __init__(self, life: Life, file: VirtualMirror | VirtualOutbox) -> None:
        self._life = life
        self._file = file

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._file, name)

        def call(*args: Any, **named: Any) -> Any:
            life = self._life
            life.maybe_crash()
            if life.fault(("full", *[""] * 9)) == "full":
                raise StoreError(Code.DISK_FULL)
            answer = method(*args, **named)
            life.oracle.after_write(name, args)
            life.maybe_crash()
            return answer

        return call
