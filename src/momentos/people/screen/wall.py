"""The wall of recognitions: on its page, as pictures and certificates, and full screen for a television."""

from functools import partial

import streamlit as st

from momentos.domain import clock
from momentos.locales import translator
from momentos.locales.writing import day_text
from momentos.people.prints.certificate_pdf import Certificate, certificates_pdf
from momentos.people.prints.recognition_png import card_png
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.rewards import public_recognitions
from momentos.screen.asking import ask
from momentos.screen.chrome import STATIC
from momentos.screen.language import language, locale, t, translate
from momentos.screen.printing import print_button
from momentos.screen.safe import as_html, write_html

WALL_SHOWN = 12
SECONDS_A_CARD = 10
_ON_TELEVISION, _TURN = "pared", "wall_turn"


def is_on_television() -> bool:
    """Whether the address asks for the wall alone."""
    return st.query_params.get(_ON_TELEVISION) == "1"


def television() -> None:
    """The wall alone, one card at a time, which turn by themselves and take in what is given meanwhile."""
    st.html(STATIC / "television.css")
    _next_card()


@st.fragment(run_every=SECONDS_A_CARD)
def _next_card() -> None:
    given = ask(public_recognitions)[:WALL_SHOWN]
    if not given:
        write_html(
            [
                as_html(
                    '<section class="television"><header>{title}</header><h1>{empty}</h1><p>{how}</p></section>',
                    title=t("Thank you"),
                    empty=t("The wall is waiting for its first recognition"),
                    how=t("It is given on the page «Recognitions», in two clicks."),
                )
            ]
        )
        return
    turn = int(clock.this_second().timestamp()) // SECONDS_A_CARD % len(given)
    one = given[turn]
    dots = "".join('<i class="now"></i>' if place == turn else "<i></i>" for place in range(len(given)))
    write_html(
        [
            '<section class="television">',
            as_html("<header>{title}</header><h1>{name}</h1>", title=t("Thank you"), name=one.employee),
            as_html('<p class="{size}">{reason}</p>', size=_size(one.reason), reason=one.reason),
            as_html("<footer><span>{signed}</span><nav>", signed=_signed(one)),
            dots,
            "</nav></footer></section>",
        ]
    )


def show_wall(given: list[Recognition]) -> None:
    """The latest recognitions as large cards that can be read from across a room."""
    cards = [
        as_html(
            '<article class="recognition"><h3>{name}</h3><p>{reason}</p><footer>{signed}</footer></article>',
            name=one.employee,
            reason=one.reason,
            signed=_signed(one),
        )
        for one in given[:WALL_SHOWN]
    ]
    write_html(['<section class="wall">', *cards, "</section>"])


def take_it_along(given: list[Recognition]) -> None:
    """The wall for a television, the certificates on paper, and each card as a picture to send."""
    shown = given[:WALL_SHOWN]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.link_button(t("Full screen, for a television"), f"reconocimientos?{_ON_TELEVISION}=1", icon=":material/tv:")
        paper = partial(certificates_pdf, [_certificate(one) for one in shown], translate())
        print_button(t("Print the certificates"), paper, file_name=t("certificates.pdf"), key="print_certificates")
    with st.expander(t("A card as a picture, to send"), icon=":material/image:"):
        place = st.selectbox(
            t("Recognition"),
            range(len(shown)),
            format_func=lambda place: t(
                "{name}, {day}", name=shown[place].employee, day=day_text(shown[place].given_on, locale())
            ),
            index=None,
            placeholder=t("Choose"),
            filter_mode=None,
            width=420,
            key="picture_of",
        )
        if place is None or place >= len(shown):
            return
        one = shown[place]
        picture = _picture(_certificate(one), language())
        st.image(picture, width=360, alt=t("{name}: {reason}", name=one.employee, reason=one.reason))
        st.download_button(
            t("Download the picture"),
            picture,
            file_name="reconocimiento.png",
            mime="image/png",
            icon=":material/download:",
            key="download_picture",
        )


@st.cache_data(show_spinner=False, max_entries=50)
def _picture(card: Certificate, code: str) -> bytes:
    """Drawn once for each card and language: it takes half a second."""
    return card_png(card, translator(code))


def _certificate(one: Recognition) -> Certificate:
    return Certificate(one.employee, one.reason, one.given_by, day_text(one.given_on, locale()))


def _signed(one: Recognition) -> str:
    return t("{author} · {day}", author=one.given_by or "–", day=day_text(one.given_on, locale()))


def _size(reason: str) -> str:
    """A class of type that lets the words fill the screen and no more."""
    return "short" if len(reason) <= 90 else "middling" if len(reason) <= 200 else "long"
