"""What the service writes to people about their user. Sentences, nothing that was typed by
somebody else than the person whom the mail is for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from backend.catalogue.models import Utility


class Letters:
    """Mails of one utility: pairs of a subject and a text."""

    def __init__(self, utility: Utility | None, office: str = "") -> None:
        self._name = utility.name if utility else "Oficina Virtual"
        self._zone = ZoneInfo(utility.zone) if utility else ZoneInfo("UTC")
        self._phone = utility.customer_phone if utility else ""
        self._office = office

    def confirm(
        self, username: str, chosen: str, link: str, until: datetime, *, ended: bool
    ) -> tuple[str, str]:
        """The registration was taken (REG-03); `chosen` is the name that was asked for."""
        name = f"Su nombre de usuario es: {username}"
        if username != chosen:
            name += f"\n(El nombre {chosen} no estaba disponible.)"
        text = (
            "Recibimos su registro en la Oficina Virtual.\n\n"
            f"Confírmelo antes de {self._moment(until)} en esta página:\n{link}\n\n{name}"
        )
        if ended:
            text += "\n\nEl contrato está dado de baja; solo podrá consultar su historial."
        unknown = "Si usted no se registró, no haga nada: sin la confirmación no se crea."
        return self._signed("Confirme su registro", f"{text}\n\n{unknown}")

    def not_validated(self) -> tuple[str, str]:
        """REG-02. Which datum it was is not said."""
        text = (
            "Recibimos un pedido de registro en la Oficina Virtual con este correo, pero no "
            "pudimos validar los datos ingresados.\n\n"
            "Revíselos con una factura a mano e intente nuevamente, o consulte en nuestras "
            "oficinas.\n\nSi usted no lo pidió, no haga nada."
        )
        return self._signed("No pudimos validar su registro", text)

    def already_a_user(self, username: str) -> tuple[str, str]:
        """REG-05, told to the address alone."""
        text = (
            "Recibimos un pedido de registro con este correo, y ya existe un usuario con él.\n\n"
            f"Su nombre de usuario es: {username}\n\n"
            "Inicie sesión o recupere su contraseña desde la pantalla de ingreso. Para ver otro "
            "contrato, agréguelo en «Mi cuenta»."
        )
        return self._signed("Ya tiene un usuario", text)

    def reset(self, username: str, link: str, until: datetime) -> tuple[str, str]:
        """The way to a new password."""
        text = (
            f"Pidió una contraseña nueva para el usuario {username}.\n\n"
            f"Elíjala antes de {self._moment(until)} en esta página:\n{link}\n\n"
            "Si usted no la pidió, no haga nada: la contraseña sigue siendo la misma."
        )
        return self._signed("Contraseña nueva", text)

    def password_changed(self, username: str, at: datetime) -> tuple[str, str]:
        """A notice, so that nobody changes it behind the person's back."""
        text = (
            f"La contraseña del usuario {username} se cambió el {self._moment(at)}. "
            "Las demás sesiones se cerraron.\n\nSi no fue usted, comuníquese con nosotros."
        )
        return self._signed("Su contraseña se cambió", text)

    def other_user_linked(self, number: str, at: datetime) -> tuple[str, str]:
        """A notice to those who could see the contract before."""
        text = (
            f"El {self._moment(at)} otro usuario vinculó el contrato {number}, con los datos del "
            "titular y de una factura.\n\nSi no lo esperaba, comuníquese con nosotros."
        )
        return self._signed("Otro usuario vinculó su contrato", text)

    def _moment(self, at: datetime) -> str:
        return at.astimezone(self._zone).strftime("%d/%m/%Y a las %H:%M")

    def _signed(self, subject: str, text: str) -> tuple[str, str]:
        lines = [line for line in (self._office, self._phone) if line]
        return f"{self._name}: {subject}", "\n\n".join((text, "\n".join((self._name, *lines))))


def masked(email: str) -> str:
    """An address that its owner recognises: `a***@example.com`."""
    name, _at, host = email.rpartition("@")
    return f"{name[:1]}***@{host}"
