"""One row is one line of what an area spends on customers in a month."""

from momentos.datasets.common import NOBODY
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

SPENDING = Dataset(
    "spending",
    label=say("Spending"),
    help=say("What each area spends every month on winning, keeping and rewarding customers."),
    unlocks=say("Today's spending by area beside what the priorities propose."),
    key=("month", "area", "kind"),
    repeats=Repeats.KEEP,
    occurred="month",
    fields=(
        Field(
            "month",
            FieldType.DATE,
            say("Month"),
            say("Any day of the month of the spending."),
            headers=("mes", "mes del gasto", "periodo", "período", "mes presupuestal", "month", "period", "budget month"),
            required=True,
            example="01/05/2026",
        ),
        Field(
            "area",
            FieldType.TEXT,
            say("Area"),
            say("The area that spends, named as in the other sheets."),
            headers=("área", "área que gasta", "departamento", "gerencia", "centro de costos", "centro de costo", "area", "department", "cost center", "cost centre"),
            required=True,
            unknown=NOBODY,
            example="Logística",
        ),
        Field(
            "kind",
            FieldType.CHOICE,
            say("Kind of spending"),
            say("Whether it goes to winning customers, keeping them or rewarding them."),
            headers=("tipo de gasto", "clase de gasto", "destino del gasto", "rubro", "kind of spending", "spending kind", "spending type", "budget line"),
            choices={
                "acquire": ("adquirir", "adquisición", "captar", "captación", "ganar clientes", "publicidad", "ventas", "acquisition", "acquire", "advertising", "win"),
                "retain": ("retener", "retención", "mantener", "servicio", "atención", "fidelizar", "fidelización", "retention", "retain", "keep", "service"),
                "reward": ("premiar", "premios", "recompensar", "recompensas", "incentivos", "puntos", "reward", "rewards", "incentives"),
            },
            example="retención",
        ),
        Field(
            "amount",
            FieldType.MONEY,
            say("Amount"),
            say("What was spent."),
            headers=("monto", "importe", "gasto", "gasto total", "presupuesto", "valor", "monto gastado", "amount", "spend", "spending", "budget", "cost"),
            required=True,
            low=-1e12,
            high=1e12,
            example="1.500.000",
        ),
        Field(
            "hours",
            FieldType.NUMBER,
            say("Hours"),
            say("Hours of work put in, if they are counted."),
            headers=("horas", "horas de trabajo", "horas dedicadas", "horas hombre", "hours", "work hours", "man hours"),
            low=0,
            high=1e6,
            example="120",
        ),
    ),
)  # fmt: skip
