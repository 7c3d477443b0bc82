"""Codes of forms in sentences: each is a form of the guide, and in a step one of those that the step names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.checks.texts import ReadText, texts_of
from guide.dates import members_of_acts
from guide.model import Anchor, Guide, Journey, Step, once_a_guide
from guide.plain import plainly
from guide.problems import Problem, each_cause_once, nearest

_NUMBER = r"[0-9]+[a-rt-z]?"
"""Without s: "the SCSI-5s" are several of one form."""
_CODE = re.compile(rf"([A-Za-z][A-Za-z.]*)[ -]*({_NUMBER})", re.I)
_MORE = re.compile(rf"(?:,| to| and| or|/| &) ?({_NUMBER})(?=[.,;:)/]|$| (?:and|or|to|is|are|go|goes)\b)", re.I)
"""The next number where one code stands for several: "SCSI-5 and 6 are sent"."""
_COUNTS = re.compile(
    r" (?:people|persons|children|adults|practitioners|professionals|partners|agencies|members|copies|pages|parts)\b"
)
"""What a number behind a word counts, so that both are no code: "the form 2 people fill in"."""
_LIKE_A_CODE = re.compile(rf"\b([A-Z]{{3}}[A-Za-z]*)[ -]?({_NUMBER})\b")


@dataclass(frozen=True)
class Codes:
    """How the codes of a guide's forms are written, and which form each is."""

    pattern: re.Pattern[str] | None
    forms: Mapping[tuple[str, str], frozenset[str]]


@once_a_guide
def form_codes_of(guide: Guide) -> Codes:
    """The codes of all forms, by their letters and their number: `SCSI - 5` is `("scsi", "5")`."""
    forms: dict[tuple[str, str], set[str]] = {}
    for form in guide.forms:
        for name in (form.code, *form.aliases):
            if name and (found := _CODE.fullmatch(plainly(name))):
                forms.setdefault((found[1].lower(), found[2]), set()).add(str(form.id))
    letters = "|".join(sorted({re.escape(code[0]) for code in forms}, key=len, reverse=True))
    between = r"(?:[ _./-]*|[ -]*(?:no\.?|number) ?)"
    pattern = re.compile(rf"(?<![\w-])({letters}){between}({_NUMBER})s?(?!\w|\.\d)", re.I) if letters else None
    return Codes(pattern, {code: frozenset(names) for code, names in forms.items()})


def check_form_labels(guide: Guide) -> Iterator[Problem]:
    """A form whose code begins none of the `labels` that begin with a code, or whose title is a slip away from theirs.

    A title that is quite another may be the author's own name for the form.
    """
    for form in guide.forms:
        called = [(found, label) for label in form.labels if (found := _CODE.match(plainly(label)))]
        if not form.code or not called:
            continue
        rest = {
            _letters(plainly(label)[found.end() :])
            for found, label in called
            if _letters(found[0]) == _letters(form.code)
        }
        title = _letters(form.title)
        if not rest or (title not in rest and nearest(title, sorted(rest), 0.8)):
            message = f"code and title are '{form.code} {form.title}', and the source has '{called[0][1]}'"
            hint = "correct code or title, or labels: where the source has it so"
            yield Problem(form.code.place, "form-label", message, hint)


def _letters(text: str) -> str:
    """What is left of a title when it is compared: its letters and digits."""
    return "".join(re.findall(r"[^\W_]", plainly(text).lower()))


def check_form_codes(guide: Guide) -> Iterator[Problem]:
    """Every code in a sentence that no form has, or that is not among the forms of what the sentence speaks of: its
    step, the step that an anchor is, or those with which a journey begins and ends."""
    codes = form_codes_of(guide)
    if codes.pattern is None:
        return
    yield from _all_said(guide, codes)
    yield from each_cause_once(_unfitting(guide, codes))


