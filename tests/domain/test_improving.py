"""Which questions ask what to improve."""

import pytest

from momentos.domain.improving import asks_what_to_improve

ASKING = [
    "¿Qué podríamos mejorar?", "Que podemos mejorar", "¿Cómo podemos mejorar su experiencia?", "Oportunidades de mejora",
    "Sugerencias", "Comentarios o sugerencias", "¿Tiene alguna sugerencia?", "¿Qué nos sugiere?",
    "¿Qué le faltó a su visita?", "¿Qué nos hizo falta?", "Quejas y reclamos", "¿Qué fue lo que menos le gustó?",
    "¿Qué no le gustó?", "¿Qué cambiaría de nuestro servicio?", "¿Qué podríamos hacer para que nos dé un 10?",
    "¿Tuvo algún inconveniente?", "Aspectos negativos", "¿Qué salió mal?", "QUE_PODRIAMOS_MEJORAR",
    "Recomendaciones para nosotros", "¿Cómo podemos atenderte mejor?", "¿Cómo darle un mejor servicio?", "¿En qué fallamos?",
    "¿Qué te hubiera gustado?", "¿Hay algo que podamos hacer mejor?", "¿Qué nos recomendarías?", "¿Qué errores cometimos?",
    "¿Qué esperabas y no recibiste?", "¿Qué extrañaste en tu visita?", "What went badly?",
    "What could we do better?", "How can we improve?", "Any suggestions", "What did you like least?",
    "What didn't you like?", "What was missing?", "What would you change?", "Complaints",
]  # fmt: skip
NOT_ASKING = [
    "Comentario", "Comentarios", "Comentarios adicionales", "Observaciones", "Opinión", "Verbatim", "Comments",
    "Feedback", "¿Qué fue lo mejor de su visita?", "¿Cuáles fueron los mejores momentos?", "¿Qué le gustó más?",
    "¿Por qué nos dio esa calificación?", "Cuéntenos cómo le fue", "¿Por qué nos recomendaría?",
    "¿Quién te atendió mejor?", "¿Por qué nos recomendarías?", "What did you like most?", "Tell us about your visit", "Déjanos tu comentario",
]  # fmt: skip


@pytest.mark.parametrize("question", ASKING)
def test_it_asks_what_to_improve(question: str) -> None:
    assert asks_what_to_improve(question)


@pytest.mark.parametrize("question", NOT_ASKING)
def test_it_does_not(question: str) -> None:
    assert not asks_what_to_improve(question)
