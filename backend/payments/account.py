"""Lines of the account that payments write."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from sqlalchemy.orm import Session


def post(session: Session, *args: Any, **kwargs: Any) -> None:
    if importlib.util.find_spec("backend.movements.post") is not None:
        importlib.import_module("backend.movements.post").post(session, *args, **kwargs)
