"""Customers' words without what could tell who wrote them: telephones, addresses of e-mail, and names."""

import re
from collections.abc import Iterable

HIDDEN = "•••"

_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")
_PHONE = re.compile(r"\+?\d(?:[\s().-]{0,2}\d){6,}")
_SIGNED = re.compile(
    r"(?i:\b(?:soy|me llamo|mi nombre es|les habla|atentamente|firma|my name is|i am|i'm|regards))[:,]?\s+"
    r"((?:[A-ZÁÉÍÓÚÜÑ][\w'’-]+\s?){1,4})"
)


def masked(text: str, names: Iterable[str] = ()) -> str:
    """The text with telephones, e-mail addresses, these names and names that somebody signs with hidden.

    Of a name of several words, each word of at least four letters is hidden wherever it stands.
    """
    text = _PHONE.sub(HIDDEN, _MAIL.sub(HIDDEN, text))
    text = _SIGNED.sub(lambda found: found.group().replace(found.group(1).strip(), HIDDEN), text)
    words = sorted({word for name in names for word in [name, *name.split()] if len(word) >= 4}, key=len, reverse=True)
    for word in words:
        text = re.sub(rf"(?i)\b{re.escape(word)}\b", HIDDEN, text)
    return text
