"""What the customer is written when the office did something: that it is there, and, where they
asked for an answer by mail, what it says."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.cases.models import Case, CaseKind
from backend.cases.rules import CaseRules
from backend.catalogue.models import Utility
from backend.mail.outbound import queue
from backend.submissions.models import Submission
from backend.users.models import User

EMAIL = "email"


def write(session: Session, now: datetime, case: Case, rules: CaseRules, text: str) -> None:
    """Mail to whoever opened the case; nobody where they are gone or have no address."""
    opener = session.scalar(
        select(User)
        .join(Submission, Submission.user_id == User.id)
        .where(Submission.op_id == case.origin_op_id)
    )
    if opener is None or not opener.email or not opener.is_active:
        return
    utility = session.get_one(Utility, 1).name
    what = "Su pregunta" if case.kind is CaseKind.QUESTION else "Su reclamación"
    by_mail = {channel.label for channel in rules.channels if channel.code == EMAIL}
    lines = [f"{what} N° {case.number} tiene una novedad."]
    if case.channel in by_mail:
        lines += ["", text]
    if case.reply_by is not None:
        day = f"{case.reply_by:%d/%m/%Y}"
        lines += ["", f"Necesitamos su respuesta antes del {day}; de lo contrario se cerrará."]
    lines += [
        "",
        "La ve completa en Preguntas y Reclamaciones, en la Oficina Virtual.",
        "",
        utility,
    ]
    subject = f"{utility}: novedad de su trámite N° {case.number}"
    queue(session, now, to=opener.email, subject=subject, text="\n".join(lines))
