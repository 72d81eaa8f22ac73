"""The spreadsheets we accept, one module each. To add one: copy a neighbour, add it to ``DATASETS``."""

from momentos.datasets.customers import CUSTOMERS
from momentos.datasets.employees import EMPLOYEES
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.datasets.interactions import INTERACTIONS
from momentos.datasets.pulse import PULSE
from momentos.datasets.purchases import PURCHASES
from momentos.datasets.ratings import RATINGS
from momentos.datasets.recognitions import RECOGNITIONS
from momentos.datasets.responses import RESPONSES
from momentos.datasets.spending import SPENDING
from momentos.datasets.touchpoints import TOUCHPOINTS
from momentos.datasets.trainings import TRAININGS

DATASETS: dict[str, Dataset] = {
    one.name: one
    for one in (
        TOUCHPOINTS, EMPLOYEES, INTERACTIONS, RESPONSES, RATINGS, CUSTOMERS, PURCHASES, SPENDING, RECOGNITIONS,
        TRAININGS, PULSE,
    )
}  # fmt: skip

__all__ = ["DATASETS", "Dataset", "Field", "FieldType", "Repeats"]
