"""When two ways of writing a name, or a word, are the same."""

import unicodedata


def fold(text: str) -> str:
    """The form in which names are compared: NFKC, spaces collapsed, case folded. Accents stay: Tomas is not Tomás."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def without_accents(text: str) -> str:
    """The letters alone, for looking words up in what people typed; ``ñ`` becomes ``n``."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
