import type { IdentityTable } from '../identity/identity.ts';
import type { Report } from '../positions/report.ts';
import { DEGREE } from '../positions/report.ts';
import type { AisBits } from './bits.ts';

/** Shortest length in bits of the messages that are read (ITU-R M.1371-5, annex 8). */
const LEAST_BITS: Readonly<Record<number, number>> = {
  1: 149,
  2: 149,
  3: 149,
  4: 149,
  5: 420,
  18: 149,
  19: 306,
  21: 269,
  24: 160,
  27: 94,
};

/** A message that is taken: its report or two (place and identity) go to `take`. */
export type Decoded = 'read' | 'bad-payload' | 'other-message';

/** Units of a position: 1/10,000 minute, and 1/10 minute in message 27. */
const PER_MINUTE = 10_000;
const PER_MINUTE_LONG_RANGE = 10;

/**
 * Decodes the messages that tell of a ship and its place: 1 to 5, 18, 19, 21, 24 and 27. Messages 19 and 21 hold both, and
 * give two reports.
 * @param report filled again for each report; its file, row, time and receiver are the caller's
 */
export function decode(
  bits: AisBits,
  report: Report,
  identities: IdentityTable,
  take: (report: Report) => void,
): Decoded {
  if (bits.length < 38) return 'bad-payload';
  const type = bits.unsigned(0, 6);
  const least = LEAST_BITS[type];
  if (least === undefined) return 'other-message';
  if (bits.length < least) return 'bad-payload';
  report.message = type;
  report.mmsi = bits.unsigned(8, 30);
  if (report.mmsi === 0 || report.mmsi > 999_999_999) return 'bad-payload';
  clear(report);
  switch (type) {
    case 1:
    case 2:
    case 3:
      moving(bits, report, { sog: 50, lon: 61, lat: 89, cog: 116, heading: 128 });
      break;
    case 4:
      fixed(bits, report, 79, 107);
      break;
    case 5:
      voyage(bits, report, identities);
      break;
    case 18:
      moving(bits, report, { sog: 46, lon: 57, lat: 85, cog: 112, heading: 124 });
      break;
    case 19:
      moving(bits, report, { sog: 46, lon: 57, lat: 85, cog: 112, heading: 124 });
      take(report);
      clear(report);
      report.kind = 'static';
      report.identity = identities.intern({
        ...NOTHING,
        name: bits.text(143, 120),
        type: typeOf(bits.unsigned(263, 8)),
        ...sizeOf(bits, 271),
      });
      break;
    case 21:
      fixed(bits, report, 164, 192);
      take(report);
      clear(report);
      report.kind = 'static';
      report.identity = identities.intern({ ...NOTHING, name: bits.text(43, 120), ...sizeOf(bits, 219) });
      break;
    case 24:
      return classBStatic(bits, report, identities, take);
    case 27:
      longRange(bits, report);
      break;
  }
  take(report);
  return 'read';
}

const NOTHING = { imo: null, name: null, callsign: null, type: null, length: null, width: null };

function clear(report: Report): void {
  report.kind = 'position';
  report.lat = Number.NaN;
  report.lon = Number.NaN;
  report.sog = Number.NaN;
  report.cog = Number.NaN;
  report.heading = Number.NaN;
  report.identity = null;
  report.draught = Number.NaN;
  report.destination = null;
}

type Places = {
  readonly sog: number;
  readonly lon: number;
  readonly lat: number;
  readonly cog: number;
  readonly heading: number;
};

function moving(bits: AisBits, report: Report, at: Places): void {
  const sog = bits.unsigned(at.sog, 10);
  const cog = bits.unsigned(at.cog, 12);
  const heading = bits.unsigned(at.heading, 9);
  report.sog = sog < 1023 ? sog / 10 : Number.NaN;
  report.cog = cog < 3600 ? cog / 10 : Number.NaN;
  report.heading = heading < 360 ? heading : Number.NaN;
  putPlace(report, bits.signed(at.lat, 27), bits.signed(at.lon, 28), PER_MINUTE);
}

function fixed(bits: AisBits, report: Report, lon: number, lat: number): void {
  putPlace(report, bits.signed(lat, 27), bits.signed(lon, 28), PER_MINUTE);
}

function longRange(bits: AisBits, report: Report): void {
  const sog = bits.unsigned(79, 6);
  const cog = bits.unsigned(85, 9);
  report.sog = sog < 63 ? sog : Number.NaN;
  report.cog = cog < 360 ? cog : Number.NaN;
  putPlace(report, bits.signed(62, 17), bits.signed(44, 18), PER_MINUTE_LONG_RANGE);
}

/** A latitude or longitude outside the globe is "not available", or noise that the checksum did not catch. */
function putPlace(report: Report, lat: number, lon: number, unit: number): void {
  const degrees = 60 * unit;
  if (Math.abs(lat) <= 90 * degrees) report.lat = Math.round((lat / degrees) * DEGREE);
  if (Math.abs(lon) <= 180 * degrees) report.lon = Math.round((lon / degrees) * DEGREE);
}

function voyage(bits: AisBits, report: Report, identities: IdentityTable): void {
  const imo = bits.unsigned(40, 30);
  const draught = bits.unsigned(294, 8);
  report.kind = 'static';
  report.identity = identities.intern({
    imo: imo === 0 ? null : String(imo),
    callsign: bits.text(70, 42),
    name: bits.text(112, 120),
    type: typeOf(bits.unsigned(232, 8)),
    ...sizeOf(bits, 240),
  });
  report.draught = draught === 0 ? Number.NaN : draught / 10;
  report.destination = bits.text(302, 120);
}

/** Part A has the name, part B the rest; the craft that belongs to a mother ship has her MMSI where others have their size. */
function classBStatic(
  bits: AisBits,
  report: Report,
  identities: IdentityTable,
  take: (report: Report) => void,
): Decoded {
  const part = bits.unsigned(38, 2);
  report.kind = 'static';
  if (part === 0) report.identity = identities.intern({ ...NOTHING, name: bits.text(40, 120) });
  else if (part === 1) {
    if (bits.length < 162) return 'bad-payload';
    const isAuxiliary = Math.floor(report.mmsi / 10_000_000) === 98;
    report.identity = identities.intern({
      ...NOTHING,
      type: typeOf(bits.unsigned(40, 8)),
      callsign: bits.text(90, 42),
      ...(isAuxiliary ? {} : sizeOf(bits, 132)),
    });
  } else return 'bad-payload';
  take(report);
  return 'read';
}

function typeOf(type: number): number | null {
  return type === 0 || type > 99 ? null : type;
}

/** Distances from the antenna to bow, stern, port and starboard; 0 in all of them is "not known". */
function sizeOf(bits: AisBits, from: number): { length: number | null; width: number | null } {
  const length = bits.unsigned(from, 9) + bits.unsigned(from + 9, 9);
  const width = bits.unsigned(from + 18, 6) + bits.unsigned(from + 24, 6);
  return { length: length === 0 ? null : length, width: width === 0 ? null : width };
}
