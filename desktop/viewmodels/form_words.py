"""What is said beside a field: its problem, and what is told of files beforehand."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.form_choices import Files
from desktop.domain.forms import Amount, Problem, ProblemCode, Spec
from desktop.viewmodels.format import Formatter

_MIB = 1024 * 1024
_TYPES = {
    "application/pdf": "PDF",
    "image/jpeg": "JPG",
    "image/png": "PNG",
}


def problem_text(spec: Spec, problem: Problem, fmt: Formatter) -> str:
    """The sentence beside the field: what is wrong and what to do."""
    if problem.code is ProblemCode.TOLD:
        return str(problem.data["text"])
    if problem.code is ProblemCode.REQUIRED and isinstance(spec, Files):
        text = QCoreApplication.translate("Form", "Falta adjuntar: {0}.")
        return text.format(spec.label)
    sentence = _sentence(problem.code)
    figures = _figures(spec, problem, fmt)
    return sentence.format(*figures)


def _sentence(code: ProblemCode) -> str:
    translate = QCoreApplication.translate
    return {
        ProblemCode.REQUIRED: translate("Form", "Falta completar este dato."),
        ProblemCode.TOO_SHORT: translate("Form", "Escriba al menos {0} caracteres (lleva {1})."),
        ProblemCode.TOO_LONG: translate("Form", "Escriba hasta {0} caracteres (lleva {1})."),
        ProblemCode.EMAIL: translate(
            "Form", "Revise el correo: debe tener la forma nombre@servidor.com."
        ),
        ProblemCode.PHONE: translate("Form", "Revise el teléfono: de 7 a 15 números."),
        ProblemCode.DIGITS: translate("Form", "Ingrese solo números, {0} en total."),
        ProblemCode.DATE: translate("Form", "Ingrese la fecha como dd/mm/aaaa."),
        ProblemCode.TOO_EARLY: translate("Form", "La fecha no puede ser anterior al {0}."),
        ProblemCode.TOO_LATE: translate("Form", "La fecha no puede ser posterior al {0}."),
        ProblemCode.NUMBER: translate("Form", "Ingrese un número."),
        ProblemCode.MARKS: translate("Form", "Escríbalo así: {0}."),
        ProblemCode.TOO_SMALL: translate("Form", "Debe ser {0} o más."),
        ProblemCode.TOO_LARGE: translate("Form", "Debe ser {0} o menos."),
        ProblemCode.CHOICE: translate("Form", "Elija otra opción: esta ya no está disponible."),
        ProblemCode.DIFFERENT: translate("Form", "No coincide con lo escrito arriba."),
        ProblemCode.DOCUMENT: translate("Form", "Revise el número de documento."),
        ProblemCode.UNTICKED: translate("Form", "Marque la casilla para continuar."),
        ProblemCode.TOO_FEW: translate("Form", "Elija al menos {0}."),
        ProblemCode.TOO_MANY: translate("Form", "Puede agregar hasta {0}."),
        ProblemCode.FILE_TYPE: translate("Form", "Formato no permitido. Formatos: {0}."),
        ProblemCode.FILE_SIZE: translate("Form", "El archivo supera {0} MB."),
        ProblemCode.FILE_UNREADABLE: translate("Form", "No se pudo leer el archivo. Elija otro."),
    }[code]


def _figures(spec: Spec, problem: Problem, fmt: Formatter) -> tuple[str, ...]:
    data, code = problem.data, problem.code
    if code is ProblemCode.TOO_SHORT:
        return str(data["least"]), str(data["length"])
    if code is ProblemCode.TOO_LONG:
        return str(data["most"]), str(data["length"])
    if code is ProblemCode.DIGITS:
        least, most = data["least"], data["most"]
        return (str(most) if least == most else f"{least}–{most}",)
    if code in (ProblemCode.TOO_EARLY, ProblemCode.TOO_LATE):
        return (fmt.day(data["first"] if "first" in data else data["last"]),)
    if code is ProblemCode.MARKS:
        digits = int(data["digits"])
        return (fmt.decimal(Decimal("1234.5") if digits else Decimal(1234), digits),)
    if code in (ProblemCode.TOO_SMALL, ProblemCode.TOO_LARGE):
        bound = data["least"] if "least" in data else data["most"]
        return (fmt.money(bound) if isinstance(spec, Amount) else fmt.decimal(bound),)
    if code is ProblemCode.FILE_TYPE:
        return (type_names(data["types"]),)
    if code is ProblemCode.FILE_SIZE:
        return (size_text(data["most"]),)
    return tuple(str(data[key]) for key in ("least", "most") if key in data)


def type_names(types: tuple[str, ...]) -> str:
    """'PDF, JPG, PNG'."""
    return ", ".join(_TYPES.get(each, each.rpartition("/")[2].upper()) for each in types)


def size_text(size: int) -> str:
    """'10' megabytes, as limits are told."""
    whole = size / _MIB
    return f"{whole:g}".replace(".", ",")


def files_text(spec: Files) -> str:
    """What is told of files before any is chosen."""
    translate = QCoreApplication.translate
    if spec.most == 1:
        text = translate("Form", "Un archivo {0} de hasta {1} MB.")
        return text.format(type_names(spec.types), size_text(spec.size))
    text = translate("Form", "Hasta {0} archivos {1} de hasta {2} MB cada uno.")
    return text.format(spec.most, type_names(spec.types), size_text(spec.size))


def weight_text(size: int, fmt: Formatter) -> str:
    """'340 KB', '1,2 MB'; empty where it is not known."""
    if not size:
        return ""
    if size < _MIB:
        return f"{max(1, round(size / 1024))}\u00a0KB"
    return f"{fmt.decimal(Decimal(size) / _MIB, 1)}\u00a0MB"
