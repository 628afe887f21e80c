/** What a ship says of itself in one report; null is "not known" (blank, 0, padding), which is no value and no change. */
export type Identity = {
  /** Digits as sent; seven in a number that can be right. */
  readonly imo: string | null;
  readonly name: string | null;
  readonly callsign: string | null;
  /** AIS ship type, 1 to 99. */
  readonly type: number | null;
  /** Metres. */
  readonly length: number | null;
  readonly width: number | null;
};

/** A name or call sign as it is compared: padding and outer blanks gone, inner blanks single, capitals. */
export function plainText(text: string): string | null {
  const at = text.indexOf('@');
  const plain = (at < 0 ? text : text.slice(0, at)).replace(/\s+/g, ' ').trim().toUpperCase();
  return plain === '' ? null : plain;
}

/** The digits of an IMO number as sent, with or without "IMO"; null for none, 0 and what has no digits. */
export function plainImo(text: string): string | null {
  const digits = /^\s*"?(?:IMO)?[\s:.-]*(\d{1,10})(?:\.0+)?"?\s*$/i.exec(text)?.[1];
  if (digits === undefined || /^0+$/.test(digits)) return null;
  return digits;
}

/** What is left in a transponder that nobody set up: these digits name no ship, and several that send them do not contradict each other. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['1234567', '7654321']);

/** Whether digits that were sent as an IMO number can name a ship: seven of them, and no placeholder. A wrong check digit may be a forged number. */
export function canBeImo(digits: string): boolean {
  return /^\d{7}$/.test(digits) && !/^(\d)\1{6}$/.test(digits) && !PLACEHOLDERS.has(digits);
}

/** Identities that are equal in all fields are one object, so that they can be compared and kept by reference. */
export class IdentityTable {
  readonly #known = new Map<string, Identity>();

  intern(identity: Identity): Identity | null {
    const { imo, name, callsign, type, length, width } = identity;
    if (imo === null && name === null && callsign === null && type === null && length === null && width === null)
      return null;
    const key = `${imo}\t${name}\t${callsign}\t${type}\t${length}\t${width}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const kept = Object.freeze({ ...identity });
    this.#known.set(key, kept);
    return kept;
  }
}
