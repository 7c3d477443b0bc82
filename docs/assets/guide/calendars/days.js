// Days as whole numbers: the kernel that every date in the guide is counted with.
// A day is the number of days since 1970-01-01. No Date object and no time zone: either could move a limit by a day.
// Twin of scripts/guide/calendars/days.py, which explains each function; both give the same answers and the same messages.

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = ["January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"];
const FIRST_DAY = -719162; // 0001-01-01
const LAST_DAY = 2932896; // 9999-12-31
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const AS_WRITTEN = "Write the date as year-month-day, for example 2026-01-06.";

/** Something that cannot be counted. The message says the cause and the cure; `code` says which kind it is. */
export class DayError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "DayError";
    this.code = code;
  }
}

/** @param {unknown} written @returns {number} */
export function parse(written) {
  if (typeof written !== "string") throw new DayError("invalid-date", `A date must be text. ${AS_WRITTEN}`);
  const match = DATE.exec(written);
  if (match === null) {
    const shown = [...written].slice(0, 40).join("");
    throw new DayError("invalid-date", `"${shown}" is not a date this guide can read. ${AS_WRITTEN}`);
  }
  return fromYmd(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** @param {number} day */
export function text(day) {
  const [year, month, dayOfMonth] = toYmd(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** @param {number} day */
export function long(day) {
  return `${WEEKDAYS[weekday(day)]} ${withoutWeekday(day)}`;
}

/** @param {number} day */
export function withoutWeekday(day) {
  const [year, month, dayOfMonth] = toYmd(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** @param {number} year @param {number} month @param {number} day @returns {number} */
export function fromYmd(year, month, day) {
  checkYmd(year, month, day);
  // Years that begin on 1 March put the leap day last, so that one formula serves every month.
  const marchYear = month > 2 ? year : year - 1;
  const daysFromMarch = floor(153 * ((month + 9) % 12) + 2, 5) + day - 1;
  const leapDays = floor(marchYear, 4) - floor(marchYear, 100) + floor(marchYear, 400);
  return marchYear * 365 + leapDays + daysFromMarch - 719468;
}

/** @param {number} year @param {number} month @param {number} day */
function checkYmd(year, month, day) {
  if (![year, month, day].every(Number.isSafeInteger)) {
    throw new DayError("invalid-date", "Year, month and day must be whole numbers.");
  }
  if (year < 1 || year > 9999) {
    throw new DayError("invalid-date", `${year} is not a year this guide can read. Use a year from 1 to 9999.`);
  }
  if (month < 1 || month > 12) {
    throw new DayError("invalid-date", `There is no month ${month}. Use a month from 1 to 12.`);
  }
  const length = daysInMonth(year, month);
  if (day < 1 || day > length) {
    throw new DayError("invalid-date",
      `There is no day ${day} in ${MONTHS[month - 1]} ${year}. Use a day from 1 to ${length}.`);
  }
}

/** @param {number} day @returns {[year: number, month: number, dayOfMonth: number]} */
export function toYmd(day) {
  checkDay(day);
  const sinceMarch0000 = day + 719468;
  const era = floor(sinceMarch0000, 146097);
  const dayOfEra = sinceMarch0000 - era * 146097;
  const yearOfEra = floor(dayOfEra - floor(dayOfEra, 1460) + floor(dayOfEra, 36524) - floor(dayOfEra, 146096), 365);
  const daysFromMarch = dayOfEra - (365 * yearOfEra + floor(yearOfEra, 4) - floor(yearOfEra, 100));
  const monthsFromMarch = floor(5 * daysFromMarch + 2, 153);
  const dayOfMonth = daysFromMarch - floor(153 * monthsFromMarch + 2, 5) + 1;
  const month = monthsFromMarch < 10 ? monthsFromMarch + 3 : monthsFromMarch - 9;
  return [era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfMonth];
}

/** 0 for Monday to 6 for Sunday. @param {number} day */
export function weekday(day) {
  checkDay(day);
  return (((day + 3) % 7) + 7) % 7;
}

/** @param {number} day @param {number} count */
export function daysAfter(day, count) {
  checkDay(day);
  checkCount(count);
  return insideTheYears(day + count);
}

/** @param {number} day @param {number} count */
export function weeksAfter(day, count) {
  checkDay(day);
  checkCount(count);
  return insideTheYears(day + 7 * count);
}

/** @param {number} day @param {number} count */
export function monthsAfter(day, count) {
  const [year, month, dayOfMonth] = toYmd(day);
  checkCount(count);
  const months = year * 12 + month - 1 + count;
  const newYear = floor(months, 12);
  if (newYear < 1 || newYear > 9999) {
    throw new DayError("invalid-date", "The answer is not between the years 1 and 9999. Use fewer months.");
  }
  const newMonth = months - newYear * 12 + 1;
  return fromYmd(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** @param {number} day @param {number} count */
export function clearDaysAfter(day, count) {
  checkCount(count, 1);
  return daysAfter(day, count + 1);
}

/** @param {number} day @param {number} count */
export function clearDaysBefore(day, count) {
  checkCount(count, 1);
  return daysAfter(day, -count - 1);
}

/** Monday to Friday from `first` to `last`, but not the `closed` days; answers nothing about any other day. */
export class WorkingDays {
  /** @type {number[]} */
  #working = [];
  #until = [0]; // #until[i]: how many working days come before first + i, so that every count is one subtraction

  /** @param {number} first @param {number} last @param {Iterable<number>} closed */
  constructor(first, last, closed) {
    checkDay(first);
    checkDay(last);
    if (first > last) {
      throw new DayError("invalid-calendar", `The calendar ends on ${text(last)}, before it begins on ${text(first)}.`);
    }
    /** @type {number} */
    this.first = first;
    /** @type {number} */
    this.last = last;
    this.closed = new Set(closed);
    for (const day of this.closed) this.#position(day);
    for (let day = first; day <= last; day += 1) {
      if (weekday(day) < 5 && !this.closed.has(day)) this.#working.push(day);
      this.#until.push(this.#working.length);
    }
  }

  /** @param {number} day */
  isWorkingDay(day) {
    const position = this.#position(day);
    return this.#until[position + 1] > this.#until[position];
  }

  /** @param {number} day @param {number} count */
  workingDayAfter(day, count) {
    const position = this.#position(day);
    checkCount(count, 1);
    return this.#workingDay(this.#until[position + 1] + count - 1, day);
  }

  /** @param {number} day @param {number} count */
  workingDayBefore(day, count) {
    const position = this.#position(day);
    checkCount(count, 1);
    return this.#workingDay(this.#until[position] - count, day);
  }

  /** @param {number} day @param {number} count */
  clearAfter(day, count) {
    this.#position(day);
    checkCount(count, 1);
    return this.workingDayAfter(day, count + 1);
  }

  /** @param {number} day @param {number} count */
  clearBefore(day, count) {
    this.#position(day);
    checkCount(count, 1);
    return this.workingDayBefore(day, count + 1);
  }

  /** @param {number} start @param {number} end */
  count(start, end) {
    return this.#until[this.#position(end) + 1] - this.#until[this.#position(start) + 1];
  }

  /** @param {number} day */
  following(day) {
    return this.#workingDay(this.#until[this.#position(day)], day);
  }

  /** @param {number} day */
  preceding(day) {
    return this.#workingDay(this.#until[this.#position(day) + 1] - 1, day);
  }

  /** @param {number} day */
  #position(day) {
    checkDay(day);
    if (day < this.first || day > this.last) {
      throw new DayError("outside-calendar", `${long(day)} is outside the calendar, ${this.#extent()}`);
    }
    return day - this.first;
  }

  /** @param {number} index @param {number} countedFrom */
  #workingDay(index, countedFrom) {
    if (index < 0 || index >= this.#working.length) {
      throw new DayError("outside-calendar",
        `Counting from ${long(countedFrom)} runs outside the calendar, ${this.#extent()}`);
    }
    return this.#working[index];
  }

  #extent() {
    return `which runs from ${long(this.first)} to ${long(this.last)}. `
      + "Use a date inside it, or ask the guide's owner to extend the calendar.";
  }
}

/** @param {number} number @param {number} divisor */
function floor(number, divisor) {
  return Math.floor(number / divisor);
}

/** @param {number} year @param {number} month */
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @param {number} day */
function checkDay(day) {
  if (!Number.isSafeInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new DayError("invalid-date",
      "A day must be a whole number of days that falls between the years 1 and 9999.");
  }
}

/** @param {number} count @param {number | null} atLeast */
function checkCount(count, atLeast = null) {
  if (!Number.isSafeInteger(count)) throw new DayError("invalid-count", "How many must be a whole number.");
  if (atLeast !== null && count < atLeast) {
    throw new DayError("invalid-count", `How many must be ${atLeast} or more.`);
  }
}

/** @param {number} day */
function insideTheYears(day) {
  checkDay(day);
  return day;
}
