"""The words for what a person should know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.notices import Event, Notice, Topic
from desktop.viewmodels.format import Formatter
from desktop.viewmodels.marks import QT_TRANSLATE_NOOP
from desktop.viewmodels.table import Tone


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Icon, tone, a title, a sentence, and what the button says."""

    icon: str
    tone: Tone
    title: str
    text: str
    action: str


def notice_words(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
    """How a notice reads on `today`."""
    return _WORDS[notice.event](notice, fmt, today)


def topic_text(topic: Topic) -> str:
    """What a person chooses in the preferences."""
    translate = QCoreApplication.translate
    return {
        Topic.DUE_SOON: translate("NoticeWords", "Facturas por vencer"),
        Topic.OVERDUE: translate("NoticeWords", "Facturas vencidas"),
        Topic.BILL_ISSUED: translate("NoticeWords", "Facturas nuevas"),
        Topic.SUPPLY_CUT: translate("NoticeWords", "Corte de su suministro"),
        Topic.READING_WINDOW: translate("NoticeWords", "Período para aportar la lectura"),
        Topic.CLAIM_ANSWERED: translate("NoticeWords", "Respuestas a sus trámites"),
        Topic.INSTALMENT_DUE: translate("NoticeWords", "Cuotas de acuerdos"),
        Topic.REQUEST_MOVED: translate("NoticeWords", "Solicitudes de suministro"),
        Topic.DELIVERY: translate("NoticeWords", "Envío de la factura por mail"),
        Topic.PUBLISHED: translate("NoticeWords", "Cortes programados y avisos de la empresa"),
    }[topic]


def plain_title(notice: Notice) -> str:
    """The title for a place where others look too: no contract, no amount, no name."""
    if notice.event in (Event.OUTAGE, Event.PUBLISHED):
        return QCoreApplication.translate("NoticeWords", "Aviso de la empresa")
    return topic_text(notice.topic)


def _day(day: date | None, fmt: Formatter, today: date) -> str:
    translate = QCoreApplication.translate
    if day is None:
        return ""
    if day == today:
        return translate("NoticeWords", "hoy")
    if day == today + timedelta(days=1):
        return translate("NoticeWords", "mañana")
    return translate("NoticeWords", "el {0}").format(fmt.day(day))


def _moment(notice: Notice, fmt: Formatter, today: date) -> str:
    if notice.until is None:
        return ""
    day = _day(fmt.local(notice.until).date(), fmt, today)
    return QCoreApplication.translate("NoticeWords", "{0} a las {1}").format(
        day, fmt.time(notice.until)
    )


def _amount(notice: Notice, fmt: Formatter) -> str:
    return fmt.money(notice.amount) if notice.amount is not None else ""


def _due_soon(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
    translate = QCoreApplication.translate
    text = translate("NoticeWords", "La factura {0} de {1} vence {2}.")
    return NoticeWords(
        "calendar-clock",
        Tone.ATTENTION,
        translate("NoticeWords", "Factura por vencer"),
        text.format(notice.name, _amount(notice, fmt), _day(notice.day, fmt, today)),
        translate("NoticeWords", "Ver factura"),
    )


def _overdue(notice: Notice, fmt: Formatter, _today: date) -> NoticeWords:
    translate = QCoreApplication.translate
    text = translate("NoticeWords", "Tiene {0} vencidos desde el {1}.")
    return NoticeWords(
        "circle-alert",
        Tone.BAD,
        translate("NoticeWords", "Facturas vencidas"),
        text.format(_amount(notice, fmt), fmt.day(notice.day) if notice.day else ""),
        translate("NoticeWords", "Ver facturas"),
    )


def _bill_issued(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
    translate = QCoreApplication.translate
    text = translate("NoticeWords", "Se emitió la factura {0} por {1}.")
    if notice.day is not None:
        text = translate("NoticeWords", "Se emitió la factura {0} por {1}. Vence {2}.")
    return NoticeWords(
        "receipt-text",
        Tone.INFO,
        translate("NoticeWords", "Factura nueva"),
        text.format(notice.name, _amount(notice, fmt), _day(notice.day, fmt, today)),
        translate("NoticeWords", "Ver factura"),
    )


def _window(title: str, text: str, tone: Tone, action: str) -> Callable[..., NoticeWords]:
    def words(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
        translate = QCoreApplication.translate
        return NoticeWords(
            "gauge",
            tone,
            translate("NoticeWords", title),
            translate("NoticeWords", text).format(_moment(notice, fmt, today)),
            translate("NoticeWords", action),
        )

    return words


def _named(icon: str, tone: Tone, title: str, text: str, action: str) -> Callable[..., NoticeWords]:
    """Of something with a number or name: {0} is that, {1} its own text, {2} the day, {3} the
    amount. Without `text` its own stands alone."""

    def words(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
        translate = QCoreApplication.translate
        figures = (
            notice.name,
            notice.text or notice.title,
            _day(notice.day, fmt, today) if notice.day else _moment(notice, fmt, today),
            _amount(notice, fmt),
        )
        return NoticeWords(
            icon,
            tone,
            translate("NoticeWords", title).format(*figures),
            translate("NoticeWords", text).format(*figures) if text else figures[1],
            translate("NoticeWords", action),
        )

    return words


def _published(notice: Notice, fmt: Formatter, today: date) -> NoticeWords:
    translate = QCoreApplication.translate
    is_outage = notice.event is Event.OUTAGE
    text = notice.text
    if is_outage and notice.until is not None:
        begins = translate("NoticeWords", "Desde {0}.").format(_moment(notice, fmt, today))
        text = f"{begins} {text}"
    return NoticeWords(
        "triangle-alert" if is_outage else "megaphone",
        Tone.ATTENTION if is_outage else Tone.INFO,
        notice.title,
        text,
        translate("NoticeWords", "Ver más") if notice.page else "",
    )


_SEE_ANSWER = QT_TRANSLATE_NOOP("NoticeWords", "Ver respuesta")
_SEE_REQUEST = QT_TRANSLATE_NOOP("NoticeWords", "Ver solicitud")
_SEE_AGREEMENT = QT_TRANSLATE_NOOP("NoticeWords", "Ver acuerdo")
_SEE_DELIVERY = QT_TRANSLATE_NOOP("NoticeWords", "Ver envío de la factura")

_WORDS: dict[Event, Callable[[Notice, Formatter, date], NoticeWords]] = {
    Event.DUE_SOON: _due_soon,
    Event.OVERDUE: _overdue,
    Event.BILL_ISSUED: _bill_issued,
    Event.SUPPLY_CUT: _named(
        "ban",
        Tone.BAD,
        QT_TRANSLATE_NOOP("NoticeWords", "Suministro cortado"),
        QT_TRANSLATE_NOOP("NoticeWords", "Contrato con suministro cortado desde {2}."),
        QT_TRANSLATE_NOOP("NoticeWords", "Solicitar reconexión"),
    ),
    Event.WINDOW_OPENS: _window(
        QT_TRANSLATE_NOOP("NoticeWords", "Pronto podrá aportar su lectura"),
        QT_TRANSLATE_NOOP("NoticeWords", "El período abre {0}."),
        Tone.INFO,
        QT_TRANSLATE_NOOP("NoticeWords", "Ver período"),
    ),
    Event.WINDOW_OPEN: _window(
        QT_TRANSLATE_NOOP("NoticeWords", "Puede aportar su lectura"),
        QT_TRANSLATE_NOOP("NoticeWords", "El período está abierto y cierra {0}."),
        Tone.INFO,
        QT_TRANSLATE_NOOP("NoticeWords", "Aportar lectura"),
    ),
    Event.WINDOW_CLOSES: _window(
        QT_TRANSLATE_NOOP("NoticeWords", "El período de lectura está por cerrar"),
        QT_TRANSLATE_NOOP("NoticeWords", "Aporte su lectura: el período cierra {0}."),
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Aportar lectura"),
    ),
    Event.QUESTION_ANSWERED: _named(
        "message-circle-question",
        Tone.GOOD,
        QT_TRANSLATE_NOOP("NoticeWords", "Respondimos su pregunta {0}"),
        "",
        _SEE_ANSWER,
    ),
    Event.CLAIM_ANSWERED: _named(
        "message-circle-question",
        Tone.GOOD,
        QT_TRANSLATE_NOOP("NoticeWords", "Respondimos su trámite {0}"),
        "",
        _SEE_ANSWER,
    ),
    Event.CLAIM_ASKS: _named(
        "message-circle-question",
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Su trámite {0} espera un dato suyo"),
        "",
        QT_TRANSLATE_NOOP("NoticeWords", "Responder"),
    ),
    Event.DOWN_PAYMENT_DUE: _named(
        "handshake",
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Falta la entrega inicial de su acuerdo"),
        QT_TRANSLATE_NOOP("NoticeWords", "Pague {3} del acuerdo {0}: vence {2}."),
        _SEE_AGREEMENT,
    ),
    Event.INSTALMENT_DUE: _named(
        "handshake",
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Cuota por vencer"),
        QT_TRANSLATE_NOOP("NoticeWords", "La próxima cuota del acuerdo {0}, de {3}, vence {2}."),
        _SEE_AGREEMENT,
    ),
    Event.INSTALMENT_OVERDUE: _named(
        "handshake",
        Tone.BAD,
        QT_TRANSLATE_NOOP("NoticeWords", "Cuotas vencidas"),
        QT_TRANSLATE_NOOP("NoticeWords", "Del acuerdo {0} debe {3} desde {2}."),
        _SEE_AGREEMENT,
    ),
    Event.REQUEST_SCHEDULED: _named(
        "calendar-days",
        Tone.INFO,
        QT_TRANSLATE_NOOP("NoticeWords", "Su solicitud {0} tiene fecha"),
        QT_TRANSLATE_NOOP("NoticeWords", "La visita es {2}, de {1}."),
        _SEE_REQUEST,
    ),
    Event.REQUEST_ASKS: _named(
        "plug-zap",
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Su solicitud {0} espera algo de usted"),
        "",
        _SEE_REQUEST,
    ),
    Event.REQUEST_FAILED: _named(
        "plug-zap",
        Tone.BAD,
        QT_TRANSLATE_NOOP("NoticeWords", "La visita de su solicitud {0} no se pudo hacer"),
        "",
        _SEE_REQUEST,
    ),
    Event.REQUEST_DONE: _named(
        "plug-zap",
        Tone.GOOD,
        QT_TRANSLATE_NOOP("NoticeWords", "Su solicitud {0} está cumplida"),
        "",
        _SEE_REQUEST,
    ),
    Event.REQUEST_REFUSED: _named(
        "plug-zap",
        Tone.BAD,
        QT_TRANSLATE_NOOP("NoticeWords", "Su solicitud {0} terminó sin cumplirse"),
        "",
        _SEE_REQUEST,
    ),
    Event.DELIVERY_UNCONFIRMED: _named(
        "mail",
        Tone.ATTENTION,
        QT_TRANSLATE_NOOP("NoticeWords", "Falta confirmar su correo"),
        QT_TRANSLATE_NOOP("NoticeWords", "Confirme {0} desde el correo que le enviamos."),
        _SEE_DELIVERY,
    ),
    Event.DELIVERY_SUSPENDED: _named(
        "mail",
        Tone.BAD,
        QT_TRANSLATE_NOOP("NoticeWords", "Los correos con su factura fueron rechazados"),
        QT_TRANSLATE_NOOP(
            "NoticeWords", "Actualice {0}; mientras tanto recibirá la factura en papel."
        ),
        _SEE_DELIVERY,
    ),
    Event.OUTAGE: _published,
    Event.PUBLISHED: _published,
}
