// The day it is in the United Kingdom, whatever the device's own time zone. The only clock in the tool.

import { fromYmd } from "../days.js";

export function today(now = new Date()) {
  const format = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone: "Europe/London", year: "numeric", month: "numeric", day: "numeric",
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return fromYmd(part.year, part.month, part.day);
}
