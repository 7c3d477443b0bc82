// The day it is in the United Kingdom, whatever the device's own time zone. The only clock in the guide.

const LONDON = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
  timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit",
});

/** The day it is in London, as YYYY-MM-DD. */
export function todayInLondon(now = new Date()) {
  const part = Object.fromEntries(LONDON.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

const LONDON_IN_WORDS = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", { timeZone: "Europe/London", dateStyle: "long" });

/** The same day as people write it: 17 December 2026. @param {Date} moment */
export function inWords(moment) {
  return LONDON_IN_WORDS.format(moment);
}
