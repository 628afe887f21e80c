import { sha256 } from '../../core/hash.ts';
import { ExchangeError } from '../exchange-error.ts';
import { stampedHash, type TimeStamp, verifyTimeStamp } from './time-stamp-reply.ts';

/**
 * What the stamps of a note are over: its text, since lines may be added to it later; or its text with an earlier stamp, which
 * renews that one before the authority's certificate ends.
 */
export function stampableData(noteText: string, stamps: readonly Uint8Array[], renewed: boolean): Buffer {
  const last = renewed ? stamps.at(-1) : undefined;
  return Buffer.concat([Buffer.from(noteText, 'utf8'), last ?? Buffer.alloc(0)]);
}

export type NoteStamp = {
  readonly name: string;
  readonly stamp: TimeStamp | null;
  /** The earlier stamp that this one renews. */
  readonly renews: string | null;
  readonly fault: string | null;
};

/** Verifies the stamps of a note, each against the text or against a stamp before it. */
export async function verifyNoteStamps(
  noteText: string,
  stamps: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  roots: string | null,
): Promise<NoteStamp[]> {
  const found: NoteStamp[] = [];
  for (const [at, { name, bytes }] of stamps.entries()) {
    try {
      const { data, renews } = dataOf(noteText, stamps.slice(0, at), bytes);
      found.push({ name, stamp: await verifyTimeStamp(bytes, data, roots), renews, fault: null });
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      found.push({ name, stamp: null, renews: null, fault: error.message });
    }
  }
  return found;
}

/** What a stamp is over, among what it can be over. @throws ExchangeError `bad-time-stamp` */
export function dataOf(
  noteText: string,
  earlier: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  reply: Uint8Array,
): { data: Buffer; renews: string | null } {
  const hash = stampedHash(reply);
  const candidates = [{ name: null, bytes: null }, ...earlier].map(({ name, bytes }) => ({
    data: stampableData(noteText, bytes === null ? [] : [bytes], bytes !== null),
    renews: name,
  }));
  const found = candidates.find(({ data }) => sha256(data).equals(hash));
  if (found !== undefined) return found;
  throw new ExchangeError('bad-time-stamp', 'this stamp of time does not hold: it is over other data');
}
