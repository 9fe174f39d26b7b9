"""The registration guide as a paper: works before anybody has signed in, also without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.users import Utility
from desktop.services.printing.letterhead import Letterhead, Stamp
from desktop.viewmodels.papers import Paper

if TYPE_CHECKING:
    from desktop.domain.registration import RegistrationRules
    from desktop.services.office import Office
    from desktop.viewmodels.shell import ShellViewModel


def guide(shell: ShellViewModel, rules: RegistrationRules | None) -> Paper:
    """The guide of the utility that is known, or in general words; `rules` are None
    where nobody has told them."""
    title = QCoreApplication.translate("Account", "Instructivo de registro")
    head = Letterhead(_utility(shell), title, remark="")
    stamp = Stamp(shell.now())
    fmt = shell.format

    def make(_office: Office) -> bytes:
        from desktop.services.printing.registration_guide import render

        return render(head, stamp, fmt, rules)

    return Paper(title, "Instructivo de registro.pdf", make)


def _utility(shell: ShellViewModel) -> Utility:
    if shell.utility is not None:
        return shell.utility
    remembered = shell.settings.text("utility/name")
    name = remembered or QCoreApplication.translate("Account", "Oficina Virtual")
    return Utility(
        id="",
        name=name,
        legal_name=name,
        country="UY",
        zone="America/Montevideo",
        locale="es-UY",
        currency="UYU",
        accent=shell.settings.text("utility/accent", "#1f5fa8"),
        emergency_phone="",
        customer_phone="",
        regulator="",
        is_demo=False,
        demo_account=None,
        estimates_in_a_row=0,
    )
