"""No form of the shipped guide can lose, gain or change a letter of its code or title unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.checks.form_codes import check_form_labels
from guide.model.guide import Guide
from guide.strict_yaml.text import Text

CODES = ("SCSI-1", "SCSI-2", "SCSI-3", "SCSI-4", "SCSI-5", "SCSI-6", "SCSI-7", "SRG-8", "Letter-9", "LLR-1", "LLR-2")


def test_every_form_with_a_code_has_a_label_to_be_held_to(guide: Guide) -> None:
    assert tuple(form.code for form in guide.forms if form.code) == CODES
    assert list(check_form_labels(guide)) == []


@pytest.mark.parametrize("code", CODES)
def test_a_changed_code_or_title_is_found(guide: Guide, code: str) -> None:
    form = next(one for one in guide.forms if one.code == code)
    changed = [
        *({"code": Text(other, form.id.place)} for other in (f"{code}5", code[:-1], f"{code[:-1]}0", f"X{code}")),
        *(
            {"title": Text(other, form.id.place)}
            for other in (form.title[:-1], f"{form.title}s", form.title.replace("e", "a", 1))
        ),
    ]
    for change in changed:
        forms = tuple(one if one is not form else one.model_copy(update=change) for one in guide.forms)
        found = list(check_form_labels(replace(guide, forms=forms)))
        assert [one.code for one in found] == ["form-label"], change
