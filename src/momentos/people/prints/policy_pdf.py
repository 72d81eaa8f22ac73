"""The policy on one printed page, for all staff."""

from momentos.domain.messages import say
from momentos.exports.pdf import Paper
from momentos.locales.reader import Reader
from momentos.people.kept.policies import Version
from momentos.people.meanings.policy import Policy
from momentos.people.questions.seen import Weights
from momentos.people.words.policy import in_words, what_decides
from momentos.people.words.policy_versions import in_force_on_paper

_FITS = (10.0, 9.3, 8.6, 8.0)


def policy_pdf(policy: Policy, version: Version | None, weights: Weights, reader: Reader) -> bytes:
    """One A4 page as the reader gets it; the letters get a little smaller where much is said. ``version`` is ``None``
    where no policy was published."""
    for size in _FITS:
        paper = _drawn(policy, version, weights, reader, size)
        if paper.page_no() == 1:
            break
    return paper.finished()


def _drawn(policy: Policy, version: Version | None, weights: Weights, reader: Reader, size: float) -> Paper:
    title = reader.words(say("How we evaluate and recognise"))
    paper = Paper(title)
    paper.add_page()
    paper.title_line(title)
    if version is not None:
        paper.note(reader.words(in_force_on_paper(version)))
    for section in in_words(policy):
        paper.heading(reader.words(section.heading))
        for sentence in section.sentences:
            paper.point(reader.words(sentence), size)
    decided = what_decides(policy, weights)
    if decided:
        paper.heading(reader.words(say("What each metric really decides")))
        for sentence in decided:
            paper.point(reader.words(sentence), size)
    return paper
