"""The sample company's purchases: customers who were satisfied come back sooner."""

from dataclasses import dataclass

import numpy as np

from momentos.sample.contacts import DAYS, Contacts
from momentos.sample.people import Customers
from momentos.sample.surveys import ShortSurveys
from momentos.sample.truths import OTHERS_BUY, SATISFIED_BUY

PURCHASES = 15_000
MEMORY_DAYS = 180
SATISFIED_FROM = 4
CHANNELS, CHANNEL_SHARES = ("Tienda", "Web", "WhatsApp"), (0.62, 0.28, 0.10)
PAYMENTS, PAYMENT_SHARES = ("Tarjeta", "Efectivo", "Transferencia", "Crédito de la casa"), (0.52, 0.22, 0.16, 0.10)

CATALOGUE = {
    "Cocina": (("Juego de ollas", 189_900), ("Cafetera", 159_900), ("Licuadora", 134_900), ("Vajilla de barro", 98_500)),
    "Dormitorio": (("Colchón doble", 890_000), ("Almohada", 45_900), ("Edredón", 149_900), ("Cómoda", 429_000)),
    "Sala": (("Sofá de tres puestos", 1_390_000), ("Mesa de centro", 279_000), ("Tapete tejido", 198_000)),
    "Iluminación": (("Lámpara de pie", 119_900), ("Bombillas LED", 24_900), ("Lámpara de techo", 164_900)),
    "Jardín": (("Hamaca", 129_900), ("Macetas", 39_900), ("Asador", 349_000)),
    "Electro": (("Ventilador", 119_000), ("Aspiradora", 389_000), ("Lavadora", 1_590_000)),
}  # fmt: skip
PRODUCTS = tuple((product, category, price) for category, items in CATALOGUE.items() for product, price in items)


@dataclass(frozen=True)
class Purchases:
    """Purchase lines as parallel arrays, in order of day; money in pesos, ``product`` a place in ``PRODUCTS``."""

    day: np.ndarray
    customer: np.ndarray
    product: np.ndarray
    quantity: np.ndarray
    amount: np.ndarray
    margin: np.ndarray
    payment: np.ndarray
    channel: np.ndarray


def make_purchases(
    rng: np.random.Generator, customers: Customers, contacts: Contacts, surveys: ShortSurveys
) -> Purchases:
    """Fifteen thousand lines: each customer at their own pace, quicker or slower after what they last answered."""
    day, customer = _when_and_who(rng, customers, contacts, surveys)
    prices = np.array([price for _, _, price in PRODUCTS])
    product = rng.choice(prices.size, size=PURCHASES, p=prices**-0.6 / (prices**-0.6).sum())
    quantity = np.where(prices[product] < 60_000, rng.integers(1, 5, size=PURCHASES), 1)
    amount = np.round(prices[product] * quantity * rng.uniform(0.85, 1.08, size=PURCHASES), -2).astype(int)
    return Purchases(
        day=day,
        customer=customer,
        product=product,
        quantity=quantity,
        amount=amount,
        margin=np.round(amount * rng.uniform(0.12, 0.38, size=PURCHASES), -2).astype(int),
        payment=rng.choice(PAYMENTS, size=PURCHASES, p=PAYMENT_SHARES),
        channel=rng.choice(CHANNELS, size=PURCHASES, p=CHANNEL_SHARES),
    )


def _when_and_who(
    rng: np.random.Generator, customers: Customers, contacts: Contacts, surveys: ShortSurveys
) -> tuple[np.ndarray, np.ndarray]:
    """Day and customer of each purchase, sorted by day: a customer-day is drawn by that customer's pace then."""
    pace = customers.pace[:, None] * np.ones(len(DAYS))
    pace[np.arange(len(DAYS)) < customers.since[:, None]] = 0.0
    for customer, day, score in zip(contacts.customer[surveys.contact], surveys.day, surveys.csat, strict=True):
        change = SATISFIED_BUY if score >= SATISFIED_FROM else OTHERS_BUY
        until = day + 1 + MEMORY_DAYS
        pace[customer, day + 1 : until] = customers.pace[customer] * change
    running = np.cumsum(pace.ravel())
    cells = np.searchsorted(running, rng.random(PURCHASES) * running[-1])
    customer, day = np.divmod(cells, len(DAYS))
    order = np.lexsort((customer, day))
    return day[order], customer[order]
