// The day it is in the United Kingdom, whatever the device's own time zone. The only clock in the tool.

import { fromYmd } from "../days.js";

const LONDON = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
  timeZone: "Europe/London", year: "numeric", month: "numeric", day: "numeric",
});

export function today(now = new Date()) {
  const part = Object.fromEntries(LONDON.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return fromYmd(part.year, part.month, part.day);
}
