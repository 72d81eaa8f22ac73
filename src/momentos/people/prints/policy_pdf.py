"""The policy on one printed page, for all staff."""

from collections.abc import Mapping

from momentos.domain.messages import Message, Translate, say
from momentos.exports.pdf import Paper
from momentos.people.meanings.policy import Policy
from momentos.people.words.policy import in_words

_FITS = (10.0, 9.3, 8.6, 8.0)


def policy_pdf(
    policy: Policy,
    translate: Translate,
    *,
    author: str,
    starts_on: str,
    effective: Mapping[str, float | None],
) -> bytes:
    """One A4 page in the reader's language; the letters get a little smaller where much is said. ``starts_on`` as the
    reader writes a day, nothing where no policy was published."""
    for size in _FITS:
        paper = _drawn(policy, translate, author, starts_on, effective, size)
        if paper.page_no() == 1:
            break
    return paper.finished()


def _drawn(
    policy: Policy,
    translate: Translate,
    author: str,
    starts_on: str,
    effective: Mapping[str, float | None],
    size: float,
) -> Paper:
    def tell(message: Message) -> str:
        return message.render(translate)

    title = tell(say("How we evaluate and recognise"))
    paper = Paper(title)
    paper.add_page()
    paper.title_line(title)
    if starts_on:
        paper.note(
            tell(
                say(
                    "{policy} · in force from {day} · published by {author}",
                    policy=policy.name,
                    day=starts_on,
                    author=author,
                )
            )
        )
    for section in in_words(policy):
        paper.heading(tell(section.heading))
        for sentence in section.sentences:
            paper.point(tell(sentence), size)
    known = {key: share for key, share in effective.items() if share is not None}
    if known:
        paper.heading(tell(say("What each metric really decides")))
        for one in policy.metrics:
            if one.key in known:
                paper.point(
                    tell(
                        say(
                            "{metric}: {weight} % on paper, {real} % with the last data.",
                            metric=one.metric.label,
                            weight=f"{one.weight:g}",
                            real=f"{100 * known[one.key]:.0f}",
                        )
                    ),
                    size,
                )
    return paper
