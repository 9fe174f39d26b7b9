"""Questions and claims of the demonstration's accounts: one of every state and outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from backend.cases.conversing import converse
from backend.cases.models import Case, CaseAttachment
from backend.cases.opening import ask, claim
from backend.cases.sent import Claim, Question, SentMessage
from backend.contracts.models import Contract
from backend.demo.chapters import Stage
from backend.invoices.models import Invoice, PaymentStatus
from backend.office.acts import Desk, acts
from backend.policies.rules import rules_of
from backend.submissions.kinds import Work
from backend.users.models import User

ORDER = 60
CLERK = "mostrador"


def write(stage: Stage) -> None:
    """Open, answer, pause, reopen and close, each on its day."""
    with stage.database.writing() as session:
        from backend.cases.rules import CaseRules

        if rules_of(session, CaseRules) is None:
            return
        _household(stage, session)
        _company(stage, session)
        _others(stage, session)


def _household(stage: Stage, session: Session) -> None:
    home, seaside = stage.contracts("demo")[:2]
    at_home = _Teller(stage, session, "demo", home)
    disputed = at_home.in_claim()
    if disputed is not None:
        case = at_home.claims(
            12,
            "wrong_reading",
            "La lectura facturada es estimada y supera lo que marca mi medidor. Adjunto la factura "
            "con el valor anotado.",
            invoices=[disputed],
            amount=85_000,
        )
        at_home.attach(case, disputed)
        at_home.office(10, "take-case", case)
    question = at_home.asks(
        8,
        "payment",
        "Pago por débito automático",
        "¿Puedo pasar mis facturas a débito automático en una cuenta que no está a mi nombre?",
    )
    at_home.office(
        3,
        "answer-case",
        question,
        text="Sí. El titular de la cuenta debe firmar la autorización en el banco o en una "
        "oficina comercial con su documento.",
    )
    waits = at_home.claims(
        9,
        "meter_incident",
        "El medidor hace ruido y el último número gira aunque cierro la llave de paso.",
        incident="broken",
    )
    at_home.office(
        6,
        "ask-about-case",
        waits,
        text="¿Puede enviarnos una foto del medidor con la llave cerrada?",
    )
    at_home.asks(
        1,
        "consumption",
        "Consumo de octubre",
        "Mi consumo de octubre fue casi el doble que el del año pasado. ¿A qué se debe?",
    )
    done = at_home.claims(
        150,
        "address",
        "El número de puerta cambió: ahora es el de la placa nueva de la Intendencia.",
    )
    at_home.office(141, "answer-case", done, outcome="upheld", text="Actualizamos la dirección.")
    at_home.says(139, done, "rate", rating=5)
    at_home.office(110, "close-case", done)
    by_the_sea = _Teller(stage, session, "demo", seaside)
    reader = by_the_sea.claims(
        40,
        "bad_attention",
        "El lecturista dejó abierta la puerta del gabinete y se mojó la instalación.",
        attention="reader",
        incident_date=stage.today - timedelta(days=42),
    )
    by_the_sea.office(
        20, "answer-case", reader, outcome="dismissed", text="No consta una visita ese día."
    )
    by_the_sea.says(
        12,
        reader,
        "reopen",
        message="La visita sí consta: adjunté el aviso que dejó el lecturista.",
    )
    given_up = by_the_sea.claims(
        60, "reading_certificate", "Necesito el certificado para el contador del edificio.",
        period_from=stage.today - timedelta(days=400), period_to=stage.today - timedelta(days=90),
    )  # fmt: skip
    by_the_sea.says(58, given_up, "cancel", message="Ya lo descargué de la Oficina Virtual.")


def _company(stage: Stage, session: Session) -> None:
    for index, contract in enumerate(stage.contracts("empresa")[:4]):
        shop = _Teller(stage, session, "empresa", contract)
        if index == 0:
            case = shop.claims(
                30, "collection_error", "Nos cobraron dos veces el cargo fijo del local."
            )
            shop.office(22, "take-case", case)
        elif index == 1:
            case = shop.claims(
                70, "dunning", "Recibimos un aviso de deuda de una factura que está pagada."
            )
            shop.office(60, "answer-case", case, outcome="dismissed", text="El pago no consta.")
            shop.office(35, "escalate-case", case, text="URSEA pidió el expediente.")
        elif index == 2:
            case = shop.claims(25, "privacy", "Recibimos la factura de otro cliente en el local.")
            shop.office(
                24, "close-case", case, duplicate=True, text="Ya estaba ingresada por teléfono."
            )
        else:
            case = shop.claims(
                5, "meter_incident", "El medidor del local no avanza desde la obra.",
                incident="check",
            )  # fmt: skip
            shop.office(
                2, "inspect-case", case, text="Un técnico visitará el local entre las 9 y las 12."
            )


def _others(stage: Stage, session: Session) -> None:
    if not stage.contracts("medidor"):
        return  # a demonstration of fewer customers
    (cut,) = stage.contracts("cortado")[:1]
    tells = _Teller(stage, session, "cortado", cut)
    case = tells.claims(
        14,
        "wrong_cut",
        "Me cortaron el servicio el mismo día en que pagué la factura vencida.",
        incident_date=stage.today - timedelta(days=15),
    )
    tells.office(
        7,
        "answer-case",
        case,
        outcome="not_actionable",
        text="El pago se acreditó después del corte. Puede pedir la reconexión en esta Oficina.",
    )
    (changed,) = stage.contracts("medidor")[:1]
    tells = _Teller(stage, session, "medidor", changed)
    case = tells.asks(
        20, "meter", "Cambio de medidor", "¿Por qué cambiaron mi medidor y dónde veo el acta?"
    )
    tells.office(
        16,
        "answer-case",
        case,
        text="El medidor había cumplido su vida útil. El acta va por correo.",
    )
    tells.says(15, case, "rate", rating=3)
    tells.office(2, "close-case", case)


@dataclass(frozen=True, slots=True)
class _Teller:
    stage: Stage
    session: Session
    username: str
    contract: Contract

    def asks(self, days_ago: int, topic: str, subject: str, message: str) -> Case:
        sent = Question(topic=topic, subject=subject, message=message, channel="portal")
        return self._case(ask(self._work(days_ago, subject), sent))

    def claims(
        self, days_ago: int, subtype: str, text: str, invoices: list[int] | None = None, **more: Any
    ) -> Case:
        user = self._user()
        sent = Claim(
            subtype=subtype,
            description=text,
            claimant="holder",
            contact_name=user.full_name,
            contact_phone="099 000 000",
            truthful=True,
            invoices=[str(one) for one in invoices or ()],
            **more,
        )
        return self._case(claim(self._work(days_ago, text), sent))

    def says(self, days_ago: int, case: Case, action: str, **more: Any) -> None:
        sent = SentMessage.model_validate({"case_id": str(case.id), "action": action} | more)
        converse(self._work(days_ago, f"{action} {case.id}"), sent)

    def office(self, days_ago: int, name: str, case: Case, **form: Any) -> None:
        act = acts()[name]
        desk = Desk(self.session, self._at(days_ago) + timedelta(hours=2), CLERK)
        act.run(desk, act.form.model_validate({"number": case.number} | form))
        self.session.flush()

    def in_claim(self) -> int | None:
        """The invoice that the books call claimed, as it was before."""
        query = select(Invoice).where(
            Invoice.contract_id == self.contract.id,
            Invoice.payment_status == PaymentStatus.IN_CLAIM,
        )
        invoice = self.session.scalars(query.order_by(Invoice.issue_date.desc())).first()
        if invoice is None:
            return None
        invoice.payment_status, invoice.claim_number = PaymentStatus.PENDING, None
        self.session.flush()
        return invoice.id

    def attach(self, case: Case, invoice_id: int) -> None:
        """The invoice's own document, as if the customer had sent it along."""
        invoice = self.session.get_one(Invoice, invoice_id)
        if invoice.document_id is not None:
            case.messages[0].attachments.append(
                CaseAttachment(
                    case_id=case.id,
                    document_id=invoice.document_id,
                    name="Factura anotada.pdf",
                    kind="other",
                )
            )

    def _work(self, days_ago: int, what: str) -> Work:
        op_id = str(uuid5(NAMESPACE_URL, f"{self.contract.number} {days_ago} {what}"))
        return Work(self.session, op_id, self._user().id, self.contract.id, self._at(days_ago))

    def _at(self, days_ago: int) -> datetime:
        day: date = self.stage.today - timedelta(days=days_ago)
        return self.stage.now - (self.stage.today - day) - timedelta(hours=4)

    def _user(self) -> User:
        return self.session.scalars(select(User).where(User.username == self.username)).one()

    def _case(self, result: dict[str, Any]) -> Case:
        return self.session.get_one(Case, int(result["case_id"]))
