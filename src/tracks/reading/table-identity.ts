import { type Identity, type IdentityTable, plainImo, plainText } from '../identity/identity.ts';
import { shipTypeOf } from '../identity/ship-type.ts';

/** The words that a table has for a ship's identity, as they stand in its cells. */
export type IdentityWords = Readonly<Record<'imo' | 'name' | 'callsign' | 'type' | 'length' | 'width', string>>;

/** An identity out of the words of a table; null where none of them says anything. */
export function identityOf(words: IdentityWords, identities: IdentityTable): Identity | null {
  return identities.intern({
    imo: plainImo(words.imo),
    name: plainText(words.name),
    callsign: plainText(words.callsign),
    type: shipTypeOf(words.type),
    length: metresOf(words.length),
    width: metresOf(words.width),
  });
}

/** A size in metres; null for 0, which is "not known". */
export function metresOf(text: string): number | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const metres = Number(text);
  return metres > 0 && metres < 2000 ? metres : null;
}

/** Index into `RECEIVERS` of a word for what received a report. */
export function receiverOf(word: string): number {
  if (/^s(?:at|-?ais|$)/i.test(word)) return 2;
  if (/^t(?:er|-?ais|$)|^(?:shore|coast)/i.test(word)) return 1;
  return 0;
}
