"""What every page is given: the app's services and the shell it lives in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.services.office import Office
    from desktop.viewmodels.events import Events
    from desktop.viewmodels.format import Formatter
    from desktop.viewmodels.shell import ShellViewModel
    from desktop.viewmodels.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class Context:
    """Passed to a page when it is built, once per session."""

    office: Office
    runner: TaskRunner
    events: Events
    format: Formatter
    shell: ShellViewModel
