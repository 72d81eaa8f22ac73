"""The sample company's staff and customers. Surnames are trees and birds: nobody is called like this."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from momentos.sample.company import AREAS, DELIVERY, DIGITAL, FIRST_DAY, HELP, LAST_DAY, SITES, STORE, TECHNICAL, TILL
from momentos.sample.truths import BETTER_BY, BETTER_PEOPLE

FIRST_NAMES = (
    "Lucía", "Mateo", "Renata", "Tomás", "Valentina", "Joaquín", "Camila", "Emiliano", "Ximena", "Bruno", "Antonia",
    "Facundo", "Marisol", "Iván", "Paloma", "Nicolás", "Abril", "Gael", "Rocío", "Simón", "Jimena", "Lautaro", "Noelia",
    "Dante", "Milagros", "Agustín", "Consuelo", "Rafael", "Elena", "Ciro", "Violeta", "Hugo", "Amparo", "León", "Inés",
    "Baltazar", "Nuria", "Octavio", "Catalina", "Félix", "Ariadna", "Ulises",
)  # fmt: skip

SURNAMES = (
    "Arrayán", "Jacarandá", "Ceibal", "Quebracho", "Colibrí", "Guayacán", "Lapacho", "Tucán", "Araucaria", "Hornero",
    "Ombú", "Cardenal", "Samán", "Zorzal", "Caoba", "Quetzal", "Alerce", "Calandria", "Guadual", "Flamenco", "Yarumo",
    "Benteveo", "Algarrobo", "Turpial", "Sauce", "Chingolo", "Mangle", "Ñandú", "Canelo", "Guacamaya", "Tamarindo",
    "Jilguero", "Cedro", "Carancho", "Mezquite", "Tijereta", "Palosanto", "Garza", "Nogal", "Cenzontle",
)  # fmt: skip

HEADCOUNT = {STORE: 10, TILL: 7, DIGITAL: 5, DELIVERY: 7, TECHNICAL: 5, HELP: 6}
ROLES = {
    STORE: "Asesoría de ventas",
    TILL: "Caja",
    DIGITAL: "Atención digital",
    DELIVERY: "Reparto",
    TECHNICAL: "Instalación y reparación",
    HELP: "Línea de ayuda",
}
SITED_AREAS = (STORE, TILL)
LEAD_PACE = 0.25
BETTER_PACE = {STORE: 1.6, HELP: 1.3}
NEWCOMERS = {"E-009": date(2026, 8, 3), "E-016": date(2026, 6, 1), "E-028": date(2026, 9, 7)}
LEAVERS = {"E-006": date(2025, 12, 31), "E-020": date(2026, 5, 15)}

CUSTOMERS = 3_000
ORIGINS = ("Recomendación", "Redes sociales", "Pasó por la tienda", "Buscador", "Publicidad")
ORIGIN_SHARES = (0.24, 0.28, 0.26, 0.14, 0.08)


@dataclass(frozen=True)
class Employee:
    """A person on staff; ``pace`` is their relative number of contacts, ``effect`` the truth about them."""

    code: str
    name: str
    area: str
    role: str
    supervisor: str
    site: str
    hired_on: date
    left_on: date | None
    pace: float
    effect: float

    def works_on(self, day: date) -> bool:
        return self.hired_on <= day and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True)
class Customers:
    """The customers as parallel arrays, oldest first; ``since`` in days from the company's first day.

    ``pace`` is how often they come and ``mood`` how kindly they judge, both relative to the others.
    """

    codes: list[str]
    names: list[str]
    since: np.ndarray
    origins: list[str]
    consents: np.ndarray
    referrers: list[str]
    pace: np.ndarray
    mood: np.ndarray


def make_staff(rng: np.random.Generator) -> list[Employee]:
    """Forty people, by area; the first of each area leads it and attends less than the others."""
    names = _names(rng, sum(HEADCOUNT.values()), surnames=1)
    staff: list[Employee] = []
    for area in AREAS:
        lead = names[len(staff)]
        for place in range(HEADCOUNT[area]):
            staff.append(_employee(rng, f"E-{len(staff) + 1:03d}", names[len(staff)], area, place, lead))
    return staff


def _employee(rng: np.random.Generator, code: str, name: str, area: str, place: int, lead: str) -> Employee:
    is_lead = place == 0
    person = Employee(
        code=code,
        name=name,
        area=area,
        role=f"Coordinación de {area.lower()}" if is_lead else ROLES[area],
        supervisor="" if is_lead else lead,
        site=SITES[place % len(SITES)] if area in SITED_AREAS else "Central",
        hired_on=NEWCOMERS.get(code, FIRST_DAY - timedelta(days=int(rng.integers(60, 2_500)))),
        left_on=LEAVERS.get(code),
        pace=LEAD_PACE if is_lead else float(rng.lognormal(0.0, 0.6)),
        effect=0.0,
    )
    if code not in BETTER_PEOPLE:
        return person
    return replace(person, pace=BETTER_PACE[area], effect=BETTER_BY)


def make_customers(rng: np.random.Generator) -> Customers:
    """Three thousand customers: seven in ten were there before the first day, the others arrive along the way."""
    horizon = (LAST_DAY - FIRST_DAY).days
    earlier = -rng.integers(1, 1_500, size=CUSTOMERS * 7 // 10)
    later = rng.integers(0, horizon - 20, size=CUSTOMERS - earlier.size)
    codes = [f"C-{number:05d}" for number in range(1, CUSTOMERS + 1)]
    origins = [ORIGINS[one] for one in rng.choice(len(ORIGINS), size=CUSTOMERS, p=ORIGIN_SHARES)]
    return Customers(
        codes=codes,
        names=_names(rng, CUSTOMERS, surnames=2),
        since=np.sort(np.concatenate([earlier, later])),
        origins=origins,
        consents=rng.random(CUSTOMERS) < 0.72,
        referrers=[
            codes[int(rng.integers(0, place))] if origin == ORIGINS[0] and place else ""
            for place, origin in enumerate(origins)
        ],
        pace=rng.lognormal(0.0, 0.7, size=CUSTOMERS),
        mood=rng.normal(0.0, 1.0, size=CUSTOMERS),
    )


def _names(rng: np.random.Generator, how_many: int, *, surnames: int) -> list[str]:
    """Different full names, in the order drawn."""
    drawn: dict[str, None] = {}
    while len(drawn) < how_many:
        first = FIRST_NAMES[int(rng.integers(len(FIRST_NAMES)))]
        last = rng.choice(len(SURNAMES), size=surnames, replace=False)
        drawn[" ".join([first, *(SURNAMES[one] for one in last)])] = None
    return list(drawn)
