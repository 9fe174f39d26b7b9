"""Sentences of registration and of the account."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.registration import NotTakenError, PasswordPolicy, ProofKind


def password_text(policy: PasswordPolicy, missing: tuple[str, ...]) -> str:
    """LOG-08: what the password still needs."""
    translate = QCoreApplication.translate
    words = {
        "length": translate("Account", "al menos {0} caracteres").format(policy.min_length),
        "lower": translate("Account", "una minúscula"),
        "upper": translate("Account", "una mayúscula"),
        "digit": translate("Account", "un número"),
        "symbol": translate("Account", "un símbolo"),
    }
    needed = ", ".join(words[code] for code in missing if code in words)
    parts = [translate("Account", "Debe tener {0}.").format(needed)] if needed else []
    if "username" in missing:
        parts.append(translate("Account", "No puede contener el nombre de usuario."))
    return " ".join(parts)


def password_hint(policy: PasswordPolicy) -> str:
    """What a password needs, said beforehand."""
    asked = ("lower", "upper", "digit", "symbol")
    flags = (policy.lower, policy.upper, policy.digit, policy.symbol)
    wanted = (name for name, flag in zip(asked, flags, strict=True) if flag)
    return password_text(policy, ("length", *wanted))


def proof_label(kind: ProofKind, digits: int) -> str:
    """What a proof is called."""
    translate = QCoreApplication.translate
    return {
        ProofKind.LAST_INVOICE_NUMBER: translate(
            "Account", "Número de una de sus últimas facturas"
        ),
        ProofKind.LAST_INVOICE_AMOUNT: translate(
            "Account", "Importe total de una de sus últimas facturas"
        ),
        ProofKind.METER_DIGITS: translate("Account", "Últimos {0} números del medidor").format(
            digits
        ),
    }[kind]


def proof_hint(kind: ProofKind, invoices: int) -> str:
    """Where it is found, and how it is written."""
    translate = QCoreApplication.translate
    last = translate("Account", "Sirve cualquiera de las últimas {0} facturas.").format(invoices)
    return {
        ProofKind.LAST_INVOICE_NUMBER: translate("Account", "Con la serie, por ejemplo A-0480017.")
        + " "
        + last,
        ProofKind.LAST_INVOICE_AMOUNT: translate("Account", "Con centavos, por ejemplo 1.234,50.")
        + " "
        + last,
        ProofKind.METER_DIGITS: translate(
            "Account", "Están grabados en el frente del medidor y figuran en su factura."
        ),
    }[kind]


def document_text() -> str:
    """REG-06."""
    return QCoreApplication.translate(
        "Account", "El número de documento no es válido para el tipo seleccionado."
    )


def username_text() -> str:
    """What a user's name is made of."""
    return QCoreApplication.translate(
        "Account", "De 4 a 40 letras sin acentos, números, puntos, guiones o guiones bajos."
    )


def mask_text() -> str:
    """A contract's number that cannot be one."""
    return QCoreApplication.translate(
        "Account", "Revise el número: no tiene la forma de un contrato."
    )


def not_validated_text() -> str:
    """REG-02."""
    return QCoreApplication.translate(
        "Account",
        "No pudimos validar los datos ingresados. Revíselos con una factura a mano o consulte en"
        " nuestras oficinas.",
    )


def refusal_texts(error: NotTakenError, policy: PasswordPolicy) -> dict[str, str]:
    """What the service found, by the name of the form's field; "" is about the whole."""
    translate = QCoreApplication.translate
    whole = {
        "not_validated": not_validated_text(),
        "already_linked": translate("Account", "Este contrato ya está vinculado a su usuario."),
    }
    found: dict[str, str] = {}
    if error.reason in whole:
        found[""] = whole[error.reason]
    elif error.reason == "current":
        found["current"] = translate("Account", "La contraseña actual no es correcta.")
    elif error.reason == "same":
        found["password"] = translate(
            "Account", "La nueva contraseña no puede ser igual a la actual."
        )
    elif error.reason == "weak":
        found["password"] = password_text(policy, error.missing)
    for field, code in error.fields:
        name, text = _of_field(field, code, policy)
        found[name] = text
    return found


def _of_field(field: str, code: str, policy: PasswordPolicy) -> tuple[str, str]:
    translate = QCoreApplication.translate
    if field == "password":
        return "password", password_text(policy, tuple(code.split()))
    if field == "terms_version":
        return "terms", translate(
            "Account", "Los términos cambiaron. Léalos nuevamente y acéptelos."
        )
    known = {
        "contract_number": ("contract_number", mask_text()),
        "document_number": ("document", document_text()),
        "document_type": ("document", document_text()),
        "username": ("username", username_text()),
    }
    if field in known:
        return known[field]
    again = translate("Account", "Revise este dato.")
    return ("proof_value" if field.startswith("proof") else field), again
