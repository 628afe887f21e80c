import { extractClaims } from '../../claims/extraction.ts';
import { sha256Hex } from '../../core/hash.ts';
import { blocksOf } from '../../documents/plain-text/plain-text.ts';
import type { FindingReply, ReplyStance } from './hearing.ts';

/**
 * How a reply stands to what is alleged: as it was logged, else as its words say. A text in which the rules of claims find a
 * denial denies; that it accepts is never read out of words. Null while nothing came.
 */
export function stanceOf({ party, received, text, stance }: FindingReply): ReplyStance | null {
  if (received === null) return null;
  if (stance !== null) return stance;
  if (text === null || text.trim() === '') return 'neither';
  const layer = {
    document: `sha256:${sha256Hex(text)}` as const,
    kind: 'text' as const,
    reader: 'plain-text/2',
    text,
    blocks: blocksOf(text),
    pages: [],
    title: null,
    published: received,
    outlet: null,
    language: null,
    encoding: null,
  };
  const claims = extractClaims(layer, { source: { name: party, kind: 'company' }, published: received });
  return claims.some(({ polarity }) => polarity === 'denies') ? 'denies' : 'neither';
}
