"""What a password has to have."""

from __future__ import annotations

from sqlalchemy.orm import Session

from backend.policies.rules import rules_of
from backend.registration.rules import PasswordPolicy, RegistrationRules


def policy_of(session: Session) -> PasswordPolicy:
    """The utility's policy; the usual one where it takes no registrations."""
    rules = rules_of(session, RegistrationRules)
    return rules.password if rules else PasswordPolicy()


def lacks(policy: PasswordPolicy, password: str, username: str) -> tuple[str, ...]:
    """What is missing, as codes: `length`, `lower`, `upper`, `digit`, `symbol`, and `username`
    where the password is made of the user's name."""
    found = {
        "length": len(password) < policy.min_length,
        "lower": policy.lower and not any(c.islower() for c in password),
        "upper": policy.upper and not any(c.isupper() for c in password),
        "digit": policy.digit and not any(c.isdigit() for c in password),
        "symbol": policy.symbol and all(c.isalnum() or c.isspace() for c in password),
        "username": len(username) >= 4 and username.casefold() in password.casefold(),
    }
    return tuple(code for code, is_missing in found.items() if is_missing)


def sentence(policy: PasswordPolicy, missing: tuple[str, ...]) -> str:
    """LOG-08, for the page that asks for a new password."""
    words = {
        "length": f"al menos {policy.min_length} caracteres",
        "lower": "una minúscula",
        "upper": "una mayúscula",
        "digit": "un número",
        "symbol": "un símbolo",
    }
    has = [words[code] for code in missing if code in words]
    parts = [f"Debe tener {', '.join(has)}."] if has else []
    if "username" in missing:
        parts.append("No puede contener el nombre de usuario.")
    return " ".join(parts)
