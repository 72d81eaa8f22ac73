"""The whole sample company, from the seed."""

from dataclasses import dataclass

import numpy as np

from momentos.sample.contacts import Contacts, make_contacts
from momentos.sample.people import Customers, Employee, make_customers, make_staff
from momentos.sample.purchases import Purchases, make_purchases
from momentos.sample.surveys import LongSurveys, ShortSurveys, make_long_surveys, make_short_surveys
from momentos.sample.truths import SEED


@dataclass(frozen=True)
class Company:
    """Everything there is to know of it, the truths included."""

    staff: list[Employee]
    customers: Customers
    contacts: Contacts
    short_surveys: ShortSurveys
    long_surveys: LongSurveys
    purchases: Purchases


def make_company(seed: int = SEED) -> Company:
    """The same seed gives the same company; each part has its own stream of chance."""
    streams = [np.random.default_rng([seed, part]) for part in range(6)]
    staff, customers = make_staff(streams[0]), make_customers(streams[1])
    contacts = make_contacts(streams[2], staff, customers)
    short = make_short_surveys(streams[3], contacts, customers)
    return Company(
        staff=staff,
        customers=customers,
        contacts=contacts,
        short_surveys=short,
        long_surveys=make_long_surveys(streams[4], customers),
        purchases=make_purchases(streams[5], customers, contacts, short),
    )
