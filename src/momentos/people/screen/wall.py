"""The wall of recognitions: on its page, as pictures and certificates, and full screen for a television."""

from functools import partial

import streamlit as st

from momentos.domain import clock
from momentos.locales.reader import reader as reader_of
from momentos.people.prints.certificate_pdf import certificates_pdf
from momentos.people.prints.recognition_png import recognition_png
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.rewards import public_recognitions
from momentos.people.words.recognition import THE_WALL_WAITS, named, signed
from momentos.screen.asking import ask
from momentos.screen.chrome import STATIC
from momentos.screen.language import reader, t, tell
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
                    empty=tell(THE_WALL_WAITS),
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
            as_html("<footer><span>{signed}</span><nav>", signed=tell(signed(one))),
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
            signed=tell(signed(one)),
        )
        for one in given[:WALL_SHOWN]
    ]
    write_html(['<section class="wall">', *cards, "</section>"])


def take_it_along(given: list[Recognition]) -> None:
    """The wall for a television, the certificates on paper, and each card as a picture to send."""
    shown = given[:WALL_SHOWN]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.link_button(t("Full screen, for a television"), f"reconocimientos?{_ON_TELEVISION}=1", icon=":material/tv:")
        paper = partial(certificates_pdf, shown, reader())
        print_button(t("Print the certificates"), paper, file_name=t("certificates.pdf"), key="print_certificates")
    with st.expander(t("A card as a picture, to send"), icon=":material/image:"):
        place = st.selectbox(
            t("Recognition"),
            range(len(shown)),
            format_func=lambda place: tell(named(shown[place])),
            index=None,
            placeholder=t("Choose"),
            filter_mode=None,
            width=420,
            key="picture_of",
        )
        if place is None or place >= len(shown):
            return
        one = shown[place]
        picture = _picture(one, reader().language, reader().locale)
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
def _picture(given: Recognition, language: str, locale: str) -> bytes:
    """Drawn once for each recognition and reader: it takes half a second."""
    return recognition_png(given, reader_of(language, locale))


def _size(reason: str) -> str:
    """A class of type that lets the words fill the screen and no more."""
    return "short" if len(reason) <= 90 else "middling" if len(reason) <= 200 else "long"
