"""Who the sample company is: its calendar, areas, stages and touchpoints. All invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

COMPANY = "Almacenes Miralúa"
FIRST_DAY = date(2025, 5, 1)
LAST_DAY = date(2026, 10, 31)
MONTHS = 18
TARGET_SCORE = 4.0
"""The mean score that its managers want of every touchpoint."""

STORE, TILL, DIGITAL, DELIVERY, TECHNICAL, HELP = AREAS = (
    "Tienda",
    "Caja",
    "Comercio digital",
    "Entregas",
    "Servicio técnico",
    "Atención al cliente",
)

SITES = ("Centro", "Norte", "Sur")

IN_STORE = {"Tienda": 1.0}
AT_HOME = {"En casa": 1.0}
REMOTE = {"Teléfono": 0.5, "WhatsApp": 0.3, "Chat web": 0.2}
MESSAGES = {"WhatsApp": 0.6, "Chat web": 0.4}
MIXED = {"Tienda": 0.5, "Teléfono": 0.25, "WhatsApp": 0.25}


@dataclass(frozen=True)
class Touchpoint:
    """A point of the journey, with what managers believe of it and what is true of it.

    ``assigned`` is the impact managers gave it, 1–5. ``weight`` is the truth: how many points of the 0–10
    recommendation one more point of experience there adds. ``quality`` is its mean experience on the 1–5 scale.
    ``reach`` is the share of customers who pass by; ``volume`` its relative number of interactions.
    Typical times: ``wait`` and ``handle`` in seconds, ``resolution`` in hours.
    """

    name: str
    stage: str
    area: str
    assigned: int
    weight: float
    quality: float
    reach: float
    volume: float
    channels: Mapping[str, float]
    reasons: tuple[str, ...]
    promise: str
    wait: float | None = None
    handle: float | None = None
    resolution: float | None = None


TOUCHPOINTS = (
    Touchpoint(
        "Busca en la página web", "Descubrir", DIGITAL, 3, 0.35, 3.75, 0.70, 4, MESSAGES,
        ("Consulta de producto", "Consulta de precio"), "Respondemos en el chat en menos de un minuto", 40, 240,
    ),
    Touchpoint(
        "Recibe una promoción", "Descubrir", DIGITAL, 5, 0.02, 3.90, 0.65, 3, MESSAGES,
        ("Duda sobre una promoción", "Cupón que no funciona"), "Toda promoción dice hasta cuándo vale", 35, 180,
    ),
    Touchpoint(
        "Llega a la tienda", "Elegir", STORE, 3, 0.34, 4.15, 0.75, 8, IN_STORE,
        ("Visita", "Consulta de existencias"), "Te saludamos antes de dos minutos", 70, 150,
    ),
    Touchpoint(
        "Pide asesoría", "Elegir", STORE, 2, 0.95, 3.75, 0.60, 13, IN_STORE,
        ("Asesoría de compra", "Comparación de productos"), "Te asesora alguien que conoce el producto", 100, 900,
    ),
    Touchpoint(
        "Paga en caja", "Comprar", TILL, 3, 0.52, 3.95, 0.65, 18, IN_STORE,
        ("Pago", "Factura"), "No más de cinco minutos de fila", 120, 160,
    ),
    Touchpoint(
        "Compra en línea", "Comprar", DIGITAL, 3, 0.46, 3.60, 0.50, 6, MESSAGES,
        ("Pago rechazado", "Ayuda con el carrito"), "Tu compra queda confirmada al instante", 45, 360,
    ),
    Touchpoint(
        "Coordina la entrega", "Recibir", DELIVERY, 3, 0.32, 3.40, 0.60, 7, REMOTE,
        ("Programar entrega", "Cambiar fecha de entrega"), "Eliges el día y la franja", 55, 220,
    ),
    Touchpoint(
        "Recibe el pedido", "Recibir", DELIVERY, 5, 0.84, 3.90, 0.60, 11, AT_HOME,
        ("Entrega", "Entrega con instalación"), "Llega el día que elegiste, completo y sin daños", None, 900, 44,
    ),
    Touchpoint(
        "Instala el producto", "Usar", TECHNICAL, 4, 0.62, 4.30, 0.40, 5, AT_HOME,
        ("Instalación", "Armado de muebles"), "Queda funcionando en una sola visita", None, 3300, 50,
    ),
    Touchpoint(
        "Aprende a usarlo", "Usar", TECHNICAL, 2, 0.22, 3.80, 0.45, 3, REMOTE,
        ("Duda de uso", "Manual"), "Un video corto para cada producto", 50, 420,
    ),
    Touchpoint(
        "Llama a la línea de ayuda", "Resolver", HELP, 4, 0.82, 2.95, 0.50, 12, REMOTE,
        ("Reclamo", "Estado del pedido", "Consulta general"), "Te atendemos en menos de un minuto", 60, 330, 20,
    ),
    Touchpoint(
        "Cambia o devuelve", "Resolver", HELP, 3, 0.60, 3.45, 0.40, 6, MIXED,
        ("Cambio", "Devolución"), "Treinta días, sin preguntas", 150, 480, 30,
    ),
    Touchpoint(
        "Usa la garantía", "Resolver", TECHNICAL, 4, 0.80, 3.60, 0.36, 4, MIXED,
        ("Garantía", "Reparación"), "Reparado en siete días o producto nuevo", 160, 600, 110,
    ),
    Touchpoint(
        "Canjea sus puntos", "Volver", HELP, 2, 0.20, 4.40, 0.40, 3, MIXED,
        ("Canje de puntos", "Saldo de puntos"), "Los puntos no vencen", 60, 200,
    ),
)  # fmt: skip
