"""Who reads: in which language, and how numbers and dates are written for them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from momentos.domain.messages import Message, Quantity, Told, Translate, say
from momentos.domain.quantities import Amount, Day, Instant, Listed, Lowered, Number, Reading
from momentos.locales import translator
from momentos.locales.units import scale_for
from momentos.locales.writing import amount_text, day_text, instant_text, number_writer


@dataclass(frozen=True)
class Reader:
    """One reader: the ``language`` of sentences, and the ``locale`` (``es_MX``) of numbers and dates."""

    language: str
    locale: str

    def words(self, sentence: Message, quote: Callable[[str], str] = lambda text: text) -> str:
        """A sentence as this reader gets it; ``quote`` makes texts that are data safe where they land."""
        return sentence.render(self.translate, lambda quantity: self.write(quantity, quote), quote)

    def text(self, told: Told) -> str:
        """A sentence, a figure or a text that is data, as this reader gets it."""
        if isinstance(told, Message):
            return self.words(told)
        return self.write(told) if isinstance(told, Quantity) else told

    @property
    def translate(self) -> Translate:
        return translator(self.language)

    @property
    def number(self) -> Callable[[float, int], str]:
        """Writes a value with so many decimals."""
        return number_writer(self.locale)

    def write(self, quantity: Quantity, quote: Callable[[str], str] = lambda text: text) -> str:
        """A quantity as this reader writes it."""
        match quantity:
            case Amount():
                return amount_text(quantity, self.locale)
            case Number(value, decimals, is_signed):
                written = self.number(value, decimals)
                return f"+{written}" if is_signed and value >= 0 else written
            case Reading():
                return self._reading(quantity)
            case Day(day):
                return day_text(day, self.locale)
            case Instant(at):
                return instant_text(at, self.locale)
            case Listed(parts, between):
                return between.join(self.words(one, quote) if isinstance(one, Message) else quote(one) for one in parts)
            case Lowered(label):
                return self.words(label).lower()
        raise TypeError(f"Nobody knows how to write {type(quantity).__name__}.")

    def _reading(self, reading: Reading) -> str:
        scale = scale_for(reading.metric, [reading.value, *reading.beside])
        if not reading.is_signed:
            return scale.write(reading.value, self)
        size, sign = abs(reading.value), "-" if reading.value < 0 else "+"
        if reading.is_in_points:
            return self.words(say("{value} points", value=f"{sign}{self.number(size / scale.divisor, scale.decimals)}"))
        return f"{sign}{scale.write(size, self)}"


@cache
def reader(language: str, locale: str | None = None) -> Reader:
    """The reader of this language; without a locale, numbers are written as is common in the language."""
    return Reader(language, locale or language)
