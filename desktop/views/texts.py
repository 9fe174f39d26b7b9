"""What is said for each failure, and the way out that is offered with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import AppError, Code
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP


class WayOut(StrEnum):
    """What the button beside a failure does."""

    RETRY = "retry"
    SIGN_IN = "sign_in"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Problem:
    """`title` names it, `advice` says what to do, `button` is "" where there is no way out."""

    title: str
    advice: str
    way_out: WayOut
    button: str


_BUTTONS = {
    WayOut.RETRY: QT_TRANSLATE_NOOP("Errors", "Reintentar"),
    WayOut.SIGN_IN: QT_TRANSLATE_NOOP("Errors", "Ingresar"),
    WayOut.NONE: "",
}

# {hour}, {seconds} and {reference} are filled in from the error.
SENTENCES: dict[Code, tuple[str, str, WayOut]] = {
    Code.OFFLINE: (
        QT_TRANSLATE_NOOP("Errors", "No se encuentra el servidor."),
        QT_TRANSLATE_NOOP(
            "Errors", "Revise su conexión a la red. Puede seguir viendo los datos guardados."
        ),
        WayOut.RETRY,
    ),
    Code.CAPTIVE_PORTAL: (
        QT_TRANSLATE_NOOP("Errors", "Esta red pide ingresar en su propia página."),
        QT_TRANSLATE_NOOP(
            "Errors", "Abra el navegador, complete el ingreso a la red y vuelva a probar."
        ),
        WayOut.RETRY,
    ),
    Code.SERVER_DOWN: (
        QT_TRANSLATE_NOOP("Errors", "El sistema no está disponible en este momento."),
        QT_TRANSLATE_NOOP("Errors", "Pruebe más tarde. Puede seguir viendo los datos guardados."),
        WayOut.RETRY,
    ),
    Code.SERVER_SLOW: (
        QT_TRANSLATE_NOOP("Errors", "El servidor tarda demasiado en responder."),
        QT_TRANSLATE_NOOP("Errors", "Pruebe nuevamente en unos minutos."),
        WayOut.RETRY,
    ),
    Code.INVALID_ANSWER: (
        QT_TRANSLATE_NOOP("Errors", "La respuesta del servidor llegó incompleta o dañada."),
        QT_TRANSLATE_NOOP("Errors", "No se cambió nada de lo guardado. Pruebe nuevamente."),
        WayOut.RETRY,
    ),
    Code.CERTIFICATE: (
        QT_TRANSLATE_NOOP("Errors", "No se pudo comprobar la identidad del servidor."),
        QT_TRANSLATE_NOOP(
            "Errors", "Revise la fecha de su equipo y la red que usa. No se envió ningún dato."
        ),
        WayOut.RETRY,
    ),
    Code.RATE_LIMITED: (
        QT_TRANSLATE_NOOP("Errors", "Se hicieron demasiadas consultas seguidas."),
        QT_TRANSLATE_NOOP("Errors", "Espere {seconds} segundos y pruebe nuevamente."),
        WayOut.RETRY,
    ),
    Code.BAD_CREDENTIALS: (
        QT_TRANSLATE_NOOP("Errors", "Usuario o contraseña incorrectos."),
        QT_TRANSLATE_NOOP("Errors", "Revise lo que escribió, también las mayúsculas."),
        WayOut.NONE,
    ),
    Code.USER_LOCKED: (
        QT_TRANSLATE_NOOP("Errors", "Usuario bloqueado por intentos fallidos."),
        QT_TRANSLATE_NOOP("Errors", "Pruebe nuevamente {hour}."),
        WayOut.NONE,
    ),
    Code.EMAIL_UNCONFIRMED: (
        QT_TRANSLATE_NOOP("Errors", "Debe confirmar su correo antes de ingresar."),
        QT_TRANSLATE_NOOP("Errors", "Abra el enlace que le enviamos por correo."),
        WayOut.NONE,
    ),
    Code.SESSION_EXPIRED: (
        QT_TRANSLATE_NOOP("Errors", "Su sesión venció. Ingrese nuevamente."),
        QT_TRANSLATE_NOOP("Errors", "Los datos guardados siguen a la vista."),
        WayOut.SIGN_IN,
    ),
    Code.CLIENT_TOO_OLD: (
        QT_TRANSLATE_NOOP("Errors", "Esta versión ya no puede comunicarse con el servidor."),
        QT_TRANSLATE_NOOP("Errors", "Instale la versión nueva de la Oficina Virtual."),
        WayOut.NONE,
    ),
    Code.NOT_FOUND: (
        QT_TRANSLATE_NOOP("Errors", "Lo que buscaba ya no está en el servidor."),
        QT_TRANSLATE_NOOP("Errors", "Sincronice para ver los datos al día."),
        WayOut.RETRY,
    ),
    Code.FORBIDDEN: (
        QT_TRANSLATE_NOOP("Errors", "Su usuario no tiene permiso para esto."),
        QT_TRANSLATE_NOOP(
            "Errors", "Si cree que debería tenerlo, consulte en atención al cliente."
        ),
        WayOut.NONE,
    ),
    Code.REFUSED: (
        QT_TRANSLATE_NOOP("Errors", "El servidor no aceptó el pedido."),
        QT_TRANSLATE_NOOP("Errors", "Consulte en atención al cliente. Referencia: {reference}."),
        WayOut.NONE,
    ),
    Code.DISK_FULL: (
        QT_TRANSLATE_NOOP("Errors", "No queda espacio en el disco."),
        QT_TRANSLATE_NOOP(
            "Errors", "Libere espacio y pruebe nuevamente. Lo guardado no se perdió."
        ),
        WayOut.RETRY,
    ),
    Code.DISK_FAILED: (
        QT_TRANSLATE_NOOP("Errors", "El disco de este equipo no respondió bien."),
        QT_TRANSLATE_NOOP("Errors", "Pruebe nuevamente. Si se repite, haga revisar el disco."),
        WayOut.RETRY,
    ),
    Code.STORE_CORRUPT: (
        QT_TRANSLATE_NOOP("Errors", "Los datos guardados en este equipo están dañados."),
        QT_TRANSLATE_NOOP("Errors", "Se vuelven a bajar del servidor al ingresar."),
        WayOut.SIGN_IN,
    ),
    Code.STORE_BUSY: (
        QT_TRANSLATE_NOOP("Errors", "Otro programa está usando los datos guardados."),
        QT_TRANSLATE_NOOP("Errors", "Espere un momento y pruebe nuevamente."),
        WayOut.RETRY,
    ),
    Code.STORE_UNENCRYPTED: (
        QT_TRANSLATE_NOOP("Errors", "No se puede cifrar la copia local en este equipo."),
        QT_TRANSLATE_NOOP(
            "Errors", "Para cuidar sus datos no se guardó nada. Reinstale la aplicación."
        ),
        WayOut.NONE,
    ),
    Code.KEY_LOST: (
        QT_TRANSLATE_NOOP("Errors", "El sistema ya no tiene la llave de los datos guardados."),
        QT_TRANSLATE_NOOP("Errors", "Ingrese nuevamente y se bajan otra vez del servidor."),
        WayOut.SIGN_IN,
    ),
    Code.FILE_NOT_WRITTEN: (
        QT_TRANSLATE_NOOP("Errors", "No se pudo escribir el archivo."),
        QT_TRANSLATE_NOOP(
            "Errors", "Elija otra carpeta o cierre el programa que lo tiene abierto."
        ),
        WayOut.NONE,
    ),
    Code.NOT_CACHED: (
        QT_TRANSLATE_NOOP("Errors", "Este documento no está guardado en el equipo."),
        QT_TRANSLATE_NOOP("Errors", "Se puede abrir cuando haya conexión."),
        WayOut.RETRY,
    ),
    Code.DOCUMENT_DAMAGED: (
        QT_TRANSLATE_NOOP("Errors", "El documento llegó dañado y no se guardó."),
        QT_TRANSLATE_NOOP(
            "Errors", "Pruebe nuevamente. Si se repite, avise en atención al cliente."
        ),
        WayOut.RETRY,
    ),
    Code.MIRROR_MISMATCH: (
        QT_TRANSLATE_NOOP("Errors", "La copia local no coincide con la del servidor."),
        QT_TRANSLATE_NOOP(
            "Errors", "Se baja de nuevo, completa. Mientras tanto se ve la anterior."
        ),
        WayOut.RETRY,
    ),
}


def describe(error: AppError, format_: Formatter | None = None) -> Problem:
    """The sentences for `error`, with its hour, wait and reference filled in."""
    title, advice, way_out = SENTENCES[error.code]
    clock = format_ or Formatter()
    if error.until:
        hour = QCoreApplication.translate("Errors", "a las {0}").format(clock.time(error.until))
    else:
        hour = QCoreApplication.translate("Errors", "más tarde")
    filled = _tr(advice).format(
        hour=hour,
        seconds=round(error.retry_after or 60),
        reference=error.reference or "–",
    )
    button = _BUTTONS[way_out]
    return Problem(_tr(title), filled, way_out, _tr(button) if button else "")


def sentence(error: AppError, format_: Formatter | None = None) -> str:
    """Title and advice in one line, for a notice bar."""
    problem = describe(error, format_)
    return f"{problem.title} {problem.advice}".strip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Errors", text)
