"""The fragments customers' comments are made of: by touchpoint, of the whole, and the ways to start and end."""

GOOD: dict[str, tuple[str, ...]] = {
    "Busca en la página web": (
        "encontré rápido lo que buscaba", "la página carga bien y las fotos ayudan", "los filtros funcionan muy bien",
        "el chat me aclaró la duda en un minuto", "se ve clarito qué hay en existencia",
    ),
    "Recibe una promoción": (
        "la promoción era real y me la respetaron", "el cupón funcionó a la primera", "me llegó justo la oferta que esperaba",
        "explican bien hasta cuándo vale el descuento",
    ),
    "Llega a la tienda": (
        "me saludaron apenas entré", "la tienda está limpia y ordenada", "todo está bien señalizado",
        "hay buen parqueo y se llega fácil", "da gusto recorrer la tienda",
    ),
    "Pide asesoría": (
        "me explicaron con calma las diferencias", "quien me asesoró sabe de lo que habla", "no me quisieron vender lo más caro",
        "me ayudaron a escoger lo que de verdad necesitaba", "salí sabiendo qué comprar y por qué",
    ),
    "Paga en caja": (
        "la fila avanzó rápido", "en la caja fueron muy amables", "me armaron la factura sin enredos",
        "pagué en dos minutos", "me ayudaron a empacar",
    ),
    "Compra en línea": (
        "comprar por la web fue facilísimo", "el pago pasó sin problema", "me llegó la confirmación de una vez",
        "pude cambiar la dirección sin empezar de nuevo",
    ),
    "Coordina la entrega": (
        "me dejaron escoger el día y la hora", "llamaron antes de venir", "fue fácil cambiar la fecha",
        "me avisaron por mensaje en cada paso",
    ),
    "Recibe el pedido": (
        "llegó el día que dijeron", "todo llegó completo y bien empacado", "los muchachos del reparto fueron muy cuidadosos",
        "llegó antes de lo prometido", "subieron todo hasta el tercer piso sin problema",
    ),
    "Instala el producto": (
        "lo dejaron funcionando y limpio", "el técnico llegó puntual", "armaron el mueble en menos de una hora",
        "me explicaron todo antes de irse",
    ),
    "Aprende a usarlo": (
        "el video explica muy bien", "me guiaron paso a paso", "el manual está en buen español",
        "resolví la duda sin tener que ir a la tienda",
    ),
    "Llama a la línea de ayuda": (
        "me contestaron rápido", "me resolvieron en una sola llamada", "me escucharon sin apuro",
        "me devolvieron la llamada como prometieron", "por fin alguien que sí ayuda",
    ),
    "Cambia o devuelve": (
        "me cambiaron el producto sin preguntas", "la devolución del dinero llegó en dos días", "el cambio fue muy sencillo",
        "no me pusieron ningún problema con la devolución",
    ),
    "Usa la garantía": (
        "me respetaron la garantía", "lo repararon en menos de una semana", "me prestaron otro mientras lo arreglaban",
        "quedó como nuevo",
    ),
    "Canjea sus puntos": (
        "canjear los puntos fue sencillo", "me alcanzó para un buen regalo", "no sabía que tenía tantos puntos, qué sorpresa",
        "me hicieron el descuento de una vez",
    ),
}  # fmt: skip

