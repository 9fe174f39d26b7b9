"""The registration guide: what to have at hand and which steps there are."""

from __future__ import annotations

from desktop.domain.registration import ProofKind, RegistrationRules
from desktop.services.printing.letterhead import Figures, Letterhead, Stamp
from desktop.services.printing.sheet import Ink, Sheet

_PROOFS = {
    ProofKind.LAST_INVOICE_NUMBER: "el número de una de sus últimas facturas",
    ProofKind.LAST_INVOICE_AMOUNT: "el importe total de una de sus últimas facturas",
    ProofKind.METER_DIGITS: "los últimos números del medidor",
}


def render(head: Letterhead, stamp: Stamp, fmt: Figures, rules: RegistrationRules | None) -> bytes:
    """The guide; without rules, which only a server can say, in general words."""
    sheet = Sheet(head, stamp, fmt)
    if rules is not None and rules.earlier_users:
        sheet.remark(rules.earlier_users)
    sheet.heading("Antes de empezar")
    sheet.paragraph(
        "Tenga a mano una factura y su documento. El registro se hace una sola vez.", 10
    )
    for text in _at_hand(rules):
        sheet.paragraph(f"•  {text}", 10)
    sheet.heading("Paso a paso")
    for number, text in enumerate(_steps(rules), 1):
        sheet.paragraph(f"{number}.  {text}", 10)
    sheet.heading("Si algo no sale")
    for text in _troubles(head, rules):
        sheet.paragraph(f"•  {text}", 10)
    sheet.paragraph(
        "Nunca le pediremos su contraseña por teléfono ni por correo.", 10, ink=Ink.SOFT
    )
    return sheet.finish()


def _at_hand(rules: RegistrationRules | None) -> list[str]:
    documents = ", ".join(t.label for t in rules.document_types) if rules else ""
    where = rules.contract.where if rules else ""
    proofs = [_PROOFS[kind] for kind in rules.proofs] if rules else list(_PROOFS.values())
    return [
        f"N° de Contrato (N° de Cuenta). {where}".strip(),
        f"Documento del titular{': ' + documents if documents else ''}.",
        f"Un dato que solo conoce quien tiene la factura: {_either(proofs)}.",
        "Un correo electrónico que pueda abrir ahora.",
    ]


def _steps(rules: RegistrationRules | None) -> list[str]:
    valid = f" El enlace sirve {rules.link_hours} horas y una sola vez." if rules else ""
    least = rules.password.min_length if rules else 8
    return [
        "En la pantalla de ingreso, presione «Registrarse».",
        "Complete nombre, N° de Contrato (N° de Cuenta), documento y correo (dos veces).",
        "Elija el dato de verificación y escríbalo como figura en la factura.",
        f"Elija un nombre de usuario y una contraseña de al menos {least} caracteres.",
        "Lea y acepte los términos y condiciones, y presione «Registrarme».",
        f"Abra el correo que le enviamos y confirme su registro con el enlace.{valid}",
        "Vuelva a la aplicación e ingrese con su nombre de usuario y su contraseña.",
    ]


def _troubles(head: Letterhead, rules: RegistrationRules | None) -> list[str]:
    phone = head.utility.customer_phone
    lines = [
        "No llega el correo: revise el no deseado; al ingresar puede pedir que se reenvíe.",
        "El correo dice que los datos no se validaron: revíselos con la factura a mano.",
        "Olvidó la contraseña: presione «Olvidé mi contraseña» en la pantalla de ingreso.",
        "Tiene varios contratos: regístrese con uno y agregue los demás en «Mi cuenta».",
    ]
    if phone:
        lines.append(f"Consultas: {phone}.")
    if rules is not None and rules.office:
        lines.append(f"Oficinas: {rules.office}")
    return lines


def _either(names: list[str]) -> str:
    return " o ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
