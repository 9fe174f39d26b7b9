"""Notices of the demonstration utility, to everybody and to one contract."""

from __future__ import annotations

from datetime import datetime, timedelta

from backend.demo.chapters import Stage
from backend.notices.models import Notice, NoticeKind

ORDER = 85


def write(stage: Stage) -> None:
    """One of each kind that is shown, one that is over, and one about a single contract."""
    now = stage.now
    home = stage.contracts("demo")[0].id
    with stage.database.writing() as session:
        session.add_all(
            (
                _notice(
                    NoticeKind.OUTAGE,
                    "Trabajos en la red de Pocitos y Punta Carretas",
                    "El jueves entre las 9 y las 13 horas se renuevan cañerías y puede haber"
                    " interrupciones de hasta una hora. Deje cerrada la llave de paso si sale de"
                    " su casa.",
                    now - timedelta(hours=5),
                    starts_at=now + timedelta(days=3, hours=-5),
                    ends_at=now + timedelta(days=3, hours=-1),
                ),
                _notice(
                    NoticeKind.NEWS,
                    "La Oficina Virtual en su escritorio",
                    "Todo lo que hace en la página web lo puede hacer desde acá, y lo que ya vio"
                    " se puede leer sin conexión.",
                    now - timedelta(days=12),
                    page="faq",
                ),
                _notice(
                    NoticeKind.SERVICE,
                    "Horario de las oficinas comerciales",
                    "Durante octubre las oficinas abrieron de 10 a 16 horas.",
                    now - timedelta(days=50),
                    ends_at=now - timedelta(days=15),
                ),
                _notice(
                    NoticeKind.SERVICE,
                    "Inspección periódica de su instalación",
                    "Un técnico identificado pasará en los próximos quince días. La inspección no"
                    " tiene costo.",
                    now - timedelta(days=2),
                    contract_id=home,
                    page="supply_requests",
                ),
            )
        )


def _notice(
    kind: NoticeKind,
    title: str,
    text: str,
    published_at: datetime,
    *,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    contract_id: int | None = None,
    page: str = "",
) -> Notice:
    return Notice(
        kind=kind,
        title=title,
        text=text,
        published_at=published_at,
        starts_at=starts_at,
        ends_at=ends_at,
        contract_id=contract_id,
        page=page,
    )
