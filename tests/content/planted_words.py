"""Faults that an author could make in the words of the shipped guide, each planted alone: `python tests/content/planted_words.py`.

A fault is a kind, a file of `procedures/`, words that stand there and what stands in their place, once.
The table that is printed says of each kind how many are refused and how many go unseen.
"""

# ruff: noqa: E501
from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from committed_calendars import REPOSITORY
from guide.checks.every import check_guide
from guide.checks.references import check_references
from guide.checks.wording import check_wording
from guide.problems import Problem, Problems
from guide.reading.folder import read_guide

PROCEDURES = REPOSITORY / "procedures"
RAPID, NOTICE, LOCAL, LEARN = "rapid-review.yml", "notification.yml", "local-review.yml", "learning-review.yml"
FORMS, WORDS, ASKED, WHOSE = "forms.yml", "glossary.yml", "questions.yml", "partnership.yml"

Fault = tuple[str, str, str, str]

FAULTS: tuple[Fault, ...] = (
    ("no-break space", RAPID, "by working day seven.", "by working day\u00a0nine."),
    ("no-break space", NOTICE, "due: {within: 15 working days", "due: {within:\u00a015 working days"),
    ("no-break space", RAPID, "title: Working Day Eight", "title: Working\u00a0Day\u00a0Nine"),
    ("no-break space", FORMS, "The agencies return it by Working Day Seven", "The agencies return it by Working\u00a0Day\u00a0Nine"),
    ("no-break space", LOCAL, "    title: During the review", "\u00a0   title: During the review"),
    ("thin space", RAPID, "within one working day,", "within\u2009two\u202fworking\u2009days,"),
    ("thin space", WORDS, "in the first 15 working days", "in the first\u200716\u2009working days"),
    ("number in a journey", WHOSE, "also says working day seven after", "also says working day eight after"),
    ("number in a journey", WHOSE, "about: Five working days after the day the request", "about: Six working days after the day the request"),
    ("who decided", NOTICE, "who: safeguarding-partners\n        asks: Which outcome have", "who: local-authority\n        asks: Which outcome have"),
    ("who decided", NOTICE, "who: safeguarding-partners\n        asks: Which outcome have", "who: panel\n        asks: Which outcome have"),
    ("two spaces", RAPID, "by day seven, the seventh", "by  day   nine, the seventh"),
    ("two spaces", LOCAL, "within a 6 month time period", "within a  7  month time period"),
    ("two spaces", FORMS, "within five working days of the team", "within  six  working  days of the team"),
    ("hyphen", RAPID, "Give agencies a 5 working day deadline", "Give agencies a 6\u2011working\u2011day deadline"),
    ("hyphen", LOCAL, "within a 6 month time period", "within a 7\u2010month time period"),
    ("hyphen", RAPID, "title: Working Days Three to Seven", "title: Working Days Four \u2013 Seven"),
    ("hyphen", NOTICE, "on form SCSI-1, with", "on form SCSI\u20112, with"),
    ("full-width digits", RAPID, "takes place on working day 14.", "takes place on working day \uff11\uff13."),
    ("full-width digits", RAPID, "as early as possible on working day 8", "as early as possible on working day \uff19"),
    ("full-width digits", "references.yml", "within 15 working days of the day", "within \uff11\uff16 working days of the day"),
    ("zero-width", RAPID, "Return the completed", "Return\u200b the completed"),
    ("zero-width", WORDS, "term: Clear days", "term: Clear\u2060 days"),
    ("zero-width", NOTICE, "        title: Hold a rapid review", "        ti\u200btle: Hold a rapid review"),
    ("zero-width", NOTICE, "who: local-authority", "who: local\u200d-authority"),
    ("zero-width", ASKED, "meanwhile: Day 14 is read", "meanwhile: Day\u200c 14 is read"),
    ("soft hyphen", RAPID, "Read the Rapid Review Report.", "Read the Rapid Re\u00adview Report."),
    ("soft hyphen", FORMS, "title: Rapid Review letter", "title: Rapid Re\u00adview letter"),
    ("variation selector", WORDS, "means: A weekday that is not", "means: A weekday\ufe0f that is not"),
    ("variation selector", LEARN, "Agree a response or decision.", "Agree a response\U000e0100 or decision."),
    ("tag or filler", LOCAL, "Endorse the final report.", "Endorse the\U000e0041 final report."),
    ("tag or filler", WHOSE, "contact: the Safeguarding", "contact: the\u3164 Safeguarding"),
    ("mark inside", WHOSE, "body: North East", "body: North\ufeff East"),
    ("mark inside", FORMS, "when: On Working Day Two.", "when: On\u200f Working Day Two."),
    ("lost letter", NOTICE, "Consult your agency's", "Consult your agency\ufffcs"),
    ("lost letter", RAPID, "Review the information on", "\uf0b7 Review the information on"),
    ("another alphabet", RAPID, "flowchart: 2", "flowch\u0430rt: 2"),
    ("another alphabet", NOTICE, "title: Are the criteria met?", "t\u0456tle: Are the criteria met?"),
    ("compound number", RAPID, "within one working day, with", "within twenty-one working days, with"),
    ("compound number", LOCAL, "no later than seven working days before publication on", "no later than twenty-seven working days before publication on"),
    ("compound number", FORMS, "no later than seven working days before", "no later than forty seven working days before"),
    ("compound number", "source.yml", "Within five working days of receiving", "Within one hundred and five working days of receiving"),
    ("ordinal", RAPID, "by working day seven.", "by the 9th day."),
    ("ordinal", RAPID, "takes place on working day 14.", "takes place on the thirteenth working day."),
    ("ordinal", WORDS, "meeting on Working Day Fourteen in", "meeting on the twenty-first working day in"),
    ("ordinal", "changes.yml", "to the fifteenth working day after", "to the sixteenth working day after"),
    ("a week", RAPID, "Hold the rapid review meeting, which", "Hold the rapid review meeting within a week, which"),
    ("a week", NOTICE, "does: Inform the safeguarding partners with letter SCSI-2.", "does: Inform the safeguarding partners within a week, with letter SCSI-2."),
    ("a week", LOCAL, "does: Endorse the final report.", "does: Endorse the final report one week after you receive it."),
    ("a fortnight", RAPID, "summary: Fifteen working days in which", "summary: A fortnight in which"),
    ("a fortnight", LOCAL, "within a 6 month time period", "within a fortnight"),
    ("hours", NOTICE, "page on GOV.UK.\n        due", "page on GOV.UK within 72 hours.\n        due"),
    ("hours", RAPID, "within one working day, with", "within 24 hours, with"),
    ("hours", FORMS, "Online, within five working days of the team", "Online, within forty-eight hours of the team"),
    ("year", LOCAL, "within a 6 month time period", "within one year"),
    ("year", WORDS, "means: The previous 12 months. Agencies", "means: The previous two years. Agencies"),
    ("year", "actors.yml", "did in the previous 12 months, and", "did in the previous year and a half, and in the previous 18 months,"),
    ("kind of day", NOTICE, "title: Tell the safeguarding partners", "title: Tell the partners in 5 calendar days"),
    ("kind of day", LOCAL, "seven working days before publication on", "seven calendar days before publication on"),
    ("weekday", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by Friday."),
    ("weekday", NOTICE, "when: The safeguarding partners agree that", "when: By Friday the safeguarding partners agree that"),
    ("weekday", FORMS, "when: On Working Day Two.", "when: On Tuesday."),
    ("weekday", WORDS, "A weekday that is not counted", "A weekday before Friday that is not counted"),
    ("date", LOCAL, "does: Endorse the final report.", "does: Endorse the final report by 31 March 2027."),
    ("date", RAPID, "does: Review the information on", "does: By 17/12/2026 review the information on"),
    ("date", LEARN, "ends: The safeguarding partners sign off", "ends: Before Easter the safeguarding partners sign off"),
    ("time of day", RAPID, "Return the completed SCSI-5", "By 5 pm, return the completed SCSI-5"),
    ("time of day", NOTICE, "Discuss the case with your", "By noon, discuss the case with your"),
    ("next day", NOTICE, "Hold a rapid review of the case", "Hold, on the next working day but one of the following week, a rapid review of the case"),
    ("next day", LEARN, "does: Agree a response or decision.", "does: Agree a response or decision by tomorrow."),
    ("wrong weekday", ASKED, "If the notification is received on Thursday 17 December 2026, SCSI-3", "If the notification is received on Friday 17 December 2026, SCSI-3"),
    ("wrong weekday", ASKED, "received on Monday 21 December, the", "received on Tuesday 21 December, the"),
    ("wrong weekday", "examples/christmas.yml", "to Tuesday 12 January", "to Wednesday 12 January"),
    ("date of an example", "examples/christmas.yml", "Wednesday 30 December", "Thursday 14 January"),
    ("date of an example", "examples/working-back-from-publication.yml", "Wednesday 19 May", "Monday 17 May"),
    ("number of an example", "examples/christmas-eve.yml", "Fifteen working days take", "Sixteen working days take"),
    ("number of an example", "examples/before-easter.yml", "nineteen calendar days", "ninety calendar days"),
    ("number of an example", "examples/ordinary-week.yml", "fifteen working days are three weeks", "fifteen working days are nine weeks"),
    ("summary", RAPID, "summary: Fifteen working days", "summary: Fourteen working days"),
    ("summary", NOTICE, "by when, and how the partnership", "within ten working days, and how the partnership"),
    ("starts and ends", RAPID, "starts: The partnership team receives", "starts: Within 3 working days the partnership team receives"),
    ("starts and ends", NOTICE, "ends: The Panel has the signed decision", "ends: After 16 working days the Panel has the signed decision"),
    ("title of a procedure", RAPID, "title: The rapid review", "title: The rapid review in 16 working days"),
    ("title of a procedure", LOCAL, "title: Local child safeguarding practice review", "title: Local review in 7 months"),
    ("glossary", WORDS, "such as five working days after", "such as six working days after"),
    ("glossary", WORDS, "with seven clear", "with eight clear"),
    ("form's when", FORMS, "Within one working day after the partnership team", "Within two working days after the partnership team"),
    ("form's when", FORMS, "On Working Day Fifteen, with", "On Working Day Fourteen, with"),
    ("national", NOTICE, "says: The rapid review is completed.", "says: The rapid review is completed in 14 working days."),
    ("national", LOCAL, "says: The review is completed and published.", "says: The review is completed and published in nine months."),
    ("drawing", RAPID, "drawing: Working Days One and Two", "drawing: Working Days One to Three"),
    ("drawing", RAPID, "drawing: Working Days Twelve to Fifteen", "drawing: Working Days Twelve to Fourteen"),
    ("heading", RAPID, "title: Working Days Nine to Ten", "title: Working Days Nine - Eleven"),
    ("heading", RAPID, "title: Working Days Nine to Ten", "title: Working Day 2-10"),
    ("heading", RAPID, "title: Working Day Fifteen", "title: 14th Working Day"),
    ("decision", NOTICE, "asks: Do the safeguarding partners agree that the criteria", "asks: Do the partners agree within 3 working days that the criteria"),
    ("decision", LEARN, "{answer: Neither, then", "{answer: Neither within 4 weeks, then"),
    ("outcome", NOTICE, "says: A national review is appropriate.", "says: A national review is appropriate within 8 weeks."),
    ("outcome", LEARN, "says: The representatives decide on neither.", "says: The representatives decide on neither by Monday."),
    ("question", ASKED, "The national rule counts five working days from", "The national rule counts six working days from"),
    ("question", ASKED, "so the meeting is on Working Day Eleven", "so the meeting is on Working Day Sixteen"),
    ("question", ASKED, "Working Day Fourteen is Friday 18 December.", "Working Day Fourteen is Monday 18 December."),
    ("reference", "references.yml", "Within 5 working days of becoming", "Within 3 working days of becoming"),
    ("reference", "references.yml", "within 6 months of the decision", "within 12 months of the decision"),
    ("decision guide", "decision-guide.yml", "says: Suspicion is enough.", "says: Suspicion is enough for 3 weeks."),
    ("decision guide", "decision-guide.yml", "summary: Questions to work through before", "summary: Questions to work through in 9 days before"),
    ("journey", WHOSE, "about: Every date from the day", "about: Every date in sixteen working days from the day"),
    ("journey", WHOSE, "The last day to send", "Eight working days to send"),
    ("changes", "changes.yml", "stands on working day 1, as", "stands on working day 16, as"),
    ("changes", "changes.yml", "    - Where several rules say", "    - Within nineteen working days, where several rules say"),
    ("source", "source.yml", "by email within one working day, with", "by email within two working days, with"),
    ("source", "source.yml", "under: Working Day Eight", "under: Working Day Sixteen"),
    ("deadline in words", NOTICE, "due: as soon as possible after", "due: as soon as possible, and within five working days, after"),
    ("deadline in words", LOCAL, "due: during notification", "due: during the fortnight of notification"),
    ("deadline in words", LEARN, "due: regularly", "due: regularly, by Friday"),
    ("deadline in words", LOCAL, "due: at relevant intervals", "due: at relevant intervals of a month"),
    ("form code", RAPID, "does: Send letter SCSI-3 to", "does: Send letter SCSI-4 to"),
    ("form code", LEARN, "with letter LLR-2.", "with letter LLR-1."),
    ("form code", NOTICE, "on form SCSI-1, with", "on form SCSI-11, with"),
    ("form code", WORDS, "returned on SCSI-5 for", "returned on SCSI-15 for"),
    ("opposite key", LOCAL, "due: {no_later_than: 7 working days, before: publication, clear: false", "due: {no_earlier_than: 7 working days, before: publication, clear: false"),
    ("opposite key", NOTICE, "starts: A professional", "begins: A professional"),
    ("moved step", NOTICE, "then: {to: inform-panel-ofsted-and-dfe,", "then: {to: hold-rapid-review-meeting,"),
    ("moved step", RAPID, "sets: [return-agency-information]", "sets: [definition-met]"),
    ("journey without a procedure", WHOSE, "procedures: [notification, rapid-review]", "procedures: [rapid-review]"),
    ("journey without a procedure", WHOSE, "procedures: [notification, rapid-review]", "procedures: [notification]"),
    ("a fortnight", FORMS, "when: On Working Day Two.", "when: A fortnight after receipt."),
    ("several numbers", RAPID, "Give agencies a 5 working day deadline", "Give agencies 5 or 6 working days"),
    ("several numbers", LOCAL, "within a 6 month time period", "within six (9) months"),
    ("several numbers", FORMS, "The review group completes it on Working Day Eleven", "The review group completes it on Working Days 11, 13 and 16"),
    ("half and dozen", LOCAL, "within a 6 month time period", "within five and a half months"),
    ("half and dozen", NOTICE, "page on GOV.UK.\n        due", "page on GOV.UK within a couple of days.\n        due"),
    ("no space", RAPID, "within one working day, with", "within 2working days, with"),
    ("no space", NOTICE, "page on GOV.UK.\n        due", "page on GOV.UK within 48hrs.\n        due"),
    ("decomposed", WORDS, "term: Clear days", "term: Cle\u0301ar days by Friday"),
    ("decomposed", RAPID, "by working day seven.", "by working da\u0301y\u200d nine."),
    ("another alphabet", RAPID, "by working day seven.", "by working d\u0430y nine."),
    ("another alphabet", WORDS, "in the first 15 working", "in the first 16 w\u043erking"),
    ("note", LEARN, "does: Agree a response or decision.", "notes: [The guide takes it to be 10 days.]\n        does: Agree a response or decision."),
    ("note", RAPID, "notes: [The source names nil returns only", "notes: [In 3 weeks. The source names nil returns only"),
    ("anchor", WHOSE, "day_zero: The day of receipt", "day_zero: The day of receipt, 2 days before day 2"),
    ("anchor", WHOSE, "event: the local authority becomes aware", "event: by Monday the local authority becomes aware"),
    ("other reading", RAPID, "says: If the 11 working days run", "says: If the 12 working days run"),
    ("other reading", LOCAL, "leaves seven whole working days between sending and publication. It", "leaves nine whole working days between sending and publication. It"),
    ("compound number", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within two thousand days."),
    ("ordinal", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by the third of the working days."),
    ("ordinal", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report on the hundredth day."),
    ("several numbers", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within three [3] days."),
    ("several numbers", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report on days 3--9."),
    ("half and dozen", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report in three quarters of an hour."),
    ("kind of day nobody foresaw", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within three term-time days."),
    ("kind of day nobody foresaw", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within 3 NHS working days."),
    ("kind of day nobody foresaw", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within three (working) days."),
    ("kind of day nobody foresaw", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within 3 evenings."),
    ("short form", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report on D+3."),
    ("short form", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within 3 w/d."),
    ("short form", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within 24 h."),
    ("short form", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report on Day III."),
    ("short form", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report on day (3)."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by 17-12-2026."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by 17/12."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by 17-Dec-2026."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by the seventeenth of December."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by mid-December."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by 17th."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report before the May bank holiday."),
    ("date", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by Q3."),
    ("weekday", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report Mon-Fri."),
    ("weekday", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by this Thurs."),
    ("time of day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by half past four."),
    ("time of day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by five o'clock."),
    ("time of day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by EOD."),
    ("time of day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by 5 in the evening."),
    ("end of a period", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by the end of the week."),
    ("end of a period", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report by month end."),
    ("end of a period", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report within a quarter."),
    ("end of a period", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report over the weekend."),
    ("next day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report the day after."),
    ("next day", RAPID, "does: Read the Rapid Review Report.", "does: Read the Rapid Review Report tonight."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read SCSI No 5."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read SCSI_5."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read SCSI-7a."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read SCIS-7."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read SCSl-7."),
    ("form code", RAPID, "does: Read the Rapid Review Report.", "does: Read forms SCSI-7 to 9."),
    ("limit with a year", NOTICE, "when: The safeguarding partners agree that", "when: Before 17 December 2031 the safeguarding partners agree that"),
    ("limit with a year", LEARN, "{answer: Neither, then", '{answer: "Neither by 1 May 2027", then'),
    ("no number beside may", RAPID, "does: Read the Rapid Review Report.", "does: Read the report. What comes by day 12 may be late."),
    ("no number beside may", RAPID, "does: Read the Rapid Review Report.", "does: Read the report. After day 14 march on."),
)  # fmt: skip

HARMLESS: tuple[tuple[str, str, str], ...] = (
    (RAPID, "does: Read the Rapid Review Report.", "does: Read of the girl of 12 years and her brother of six months."),
    (RAPID, "does: Read the Rapid Review Report.", "does: Read of the child born at 36 weeks, one day at a time."),
    (RAPID, "does: Read the Rapid Review Report.", "does: What comes after day 10 may be late."),
    (
        RAPID,
        "does: Read the Rapid Review Report.",
        "does: Read the form 2 people fill in, and ask for a second opinion.",
    ),
    (RAPID, "does: Read the Rapid Review Report.", "does: Read SCSI-7, 5 copies of it, and two letters."),
    (RAPID, "does: Read the Rapid Review Report.", "does: Read SCSI-7s from all, in the afternoon."),
    (RAPID, "does: Read the Rapid Review Report.", "does: Read the report the group has by the end of the day."),
    (WORDS, "means: A weekday that is not", "means: Monday to Friday, at the weekend, in 2018, A weekday that is not"),
    (WHOSE, "about: Every date from the day", "about: Call today or on any day. Every date from the day"),
    ("actors.yml", "about: The agency that", "about: It meets every six weeks, monthly or weekly. The agency that"),
    ("changes.yml", "    - Where several rules say", "    - The limit was 10 working days. Where several rules say"),
    (
        "references.yml",
        "says: What serious harm includes.",
        "says: Published on 26 February 2015. What serious harm includes.",
    ),
    ("forms.yml", "when: On Working Day Two.", "when: On Working Day Two, with 12 pages in the second half."),
)
"""What an honest author may write instead: a file, its words and others in their place."""


def problems_with(fault: Fault, *, quick: bool = False) -> list[Problem]:
    """What the check says of the shipped guide with one fault in it."""
    _, name, old, new = fault
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(PROCEDURES, Path(folder) / "procedures"))
        text = (copy / name).read_text("utf-8")
        assert old in text, f"{name} no longer says {old!r}"
        (copy / name).write_text(text.replace(old, new, 1), "utf-8")
        try:
            guide = read_guide(copy)
            # Most are seen by what is quick; the proofs try every start date.
            found = [*check_references(guide), *check_wording(guide)]
            return found if quick else found or check_guide(guide)
        except Problems as found:
            return list(found.problems)


def main() -> None:
    refused: Counter[str] = Counter()
    unseen: Counter[str] = Counter()
    for fault in FAULTS:
        found = problems_with(fault)
        (refused if found else unseen)[fault[0]] += 1
        if "-v" in sys.argv or not found:
            print(f"{fault[0]}: {fault[3]!r} in {fault[1]}", *(f"  {one}" for one in found[:3]), sep="\n")
    print(f"{'kind':<30} refused  unseen")
    for kind in dict.fromkeys(fault[0] for fault in FAULTS):
        print(f"{kind:<30} {refused[kind]:>7} {unseen[kind]:>7}")
    print(f"{'all':<30} {sum(refused.values()):>7} {sum(unseen.values()):>7}")


if __name__ == "__main__":
    main()
