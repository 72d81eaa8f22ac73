"""The sample company's eight workbooks, with the headers and habits of a real one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from momentos.sample.comments import comment
from momentos.sample.company import COMPANY, TARGET_SCORE, TOUCHPOINTS
from momentos.sample.contacts import DAYS, MISSING, Contacts
from momentos.sample.growth import Enrolment, PulseAnswer, make_pulse, make_trainings
from momentos.sample.model import Company, make_company
from momentos.sample.purchases import PRODUCTS
from momentos.sample.truths import SEED
from momentos.sample.workbooks import Column, Sheet, write_workbook

FREQUENT_FROM = 6
NEW_WITHIN_DAYS = 180
SILENT_DAYS, LEAVERS_SHARE = 210, 0.55
REASONS_FOR_LEAVING = (
    "Se mudó",
    "Encontró mejor precio",
    "Mala experiencia con la entrega",
    "No dio motivo",
    "Ya no lo necesita",
)


def write_company(folder: Path, seed: int = SEED) -> list[Path]:
    """Writes the eight workbooks and says where they are."""
    company = make_company(seed)
    words = np.random.default_rng([seed, 6])
    folder.mkdir(parents=True, exist_ok=True)
    books: dict[str, Sequence[Sheet]] = {
        "puntos_de_contacto": [touchpoints_sheet(company)],
        "personal": [staff_sheet(company)],
        "atenciones": [contacts_sheet(company)],
        "encuestas": [short_surveys_sheet(company, words), long_surveys_sheet(company, words)],
        "clientes": [customers_sheet(company, words)],
        "compras": [purchases_sheet(company)],
        "capacitaciones": [trainings_sheet(make_trainings(company.staff, seed))],
        "pulso": [pulse_sheet(make_pulse(company.staff, seed))],
    }
    paths = []
    for name, sheets in books.items():
        paths.append(folder / f"{name}.xlsx")
        write_workbook(paths[-1], sheets)
    return paths


def touchpoints_sheet(company: Company) -> Sheet:
    """One row per touchpoint, as managers see it."""
    people = {
        area: ", ".join(one.name for one in company.staff if one.area == area)
        for area in {point.area for point in TOUCHPOINTS}
    }
    return Sheet(
        "Recorrido",
        titles=[f"{COMPANY} · Recorrido del cliente", "Impacto: 1 muy bajo, 5 muy alto"],
        columns=[
            Column("Orden", range(1, len(TOUCHPOINTS) + 1), width=8),
            Column("Etapa", [point.stage for point in TOUCHPOINTS]),
            Column("Punto de contacto", [point.name for point in TOUCHPOINTS], width=28),
            Column("Área responsable", [point.area for point in TOUCHPOINTS], width=20),
            Column("Impacto en la lealtad", [point.assigned for point in TOUCHPOINTS], width=12),
            Column("Nota meta", [TARGET_SCORE] * len(TOUCHPOINTS), width=10),
            Column("Promesa al cliente", [point.promise for point in TOUCHPOINTS], width=46),
            Column("Personas involucradas", [people[point.area] for point in TOUCHPOINTS], width=60),
        ],
    )


def staff_sheet(company: Company) -> Sheet:
    """One row per employee."""
    staff = company.staff
    return Sheet(
        "Personal",
        titles=[f"Nómina de {COMPANY} (personas inventadas)"],
        left=1,
        columns=[
            Column("Código de empleado", [one.code for one in staff]),
            Column("Nombre y apellido", [one.name for one in staff], width=26),
            Column("Área", [one.area for one in staff], width=20),
            Column("Cargo", [one.role for one in staff], width=32),
            Column("Jefe directo", [one.supervisor for one in staff], width=26),
            Column("Sede", [one.site for one in staff]),
            Column("Fecha de ingreso", [one.hired_on for one in staff], "date"),
            Column("Fecha de salida", [one.left_on for one in staff], "date"),
        ],
    )


def contacts_sheet(company: Company) -> Sheet:
    """One row per interaction, the hour in a column of its own and the times as h:mm:ss."""
    contacts, staff = company.contacts, company.staff
    return Sheet(
        "Atenciones",
        titles=[COMPANY, "Registro de atenciones", "Del 01/05/2025 al 31/10/2026 · todas las sedes"],
        columns=[
            Column("Número de atención", [contact_code(place) for place in range(contacts.day.size)]),
            Column("Fecha", [DAYS[day] for day in contacts.day], "date", 12),
            Column("Hora", [_duration(second - second % 60) for second in contacts.second], "hour", 8),
            Column("Código de cliente", _customer_codes(company, contacts.customer)),
            Column("Atendido por", ["" if one == MISSING else staff[one].code for one in contacts.employee]),
            Column("Punto de contacto", [TOUCHPOINTS[one].name for one in contacts.touchpoint], width=26),
            Column("Canal", contacts.channel.tolist(), width=12),
            Column("Motivo", contacts.reason.tolist(), width=24),
            Column("Tiempo de espera", [_duration(one) for one in contacts.wait], "duration"),
            Column("Tiempo de atención", [_duration(one) for one in contacts.handle], "duration"),
            Column("Tiempo de resolución", [_duration(one) for one in contacts.resolution], "duration"),
            Column("Atendida", _yes_no(contacts.answered), width=10),
            Column("Resuelta", _served(contacts, contacts.resolved), width=10),
            Column("Resuelto en primer contacto", _served(contacts, contacts.first_contact), width=12),
            Column("Escalado", _served(contacts, contacts.escalated), width=10),
            Column("Reabierto", _served(contacts, contacts.reopened), width=10),
            Column("Compensación", [int(one) or "" for one in contacts.compensation], "money", 14),
        ],
    )


def short_surveys_sheet(company: Company, words: np.random.Generator) -> Sheet:
    """One row per answer about one interaction."""
    surveys, contacts = company.short_surveys, company.contacts
    points = [TOUCHPOINTS[one].name for one in contacts.touchpoint[surveys.contact]]
    people = [company.staff[one] for one in contacts.employee[surveys.contact]]
    comments = [
        comment(words, int(score), point, person.name.split()[0])
        for score, point, person in zip(surveys.csat, points, people, strict=True)
    ]
    return Sheet(
        "Encuesta de atención",
        columns=[
            Column("Número de encuesta", [f"R-{number:05d}" for number in range(1, len(points) + 1)]),
            Column("Marca temporal", _moments(surveys.day, surveys.second), "moment", 18),
            Column("Ticket", [contact_code(one) for one in surveys.contact]),
            Column("Código de cliente", _customer_codes(company, contacts.customer[surveys.contact])),
            Column("Atendido por", [one.code for one in people]),
            Column("Punto de contacto", points, width=26),
            Column("Canal", contacts.channel[surveys.contact].tolist(), width=12),
            Column("¿Qué tan probable es que nos recomiende? (0 a 10)", surveys.nps.tolist()),
            Column("Satisfacción (1 a 5)", surveys.csat.tolist()),
            Column("¿Qué tan fácil fue? (1 a 7)", surveys.ces.tolist()),
            Column("Comentario", comments, width=60),
        ],
    )


def long_surveys_sheet(company: Company, words: np.random.Generator) -> Sheet:
    """One row per respondent, one column per touchpoint; empty where the respondent did not pass."""
    surveys = company.long_surveys
    points = [
        Column(point.name, ["" if score == 0 else int(score) for score in surveys.scores[:, place]], width=14)
        for place, point in enumerate(TOUCHPOINTS)
    ]
    return Sheet(
        "Encuesta de relación",
        titles=["Encuesta de relación con el cliente", "Califique de 1 a 5 cada momento; deje vacío lo que no vivió"],
        columns=[
            Column("Número de encuesta", [f"L-{number:05d}" for number in range(1, surveys.day.size + 1)]),
            Column("Fecha de respuesta", _moments(surveys.day, surveys.second), "moment", 18),
            Column("Código de cliente", _customer_codes(company, surveys.customer)),
            *points,
            Column("¿Qué tan probable es que nos recomiende? (0 a 10)", surveys.nps.tolist()),
            Column("Satisfacción general (1 a 5)", surveys.csat.tolist()),
            Column("Comentarios", [comment(words, int(score)) for score in surveys.csat], width=60),
        ],
    )


def customers_sheet(company: Company, words: np.random.Generator) -> Sheet:
    """One row per customer; the dates as text, the way an old system writes them."""
    customers = company.customers
    left_on = _left_on(company, words)
    reasons = [words.choice(REASONS_FOR_LEAVING) if day else "" for day in left_on]
    return Sheet(
        "Clientes",
        columns=[
            Column("Código de cliente", customers.codes),
            Column("Nombre completo", customers.names, width=30),
            Column("Cliente desde", [_written(DAYS[0] + timedelta(days=int(day))) for day in customers.since]),
            Column("Segmento", _segments(company)),
            Column("Cómo nos conoció", customers.origins, width=20),
            Column("Recomendado por", customers.referrers),
            Column("Acepta contacto", _yes_no(customers.consents)),
            Column("Fecha de baja", [_written(day) for day in left_on]),
            Column("Motivo de baja", reasons, width=32),
        ],
    )


def purchases_sheet(company: Company) -> Sheet:
    """One row per purchase line."""
    purchases = company.purchases
    return Sheet(
        "Ventas",
        columns=[
            Column("Número de factura", [f"F-{number:06d}" for number in range(1, purchases.day.size + 1)]),
            Column("Fecha de venta", [DAYS[day] for day in purchases.day], "date"),
            Column("Código de cliente", _customer_codes(company, purchases.customer)),
            Column("Producto", [PRODUCTS[one][0] for one in purchases.product], width=22),
            Column("Categoría", [PRODUCTS[one][1] for one in purchases.product]),
            Column("Cantidad", purchases.quantity.tolist(), width=10),
            Column("Importe", purchases.amount.tolist(), "money"),
            Column("Margen", purchases.margin.tolist(), "money"),
            Column("Forma de pago", purchases.payment.tolist(), width=20),
            Column("Canal", purchases.channel.tolist(), width=12),
        ],
    )


def trainings_sheet(enrolments: Sequence[Enrolment]) -> Sheet:
    """One row per person and course."""
    return Sheet(
        "Capacitaciones",
        titles=[f"{COMPANY} · Plan de capacitación"],
        columns=[
            Column("Código de empleado", [one.employee for one in enrolments]),
            Column("Curso", [one.course for one in enrolments], width=28),
            Column("Fecha prevista", [one.planned_on for one in enrolments], "date"),
            Column("Fecha de realización", [one.completed_on for one in enrolments], "date"),
            Column("Horas", [one.hours for one in enrolments], width=8),
            Column("Nota del curso", [one.score for one in enrolments], width=12),
            Column("Vigente hasta", [one.valid_until for one in enrolments], "date"),
            Column("Prepara para", [one.topics for one in enrolments], width=30),
        ],
    )


def pulse_sheet(answers: Sequence[PulseAnswer]) -> Sheet:
    """One row per anonymous answer: a day and an area, never a person."""
    return Sheet(
        "Pulso",
        titles=["Pulso del equipo · respuestas anónimas", "De 1 (nada de acuerdo) a 5 (muy de acuerdo)"],
        columns=[
            Column("Fecha de respuesta", [one.answered_on for one in answers], "date"),
            Column("Área", [one.area for one in answers], width=20),
            Column("Tengo lo que necesito para atender bien", [one.items[0] for one in answers], width=20),
            Column("Quien me lidera me escucha y me apoya", [one.items[1] for one in answers], width=20),
            Column("Recomendaría trabajar aquí", [one.items[2] for one in answers], width=20),
        ],
    )


def contact_code(place: int) -> str:
    return f"T-{place + 1:06d}"


def _customer_codes(company: Company, places: Iterable[int]) -> list[str]:
    return ["" if one == MISSING else company.customers.codes[one] for one in places]


def _moments(day: np.ndarray, second: np.ndarray) -> list[datetime]:
    return [
        datetime.combine(DAYS[one], datetime.min.time()) + timedelta(seconds=int(seconds - seconds % 60))
        for one, seconds in zip(day, second, strict=True)
    ]


def _duration(seconds: float) -> timedelta | None:
    return None if np.isnan(seconds) else timedelta(seconds=int(seconds))


def _yes_no(flags: Iterable[bool]) -> list[str]:
    return ["Sí" if flag else "No" for flag in flags]


def _served(contacts: Contacts, flags: np.ndarray) -> list[str]:
    """Yes or no where somebody attended; empty where the customer left."""
    return [said if served else "" for said, served in zip(_yes_no(flags), contacts.answered, strict=True)]


def _written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _segments(company: Company) -> list[str]:
    """What the company calls each customer: by purchases, and new if recent."""
    bought = np.bincount(company.purchases.customer, minlength=len(company.customers.codes))
    recent = len(DAYS) - NEW_WITHIN_DAYS
    return [
        "Nuevo" if since > recent else "Frecuente" if times >= FREQUENT_FROM else "Ocasional"
        for since, times in zip(company.customers.since, bought, strict=True)
    ]


def _left_on(company: Company, rng: np.random.Generator) -> list[date | None]:
    """Some of those long silent told the company that they were leaving."""
    last = company.customers.since.clip(min=0)
    contacts, purchases, surveys = company.contacts, company.purchases, company.long_surveys
    known = contacts.customer != MISSING
    np.maximum.at(last, contacts.customer[known], contacts.day[known] + 4)
    np.maximum.at(last, purchases.customer, purchases.day)
    np.maximum.at(last, surveys.customer, surveys.day)
    told = (len(DAYS) - last > SILENT_DAYS) & (rng.random(last.size) < LEAVERS_SHARE)
    after = rng.integers(10, SILENT_DAYS - 30, size=last.size)
    return [
        DAYS[0] + timedelta(days=int(day + more)) if gone else None
        for day, more, gone in zip(last, after, told, strict=True)
    ]
