"""The links that registration and passwords put into mail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from backend.links.purposes import Asked, FormPurpose, LinkRefusedError, Purpose
from backend.registration.recovery import RESET, reset
from backend.registration.service import CONFIRM
from backend.users.models import User


def _asks(session: Session, subject: str) -> str:
    user = session.get(User, int(subject))
    name = user.username if user else ""
    return (
        "Confirme que esta dirección de correo es suya para terminar su registro.\n\n"
        f"Nombre de usuario: {name}"
    )


def _confirm(session: Session, _now: datetime, subject: str) -> str:
    user = session.get(User, int(subject))
    if user is None or not user.is_active:
        raise LinkRefusedError("El registro ya no existe. Regístrese nuevamente.")
    user.is_confirmed = True
    return (
        "Su registro quedó confirmado.\n\nYa puede ingresar a la Oficina Virtual con el usuario "
        f"{user.username}."
    )


def _asks_password(session: Session, subject: str) -> str:
    user = session.get(User, int(subject))
    return f"Elija una contraseña nueva para el usuario {user.username if user else ''}."


PURPOSES = (
    Purpose(CONFIRM, "Confirmar registro", _asks, _confirm, "Confirmar registro"),
    FormPurpose(
        RESET,
        "Contraseña nueva",
        _asks_password,
        (
            Asked("password", "Contraseña nueva", is_secret=True),
            Asked("repeat", "Repetir contraseña", is_secret=True),
        ),
        reset,
        "Cambiar contraseña",
    ),
)
