"""When two ways of writing a name are the same name."""

import unicodedata


def fold(text: str) -> str:
    """The form in which names are compared: NFKC, spaces collapsed, case folded. Accents stay: Tomas is not Tomás."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
