"""One row is one purchase line."""

from dataclasses import replace

from momentos.datasets.common import CHANNEL, CUSTOMER, NOBODY
from momentos.datasets.field import Dataset, Field, FieldType, Repeats
from momentos.domain.messages import say

PURCHASES = Dataset(
    "purchases",
    label=say("Purchases"),
    help=say("Every purchase line: who bought, when and for how much."),
    unlocks=say("Customer value, and whether satisfied customers buy again."),
    key=("purchase",),
    repeats=Repeats.KEEP,
    occurred="occurred_on",
    fields=(
        Field(
            "purchase",
            FieldType.IDENTIFIER,
            say("Purchase number"),
            say("The number of the line; with it, a corrected row replaces the earlier one."),
            headers=("compra", "id compra", "número de compra", "factura", "número de factura", "pedido", "id pedido", "boleta", "purchase", "order", "order id", "invoice", "transaction id"),
            unknown=NOBODY,
            example="F-0001234",
        ),
        Field(
            "occurred_on",
            FieldType.DATE,
            say("Date"),
            say("The day of the purchase."),
            headers=("fecha", "fecha de compra", "fecha de venta", "fecha factura", "día", "date", "purchase date", "order date", "invoice date"),
            required=True,
            example="03/05/2026",
        ),
        replace(CUSTOMER, required=True),
        Field(
            "amount",
            FieldType.MONEY,
            say("Amount"),
            say("What was paid."),
            headers=("monto", "importe", "total", "valor", "precio total", "venta", "amount", "total amount", "value", "sales", "revenue"),
            required=True,
            low=-1e12,
            high=1e12,
            example="45.900",
        ),
        Field(
            "margin",
            FieldType.MONEY,
            say("Margin"),
            say("What was left after costs."),
            headers=("margen", "ganancia", "utilidad", "margin", "profit"),
            low=-1e12,
            high=1e12,
            example="12.300",
        ),
        Field(
            "quantity",
            FieldType.NUMBER,
            say("Quantity"),
            say("How many units."),
            headers=("cantidad", "cant", "unidades", "quantity", "units", "qty"),
            low=-1e9,
            high=1e9,
            example="1",
        ),
        Field(
            "product",
            FieldType.TEXT,
            say("Product"),
            say("What was bought."),
            headers=("producto", "artículo", "descripción", "product", "item", "sku"),
            example="Cafetera",
        ),
        Field(
            "category",
            FieldType.TEXT,
            say("Category"),
            say("The product's family."),
            headers=("categoría", "familia", "línea", "rubro", "category", "product category"),
            unknown=NOBODY,
            example="Cocina",
        ),
        Field(
            "payment_method",
            FieldType.TEXT,
            say("Payment method"),
            say("How it was paid."),
            headers=("medio de pago", "forma de pago", "método de pago", "payment method", "payment"),
            unknown=NOBODY,
            example="Tarjeta",
        ),
        CHANNEL,
    ),
)  # fmt: skip
