/** Reads numbers and times out of the bytes of a field, without making a string of it. */

const ZERO = 48;
const NINE = 57;

/** A blank field. */
export const BLANK = Infinity;

/** A decimal number; BLANK for an empty field, NaN for what is no number. */
export function readDecimal(buffer: Buffer, start: number, end: number): number {
  if (start >= end) return BLANK;
  let at = start;
  let negative = false;
  const first = buffer[at];
  if (first === 45 || first === 43) {
    negative = first === 45;
    at++;
  }
  let whole = 0;
  let scale = 1;
  let digits = 0;
  let seenPoint = false;
  for (; at < end; at++) {
    const byte = buffer[at]!;
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + (byte - ZERO);
      if (seenPoint) scale *= 10;
      digits++;
    } else if (byte === 46 && !seenPoint) seenPoint = true;
    else return readOther(buffer.toString('latin1', start, end));
  }
  if (digits === 0) return Number.NaN;
  // Beyond 15 digits the sum above is no longer exact.
  if (digits > 15) return readOther(buffer.toString('latin1', start, end));
  return (negative ? -whole : whole) / scale;
}

/** Exponents, and more digits than fit; the words that stand for "not available" in exports are blank. */
function readOther(text: string): number {
  if (/^\s*[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?\s*$/.test(text)) return Number(text);
  if (/^\s*(?:null|none|\\N|n\/?a|unknown|undefined)?\s*$/i.test(text)) return BLANK;
  return Number.NaN;
}

/**
 * A time in seconds since 1970 UTC: ISO 8601 (without a zone UTC is meant), seconds, milliseconds, micro- or nanoseconds
 * since 1970, or day/month/year as the Danish authority writes it. BLANK for an empty field, NaN for what is no time.
 */
export function readTime(buffer: Buffer, start: number, end: number): number {
  if (start >= end) return BLANK;
  const length = end - start;
  // 2025-11-22T02:21:47 and 2025/11/22 02:21:47
  if (length >= 10 && (buffer[start + 4] === 45 || buffer[start + 4] === 47) && buffer[start + 7] === buffer[start + 4])
    return readClock(
      buffer,
      start + 10,
      end,
      dayNumber(digits(buffer, start, 4), digits(buffer, start + 5, 2), digits(buffer, start + 8, 2)),
    );
  // 22/11/2025 02:21:47
  if (length >= 10 && buffer[start + 2] === 47 && buffer[start + 5] === 47)
    return readClock(
      buffer,
      start + 10,
      end,
      dayNumber(digits(buffer, start + 6, 4), digits(buffer, start + 3, 2), digits(buffer, start, 2)),
    );
  return ofEpoch(readDecimal(buffer, start, end));
}

/** A time that stands as text elsewhere than in a file of lines. */
export function readTimeText(text: string): number {
  const bytes = Buffer.from(text.trim(), 'latin1');
  return readTime(bytes, 0, bytes.length);
}

/** Seconds of a number whose unit shows in its size: no ship reported before 1973 or will after 5138 in seconds. */
export function ofEpoch(value: number): number {
  if (!Number.isFinite(value)) return value;
  const size = Math.abs(value);
  if (size < 1e11) return Math.floor(value);
  if (size < 1e14) return Math.floor(value / 1e3);
  if (size < 1e17) return Math.floor(value / 1e6);
  return Math.floor(value / 1e9);
}

function readClock(buffer: Buffer, start: number, end: number, day: number): number {
  if (Number.isNaN(day)) return day;
  let at = start;
  if (at >= end) return day * 86400;
  if (buffer[at] !== 84 && buffer[at] !== 32 && buffer[at] !== 116) return Number.NaN;
  at++;
  const hours = digits(buffer, at, 2);
  const minutes = digits(buffer, at + 3, 2);
  if (end - at < 5 || buffer[at + 2] !== 58) return Number.NaN;
  at += 5;
  let seconds = 0;
  if (at < end && buffer[at] === 58) {
    if (end - at < 3) return Number.NaN;
    seconds = digits(buffer, at + 1, 2);
    at += 3;
    if (at < end && (buffer[at] === 46 || buffer[at] === 44)) {
      at++;
      while (at < end && isDigit(buffer[at]!)) at++;
    }
  }
  // The second 60 is a leap second, and AIS's word for "not available" in some exports.
  if (!(hours < 24 && minutes < 60 && seconds <= 60)) return Number.NaN;
  const time = day * 86400 + hours * 3600 + minutes * 60 + seconds;
  const offset = readOffset(buffer, at, end);
  return time - offset;
}

/** Seconds east of Greenwich: nothing, Z, UTC, +09, +0900 or +09:00. */
function readOffset(buffer: Buffer, start: number, end: number): number {
  if (start >= end) return 0;
  const zone = buffer.toString('latin1', start, end).trim();
  if (zone === '' || zone === 'Z' || zone === 'z' || zone === 'UTC') return 0;
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (parts === null) return Number.NaN;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 3600 + Number(parts[3] ?? 0) * 60);
}

/** Days since 1970 of a day of the Gregorian calendar, NaN where there is none. */
function dayNumber(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month, year))) return Number.NaN;
  // Years begin in March here, so that the day that some have more is the last.
  const shifted = month <= 2 ? year - 1 : year;
  const century = Math.floor(shifted / 100);
  return (
    Math.floor(365.25 * shifted) -
    century +
    Math.floor(century / 4) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
    day -
    719469
  );
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function digits(buffer: Buffer, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const byte = buffer[at]!;
    if (!isDigit(byte)) return Number.NaN;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}
