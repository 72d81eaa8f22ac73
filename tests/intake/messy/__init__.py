"""Workbooks as a sales office, a clinic, a hotel, a town hall and a call centre would write them, none from our template.

Beside each stand the numbers that must come out, worked by hand.
"""

from tests.intake.messy.call_centre import CALL_CENTRE
from tests.intake.messy.clinic import CLINIC
from tests.intake.messy.hotel import HOTEL
from tests.intake.messy.making import Asked, Counts, Messy
from tests.intake.messy.sales_office import SALES_OFFICE
from tests.intake.messy.town_hall import TOWN_HALL

MESSY: tuple[Messy, ...] = (*SALES_OFFICE, *CLINIC, *HOTEL, *TOWN_HALL, *CALL_CENTRE)

__all__ = ["MESSY", "Asked", "Counts", "Messy"]