BAD: dict[str, tuple[str, ...]] = {
    "Busca en la página web": (
        "la página se cae a cada rato", "el buscador no encuentra nada", "decía disponible y no había",
        "nadie respondió en el chat",
    ),
    "Recibe una promoción": (
        "el cupón no funcionó", "la promoción tenía letra pequeña", "me llegan mensajes todos los días y ninguno me sirve",
        "no me respetaron el descuento anunciado",
    ),
    "Llega a la tienda": (
        "no había dónde parquear", "nadie me saludó ni me miró", "la tienda estaba desordenada",
        "di vueltas sin encontrar nada",
    ),
    "Pide asesoría": (
        "tuve que perseguir a alguien para que me atendiera", "quien me atendió no conocía el producto",
        "me dieron una información y resultó ser otra", "sentí que solo querían vender",
    ),
    "Paga en caja": (
        "una sola caja abierta y la fila llegaba a la puerta", "me cobraron un precio distinto al de la etiqueta",
        "media hora para pagar", "la factura quedó mal y tuve que volver",
    ),
    "Compra en línea": (
        "el pago se rechazó tres veces", "el carrito se vació solo", "me cobraron dos veces y sigo esperando",
        "no me llegó ninguna confirmación",
    ),
    "Coordina la entrega": (
        "nadie me supo decir cuándo llega", "me cambiaron la fecha sin avisar", "me pidieron los mismos datos tres veces",
        "imposible comunicarse para cambiar la hora",
    ),
    "Recibe el pedido": (
        "llegó una semana tarde", "llegó golpeado y con la caja abierta", "faltaba una pieza",
        "me quedé todo el día esperando y no vinieron", "dejaron el pedido con un vecino sin avisar",
    ),
    "Instala el producto": (
        "tuvieron que venir tres veces", "dejaron todo sucio", "el técnico no trajo la herramienta",
        "quedó mal armado y cojea",
    ),
    "Aprende a usarlo": (
        "el manual no se entiende", "el video es de otro modelo", "me mandaron de un lado a otro para una simple duda",
    ),
    "Llama a la línea de ayuda": (
        "cuarenta minutos con la musiquita", "conté lo mismo a cuatro personas", "se cortó la llamada y nunca llamaron",
        "no resuelven nada", "prometieron devolver la llamada y sigo esperando",
    ),
    "Cambia o devuelve": (
        "me pusieron mil peros para el cambio", "un mes esperando la devolución del dinero",
        "me pidieron papeles que nadie había mencionado",
    ),
    "Usa la garantía": (
        "tres semanas con la lavadora en el taller", "según ellos la garantía no cubre nada",
        "lo devolvieron igual de dañado", "nadie da razón de la reparación",
    ),
    "Canjea sus puntos": (
        "mis puntos desaparecieron", "no hay nada bueno para canjear", "el sistema de puntos nunca funciona",
    ),
}  # fmt: skip

GOOD_WHOLE = (
    "en general me gusta comprar aquí", "siempre encuentro lo que necesito", "buenos precios y buena gente",
    "llevo años comprando con ustedes", "la atención ha mejorado mucho", "los recomiendo", "cumplen lo que prometen",
)  # fmt: skip
BAD_WHOLE = (
    "cada vez atienden peor", "prometen y no cumplen", "hay que insistir mucho para que resuelvan",
    "antes era mucho mejor", "los precios suben y el servicio baja", "no es la primera vez que me quedan mal",
)  # fmt: skip

GOOD_START = ("Excelente", "Muy bien", "Todo perfecto", "Muy contenta", "Buen servicio", "Quedé feliz", "Diez puntos", "")  # fmt: skip
GOOD_END = ("gracias", "así da gusto", "volveré", "sigan así", "ya lo conté en la familia", "", "", "")
BAD_START = ("Pésimo", "Muy mal", "Qué decepción", "Mala experiencia", "No lo puedo creer", "Lamentable", "")
BAD_END = (
    "no vuelvo", "espero una respuesta", "así no se trata a un cliente", "ojalá lo corrijan", "qué falta de respeto", "", "",
)  # fmt: skip
MIXED_START = ("Normal", "Regular", "Ni bien ni mal", "Aceptable", "Más o menos", "")
MIXED_END = (
    "pero esperaba más", "aunque demoró un poco", "pero faltó información", "aunque el trato fue un poco frío",
    "pero se puede mejorar", "eso sí, los precios han subido", "aunque no es lo de antes", "pero tuve que insistir",
)  # fmt: skip
PRAISE = ("gracias a {name}", "{name} me atendió de maravilla", "felicitaciones a {name}", "ojalá todos fueran como {name}")  # fmt: skip
