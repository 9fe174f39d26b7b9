"""What a page shows when what it reads could not be read."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.errors import AppError
from desktop.viewmodels.context import Context
from desktop.views.texts import WayOut, describe
from desktop.views.widgets.states import PageStates


def show_failure(
    states: PageStates, error: AppError, context: Context, read_again: Callable[[], None]
) -> None:
    """The error's sentence and its way out: signing in where that mends it, else `read_again`."""
    problem = describe(error, context.format)
    signs_in = problem.way_out is WayOut.SIGN_IN
    way_out = context.shell.ask_sign_in if signs_in else read_again
    states.show_error(problem.title, problem.advice, problem.button, way_out)
