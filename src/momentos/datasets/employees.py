"""One row is a person on staff."""

from momentos.datasets.common import EMPLOYEE, NOBODY
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

EMPLOYEES = Dataset(
    "employees",
    label=say("Staff"),
    help=say("The people who attend customers, with their area, supervisor and site."),
    unlocks=say("The team board with names, areas, supervisors and sites."),
    key=("employee",),
    repeats=Repeats.REFUSE,
    fields=(
        Field(
            "employee",
            FieldType.IDENTIFIER,
            EMPLOYEE.label,
            say("The person's code, or the name if there is no code; the other sheets repeat it."),
            headers=(*EMPLOYEE.headers, "código", "id", "nómina", "número de nómina"),
            required=True,
            example="E-012",
        ),
        Field(
            "name",
            FieldType.TEXT,
            say("Name"),
            say("First name and surname, as shown on screens."),
            headers=("nombre", "nombre completo", "nombre y apellido", "apellido y nombre", "nombres", "name", "full name"),
            example="Lucía Bernal",
        ),
        Field(
            "area",
            FieldType.TEXT,
            say("Area"),
            say("The area the person works in."),
            headers=("área", "departamento", "sector", "gerencia", "equipo", "area", "department", "team"),
            unknown=NOBODY,
            example="Caja",
        ),
        Field(
            "role",
            FieldType.TEXT,
            say("Role"),
            say("The person's position."),
            headers=("cargo", "puesto", "rol", "función", "role", "position", "job title"),
            example="Cajera",
        ),
        Field(
            "supervisor",
            FieldType.TEXT,
            say("Supervisor"),
            say("Who leads this person."),
            headers=("supervisor", "supervisora", "jefe", "jefa", "jefe directo", "líder", "coordinador", "manager", "lead", "team leader"),
            unknown=NOBODY,
            example="Marta Quiroga",
        ),
        Field(
            "site",
            FieldType.TEXT,
            say("Site"),
            say("The store, branch or office."),
            headers=("sede", "sucursal", "tienda", "local", "oficina", "punto de venta", "ciudad", "site", "branch", "store", "location"),
            unknown=NOBODY,
            example="Centro",
        ),
        Field(
            "hired_on",
            FieldType.DATE,
            say("Hired on"),
            say("The day the person joined."),
            headers=("fecha de ingreso", "ingreso", "fecha de contratación", "fecha de alta", "antigüedad desde", "hired on", "hire date", "start date"),
            example="15/03/2022",
        ),
        Field(
            "left_on",
            FieldType.DATE,
            say("Left on"),
            say("The day the person left; empty for those who are still here."),
            headers=("fecha de egreso", "egreso", "fecha de salida", "fecha de baja", "left on", "leave date", "end date", "termination date"),
            example="",
        ),
    ),
)  # fmt: skip
