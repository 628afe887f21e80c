import type { Spellings } from '../network/features.ts';
import { readDescription } from '../network/weights.ts';

let known: Spellings | undefined;

/**
 * The tables of spellings, which parser and recogniser share.
 * @throws SyntaxRoomError `weights-altered`
 */
export function readSpellings(): Spellings {
  if (known !== undefined) return known;
  const { symbols, norms, normsByHash } = readDescription();
  known = {
    symbols: new Map(Object.entries(symbols)),
    norms: new Map(Object.entries(norms)),
    normsByHash: new Map(Object.entries(normsByHash)),
  };
  return known;
}
