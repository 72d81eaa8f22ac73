"""A card put into words: the same sheet for the screen, the phone and the printed page."""

from datetime import date

from momentos.analysis.fair import Band
from momentos.domain.messages import Message, Told, say
from momentos.domain.metrics import Metric
from momentos.domain.quantities import Day, Reading, count
from momentos.people.kept.coaching import Note
from momentos.people.meanings.card_sheet import CardSection, CardSheet
from momentos.people.questions.card import Card, CardFigure
from momentos.people.questions.recognition import Recognition
from momentos.people.questions.training import Enrolment, Standing
from momentos.people.words.board import BAND_SENTENCES, answers_missing
from momentos.people.words.policy import in_words

STRENGTHS_SHOWN = 4
"""Touchpoints named as strengths at most, the greatest first."""
_MOVEMENTS = {
    "better": say("{metric}: really better than in your own period before."),
    "worse": say("{metric}: really worse than in your own period before."),
}
_COURSES = {
    Standing.OVERDUE: say("{course}: planned for {day} and not done."),
    Standing.EXPIRED: say("{course}: its validity ended on {day}."),
    Standing.RUNS_OUT: say("{course}: done, and its validity ends on {day}."),
    Standing.SOON: say("{course}: planned for {day}."),
    Standing.PLANNED: say("{course}: planned for {day}."),
    Standing.UNDATED: say("{course}: still to be done."),
}


def card_sheet(card: Card, today: date) -> CardSheet:
    """The whole card as it stands today."""
    return CardSheet(
        employee=card.employee,
        subtitle=_subtitle(card),
        headings=(
            say("Figure"),
            say("Yours"),
            say("95 % interval"),
            say("The team in your same cases"),
            say("You, the period before"),
            say("Answers or cases (n)"),
        ),
        figures=tuple(_row(one) for one in card.figures),
        sections=(
            CardSection(say("What can be said of you"), tuple(_said(card))),
            CardSection(say("Your strengths, and one thing to work on"), _touchpoints(card)),
            CardSection(
                say("What customers say of you"),
                card.words or (say("No comment names you in this period."),),
                is_quoted=bool(card.words),
            ),
            CardSection(say("Your recognitions"), _recognitions(card.recognitions)),
            CardSection(say("Your training"), _courses(card.courses, today)),
            *_steps(card.steps),
            CardSection(say("How you are evaluated"), _policy(card)),
        ),
    )


def _policy(card: Card) -> tuple[Message, ...]:
    return tuple(sentence for section in in_words(card.policy) for sentence in section.sentences)


def _subtitle(card: Card) -> Message:
    if card.from_on is None or card.to_on is None:
        return say("{area} · all the history", area=card.area or "–")
    return say("{area} · {first} to {last}", area=card.area or "–", first=Day(card.from_on), last=Day(card.to_on))


def _row(one: CardFigure) -> tuple[Told, ...]:
    if one.value is None:
        return (one.metric.label, answers_missing(one.missing), "", "", "", count(one.n))
    interval: Told = ""
    if one.low is not None and one.high is not None and one.low == one.low:
        interval = say("{low} to {high}", low=Reading(one.metric, one.low), high=Reading(one.metric, one.high))
    value, expected, before = (_written(one.metric, figure) for figure in (one.value, one.expected, one.before))
    return (one.metric.label, value, interval, expected, before, count(one.n))


def _written(metric: Metric, value: float | None) -> Told:
    return "" if value is None else Reading(metric, value)


def _said(card: Card) -> list[Message]:
    found = []
    for one in card.figures:
        if one.missing_for_band == 1:
            text = say("{metric}: 1 answer is missing to say anything for certain.", metric=one.metric.label)
        elif one.missing_for_band:
            text = say(
                "{metric}: {n} answers are missing to say anything for certain.",
                metric=one.metric.label,
                n=one.missing_for_band,
            )
        elif one.band is not None:
            text = say("{metric}: {sentence}", metric=one.metric.label, sentence=BAND_SENTENCES[Band(one.band)])
        else:
            text = say("{metric}: not measured in this period.", metric=one.metric.label)
        found.append(text)
        if one.movement is not None:
            found.append(Message(_MOVEMENTS[one.movement].text, {"metric": one.metric.label}))
    return found


def _touchpoints(card: Card) -> tuple[Message, ...]:
    strengths = tuple(
        say("At «{touchpoint}» you really do better than the others.", touchpoint=one)
        for one in card.strengths[:STRENGTHS_SHOWN]
    )
    if len(card.strengths) > STRENGTHS_SHOWN:
        strengths = (*strengths, say("And at {n} touchpoints more.", n=len(card.strengths) - STRENGTHS_SHOWN))
    if card.to_work_on is not None:
        work: Message = say("To work on, if only one thing: «{touchpoint}».", touchpoint=card.to_work_on)
    else:
        work = say("At no touchpoint can it be told that you are below the others.")
    return (*(strengths or (say("At no touchpoint can your figure be told apart for the better yet."),)), work)


def _recognitions(given: tuple[Recognition, ...]) -> tuple[Message, ...]:
    if not given:
        return (say("None is written down yet."),)
    return tuple(
        say("{day}: {reason} ({author})", day=Day(one.given_on), reason=one.reason, author=one.given_by or "–")
        for one in given
    )


def _courses(courses: tuple[Enrolment, ...], today: date) -> tuple[Message, ...]:
    """What is due first."""
    if not courses:
        return (say("No course is written down yet."),)
    ordered = sorted(courses, key=lambda one: (not one.standing(today).is_due, one.course))
    return tuple(_course(one, today) for one in ordered)


def _course(one: Enrolment, today: date) -> Message:
    standing = one.standing(today)
    if standing is not Standing.VALID:
        due_on = one.due_on(today)
        return Message(_COURSES[standing].text, {"course": one.course, "day": Day(due_on) if due_on else ""})
    if one.valid_until is not None:
        return say("{course}: done, and valid until {day}.", course=one.course, day=Day(one.valid_until))
    assert one.completed_on is not None
    return say("{course}: done on {day}.", course=one.course, day=Day(one.completed_on))


def _steps(waiting: tuple[Note, ...]) -> tuple[CardSection, ...]:
    """What was agreed on and is still to be done, without what was talked about."""
    if not waiting:
        return ()
    told = tuple(
        say("By {day}: {step} ({author})", day=Day(one.due_on), step=one.next_step, author=one.author)
        for one in waiting
    )
    return (CardSection(say("Your next steps, agreed with whoever leads you"), told),)
