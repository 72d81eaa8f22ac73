"""Keeping names out of sheets that must be anonymous: as the file is kept whole, such a column must go beforehand."""

from momentos.datasets.common import EMPLOYEE
from momentos.datasets.employees import EMPLOYEES
from momentos.datasets.field import Field, FieldType
from momentos.domain.errors import WrongInput
from momentos.domain.messages import say
from momentos.intake.headers import CERTAIN, likeness
from momentos.intake.raw_table import RawTable

_ADDRESS = Field(
    "address",
    FieldType.TEXT,
    say("E-mail"),
    say("An e-mail address or another account."),
    headers=(
        "correo", "correo electrónico", "dirección de correo electrónico", "email", "e-mail", "email address",
        "usuario", "username", "nombre de usuario", "cédula", "dni", "documento",
        "rut", "curp", "teléfono", "celular", "phone",
    ),
)  # fmt: skip
_NAMING = (EMPLOYEE, EMPLOYEES["name"], EMPLOYEES["employee"], _ADDRESS)


def refuse_names(table: RawTable) -> None:
    """Raises ``Refused`` if a column that holds anything has a header of a person: a name, a code, an address."""
    named = [
        column.header
        for column in table.columns
        if column.header
        and column.values.null_count < len(column.values)
        and any(likeness(column.header, one) >= CERTAIN for one in _NAMING)
    ]
    if named:
        raise WrongInput(
            say(
                "This sheet must be anonymous, and the columns {columns} name people. Take them out of the workbook "
                "and upload it again: nothing of it is kept while they are there.",
                columns=", ".join(named),
            )
        )
