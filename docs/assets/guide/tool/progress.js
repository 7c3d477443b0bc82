// Where a step stands: its status today, how far what was done is from what was due, and what is left until the next limit.

/** The day to work to: the step's own date, or a national limit that comes before it. Null where there is no date. */
export function workTo(step) {
  if (step.due === null) return null;
  const national = step.alternatives
    .filter((one) => one.alternative.kind === "national" && one.counted)
    .map((one) => one.counted.due);
  return Math.min(step.due, ...national);
}

/** `{kind, n}` with kind done, overdue, today, soon or "" (nothing to say). `n` counts working days. */
export function statusOf(step, today, calendar) {
  if (step.done !== null) return { kind: "done", n: 0 };
  const day = workTo(step);
  if (day === null || today < calendar.first || today > calendar.last) return { kind: "", n: 0 };
  if (day === today) return { kind: "today", n: 0 };
  if (day < today) return { kind: "overdue", n: calendar.count(day, today) };
  const n = calendar.count(today, day);
  return n <= 2 ? { kind: "soon", n } : { kind: "", n };
}

/** How far a done date is from the day to work to: `{kind: late | early | onTime, n}`. */
export function difference(step, calendar) {
  const day = workTo(step);
  if (step.done === day) return { kind: "onTime", n: 0 };
  return step.done > day
    ? { kind: "late", n: calendar.count(day, step.done) }
    : { kind: "early", n: calendar.count(step.done, day) };
}

/** The next limit that nothing moves, after `day`: `{step, n}` with n working days left, or null. */
export function nextLimit(step, day, worked) {
  const limits = worked.steps.filter((other) => other !== step && other.done === null && isOuterLimit(other, worked.plan)
    && workTo(other) >= day);
  if (limits.length === 0) return null;
  const next = limits.reduce((a, b) => (workTo(b) < workTo(a) ? b : a));
  return { step: next, n: worked.calendar.count(day, workTo(next)) };
}

/** A limit that counts from a date the reader entered, and not from another step. */
function isOuterLimit({ step, due }, plan) {
  if (due === null || step.rule.kind !== "limit") return false;
  const starts = step.rule.choose === "" ? [step.rule] : step.rule.of;
  return starts.every((rule) => Object.hasOwn(plan.anchors, rule.start));
}

/** The first later step of the same procedure that a moved date has caught up with, or null. */
export function caughtUp(step, worked) {
  const planned = worked.plannedDue.get(step.step.id);
  if (step.due === null || planned === null || step.due <= planned) return null;
  const later = worked.steps.filter((other) => other.step.procedure === step.step.procedure && other.due !== null
    && other.done === null && !other.step.alongside && worked.plannedDue.get(other.step.id) > planned);
  return later.find((other) => other.due <= step.due) ?? null;
}

/** The last day before `day` on which both the calendar and the reader's office are open, or null. */
export function openDayBefore(day, closures, calendar) {
  for (let one = day - 1; one >= calendar.first; one -= 1) {
    if (calendar.isWorkingDay(one) && !closures.includes(one)) return one;
  }
  return null;
}
