import type { Identity } from '../identity/identity.ts';
import { shipClass } from '../identity/ship-type.ts';
import type { IdentityLog, IdentitySpan } from './identity-log.ts';

/** The fields of an identity that are followed for changes, apart from the flag. */
export const FIELDS = ['imo', 'name', 'callsign', 'type', 'size'] as const;
export type IdentityField = (typeof FIELDS)[number];

/** How long a ship said one value of a field: from the first to the last time, and how often. */
export type FieldValue = {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly reports: number;
  readonly first: IdentitySpan['first'];
  readonly last: IdentitySpan['last'];
};

/** What a value is compared by: spelling of the same name or size does not count as another. */
function keyOf(field: IdentityField, identity: Identity): { key: string; value: string } | undefined {
  switch (field) {
    case 'imo':
      return identity.imo === null ? undefined : { key: identity.imo, value: identity.imo };
    case 'name':
    case 'callsign': {
      const text = identity[field];
      const key = text?.replace(/[^\p{Letter}\p{Number}]/gu, '') ?? '';
      return text === null || key === '' ? undefined : { key, value: text };
    }
    case 'type':
      return identity.type === null
        ? undefined
        : { key: String(shipClass(identity.type)), value: String(identity.type) };
    case 'size': {
      const { length, width } = identity;
      if (length === null || width === null) return undefined;
      return { key: `${length}x${width}`, value: `${length}x${width}` };
    }
  }
}

/** All values of a field in a log, by their first time. A size that is off by what antennas are moved is the same size. */
export function valuesOfField(log: IdentityLog, field: IdentityField): FieldValue[] {
  const found = new Map<string, { -readonly [Key in keyof FieldValue]: FieldValue[Key] }>();
  const alias = new Map<string, string>();
  for (const { identity, from, to, reports, first, last } of log) {
    const read = keyOf(field, identity);
    if (read === undefined) continue;
    const key = field === 'size' ? sameSize(read.key, found.keys(), alias) : read.key;
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { value: read.value, from, to, reports, first, last });
      continue;
    }
    if (from < known.from) {
      known.from = from;
      known.first = first;
    }
    if (to > known.to) {
      known.to = to;
      known.last = last;
    }
    known.reports += reports;
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

const SIZE_METRES = 5;
const SIZE_SHARE = 0.05;
const WIDTH_METRES = 3;

function sameSize(size: string, known: Iterable<string>, alias: Map<string, string>): string {
  const before = alias.get(size);
  if (before !== undefined) return before;
  const [length = 0, width = 0] = size.split('x').map(Number);
  for (const other of known) {
    const [otherLength = 0, otherWidth = 0] = other.split('x').map(Number);
    const most = Math.max(SIZE_METRES, SIZE_SHARE * otherLength);
    if (Math.abs(length - otherLength) <= most && Math.abs(width - otherWidth) <= WIDTH_METRES) {
      alias.set(size, other);
      return other;
    }
  }
  return size;
}
