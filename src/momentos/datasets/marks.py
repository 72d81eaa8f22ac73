"""Marks that the template carries and intake knows, so that a template filled in needs no cleaning."""

from momentos.domain.messages import say

TEMPLATE_VERSION = 1

PROBLEMS_MARK = say("Problems found by Momentos")
"""How the list of problems begins that we put before a person's own workbook: it is no data when that comes back."""

TEMPLATE_MARK_BY_LANGUAGE = {"en": "Momentos template", "es": "Plantilla de Momentos"}
EXAMPLE_MARK_BY_LANGUAGE = {"en": "example:", "es": "ejemplo:"}
"""A language without its own mark carries the English one."""

TEMPLATE_MARKS = (*TEMPLATE_MARK_BY_LANGUAGE.values(), "Problemas hallados por Momentos", PROBLEMS_MARK.text)
"""How the first cell of a sheet begins that explains or serves the template: such a sheet holds no data."""

EXAMPLE_MARKS = tuple(EXAMPLE_MARK_BY_LANGUAGE.values())
"""How the first text of the example row begins: such a row is not loaded."""


def explains_template(first_cell: str) -> bool:
    """Whether the text in a sheet's first cell says that the sheet belongs to the template and is no data."""
    return first_cell.strip().startswith(TEMPLATE_MARKS)


def marks_example(text: str) -> bool:
    """Whether the text of one of a row's first cells says that the row is the template's example."""
    return text.strip().casefold().startswith(EXAMPLE_MARKS)
