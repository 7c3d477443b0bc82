"""What a body that publishes the guide fills in, for tests that do so in a copy of `partnership.yml`."""

from __future__ import annotations

WEBSITE = "website: {name: HARBOUR LIGHT}\n"
"""The line of the harbour's file that they replace."""
FACTS = """\
website: {name: HARBOUR LIGHT, address: https://guide.example.org}
security_contact: mailto:security@example.org
contacts:
  front_door: {phone: 01632 960001, hours: "Monday to Friday, 9am to 5pm", checked_on: 2026-11-20}
  out_of_hours: {phone: 01632 960002, checked_on: 2026-11-20}
  team: {phone: 01632 960003, email: duty.desk@example.org, checked_on: 2026-11-20}
accessibility:
  email: accessibility@example.org
  phone: 01632 960000
  post: 1 High Street, Exampleton
  answers_within: 5 working days
  compliance: partially compliant
  barriers:
    - what: Forms are Word documents.
      criterion: 1.3.1 (info and relationships)
      instead: Ask us for another format.
    - {what: Old maps have no words., because: outside the regulations}
  prepared: 2026-11-20
  reviewed: 2026-11-22
  tested: 2026-11-16
  tested_by: the digital team, with a screen reader
"""
