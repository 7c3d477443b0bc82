// A short number for an id, the same in both languages.

const ENCODER = new TextEncoder();

/** FNV-1a in 32 bits. Twin of `_fnv` in scripts/guide/exports/icalendar.py. @param {string} id @returns {number} */
export function fnv(id) {
  return ENCODER.encode(id).reduce((hash, octet) => Math.imul(hash ^ octet, 0x01000193) >>> 0, 0x811c9dc5);
}
