"""What the sync line and the window's notice say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Code
from desktop.viewmodels.shell import ShellViewModel
from desktop.viewmodels.sync_state import SyncKind
from desktop.views.texts import describe, sentence
from desktop.views.tokens import Tone
from desktop.views.widgets.notice import Notice

MEMORY_ONLY_SEEN = "notice/memory_only_seen"


@dataclass(frozen=True, slots=True)
class SyncWords:
    """Two short lines for the sidebar, one sentence for a screen reader; `progress` is 0 to 1
    while a sync runs."""

    title: str
    detail: str
    icon: str
    tone: Tone
    sentence: str
    progress: float | None = None


def sync_words(shell: ShellViewModel) -> SyncWords:
    """The sync line for the shell's state."""
    translate = QCoreApplication.translate
    sync, verified = shell.sync, shell.freshness.verified_at
    moment = shell.format.moment(verified, shell.now()) if verified else ""
    until = (
        translate("Sync", "datos al {0}").format(moment)
        if verified
        else translate("Sync", "sin datos")
    )
    if sync.kind is SyncKind.RUNNING:
        counted = (
            translate("Sync", "{0} de {1}").format(sync.done, sync.total) if sync.total else ""
        )
        title = translate("Sync", "Sincronizando")
        share = sync.done / sync.total if sync.total else 0.0
        said = f"{title} {counted}".strip()
        return SyncWords(title, counted or "…", "refresh-cw", Tone.ACCENT, said, share)
    title, icon, tone = {
        SyncKind.FRESH: (translate("Sync", "Al día"), "cloud-check", Tone.SUCCESS),
        SyncKind.STALE: (translate("Sync", "Datos viejos"), "clock", Tone.WARNING),
        SyncKind.OFFLINE: (translate("Sync", "Sin conexión"), "cloud-off", Tone.WARNING),
        SyncKind.PROBLEM: (translate("Sync", "No se pudo sincronizar"), "cloud-alert", Tone.DANGER),
        SyncKind.SIGN_IN: (translate("Sync", "Sesión vencida"), "key-round", Tone.WARNING),
        SyncKind.NEVER: (translate("Sync", "Sin sincronizar"), "refresh-cw", Tone.MUTED),
    }[sync.kind]
    detail = (
        translate("Sync", "verificado {0}").format(moment) if sync.kind is SyncKind.FRESH else until
    )
    return SyncWords(title, detail, icon, tone, f"{title}, {detail}")


def window_notice(shell: ShellViewModel, retry: Callable[[], None]) -> Notice | None:
    """What the window has to say above its pages, None while all is well."""
    translate = QCoreApplication.translate
    kind, error = shell.sync.kind, shell.sync.error
    verified = shell.freshness.verified_at
    if shell.outbox.damage is not None:
        from desktop.viewmodels.submission_words import damage_text

        return Notice(
            damage_text(shell.outbox.damage),
            Tone.WARNING,
            "triangle-alert",
            translate("Sync", "Ver envíos"),
            lambda: shell.go_to("pending"),
        )
    if kind is SyncKind.SIGN_IN:
        return Notice(
            translate(
                "Sync", "Su sesión venció. Ingrese nuevamente; los datos guardados siguen acá."
            ),
            Tone.WARNING,
            "key-round",
            translate("Sync", "Ingresar"),
            shell.ask_sign_in,
            stays=True,
        )
    if error is None or kind not in (SyncKind.OFFLINE, SyncKind.PROBLEM):
        return _memory_only(shell)
    button = describe(error, shell.format).button or translate("Sync", "Reintentar")
    if verified is not None and error.code is Code.OFFLINE:
        moment = shell.format.moment(verified, shell.now())
        text = translate("Sync", "Sin conexión. Está mostrando datos guardados al {0}.").format(
            moment
        )
        return Notice(text, Tone.WARNING, "cloud-off", button, retry)
    tone = Tone.WARNING if kind is SyncKind.OFFLINE else Tone.DANGER
    return Notice(sentence(error, shell.format), tone, "cloud-alert", button, retry)


def _memory_only(shell: ShellViewModel) -> Notice | None:
    """Said to a person whose data go when the app is closed, until it was closed once."""
    if shell.profile is None or shell.profile.keeps_data or shell.is_demo:
        return None
    if shell.settings.flag(MEMORY_ONLY_SEEN):
        return None
    return Notice(
        QCoreApplication.translate(
            "Sync",
            "Este equipo no ofrece un llavero: los datos se borran al cerrar la aplicación y habrá"
            " que ingresar de nuevo.",
        ),
        Tone.ACCENT,
        "info",
        QCoreApplication.translate("Sync", "Más información"),
        lambda: shell.go_to("help"),
    )