def _unfitting(guide: Guide, codes: Codes) -> Iterator[Problem]:
    for text in texts_of(guide):
        yield from _twice(guide, codes, text)
        whose = _spoken_of(guide, text)
        own = frozenset[str]().union(*(_forms_for(guide, step) for step in whose))
        for words, code in _codes_in(plainly(text.said.text), codes):
            forms = codes.forms.get(code)
            if forms is None:
                message = f"the words say '{re.sub(' *- *', '-', words)}', and no form has that code"
                yield Problem(text.said.text.place, "form-code", message, "correct the code, or add it to forms.yml")
            elif whose and not forms & own and own <= {*guide.form}:  # a form that is not there is told as that
                names = ", ".join(f"'{step.id}'" for step in whose)
                none = f"{names} does not name" if len(whose) == 1 else f"none of {names} names"
                message = f"the words say '{words}', and {none} that form"
                hint = f"add {min(forms)} to forms: of {'this' if text.step else 'that'} step, or correct the code"
                yield Problem(text.said.text.place, "form-code", message, hint)


def _codes_in(text: str, codes: Codes) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each code with its words; also the numbers that follow one, and what is a slip of the pen away from a code."""
    for found in codes.pattern.finditer(text) if codes.pattern else ():
        if found[0].islower() and _COUNTS.match(text, found.end()):
            continue
        yield found[0], (found[1].lower(), found[2].lower())
        end = found.end()
        while more := _MORE.match(text, end):
            yield text[found.start() : more.end()], (found[1].lower(), more[1].lower())
            end = more.end()
    known = {letters for letters, _ in codes.forms}
    for found in _LIKE_A_CODE.finditer(text):
        letters = found[1].lower()
        if letters not in known and any(
            sorted(letters) == sorted(one) or nearest(letters, [one], 0.75) for one in known
        ):
            yield found[0], (found[1].lower(), found[2].lower())


def _all_said(guide: Guide, codes: Codes) -> Iterator[Problem]:
    """A step whose words name one of its forms by its code names all of those that have one."""
    for step in (step for procedure in guide.procedures for step in procedure.steps):
        said = [codes.forms.get(code, frozenset[str]()) for _, code in _codes_in(plainly(step.does), codes)]
        for form in step.forms if said else ():
            known, words = guide.form.get(form), plainly(step.does).lower()
            if known is None or known.code is None or any(form in one for one in said):
                continue
            if not any(plainly(name).lower() in words for name in (known.title, *known.aliases)):
                message = f"'{step.id}' uses {known.code}, and its words name other forms and not that one"
                yield Problem(form.place, "form-code", message, "name it in does:, or correct forms:")


def _twice(guide: Guide, codes: Codes, text: ReadText) -> Iterator[Problem]:
    """A sentence of a step that names one form twice, where the text names another of its forms nowhere by its code."""
    if text.step is None:
        return
    words = plainly(text.said.text)
    named = {form for _, code in _codes_in(words, codes) for form in codes.forms.get(code, ())}
    left = [
        form
        for form in text.step.forms
        if form not in named and form in {one for own in codes.forms.values() for one in own}
    ]
    for sentence in re.split(r"(?<=[.!?;]) ", words) if left else ():
        said = [codes.forms.get(code, frozenset[str]()) for _, code in _codes_in(sentence, codes)]
        if again := next(
            (one for number, one in enumerate(said) if one & frozenset[str]().union(*said[:number])), None
        ):
            code = guide.form[min(again)].code
            message = f"one sentence of '{text.step.id}' names {code} twice, and none names {guide.form[left[0]].code}"
            yield Problem(text.said.text.place, "form-code", message, "correct one of the two codes")


def _spoken_of(guide: Guide, text: ReadText) -> list[Step]:
    """The steps whose forms a text may name; none where it may name any form."""
    noun = text.said.noun
    ids: list[object] = [text.step.id] if text.step else []
    if isinstance(noun, Anchor):
        ids = [noun.done_by]
    elif isinstance(noun, Journey):
        anchors = (guide.partnership.anchors.get(one) for one in (*noun.asks, *noun.may_ask))
        steps = (step for name in noun.procedures if name in guide.procedure for step in guide.procedure[name].steps)
        ids = [*(one.done_by for one in anchors if one), *(step.id for step in steps if step.ends)]
    found = (guide.entry.get(str(one)) for one in ids)
    return [step for step in found if isinstance(step, Step)]


def _forms_for(guide: Guide, step: Step) -> frozenset[str]:
    """The forms of a step, of the same act in other flowcharts, and of the steps it sets."""
    ids = {*members_of_acts(guide).get(str(step.id), ()), *step.sets}
    others = (one for one in map(guide.entry.get, ids) if isinstance(one, Step))
    return frozenset(str(form) for one in (step, *others) for form in one.forms)
