import { extractClaims } from '../../claims/extraction.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { partyOf } from '../../claims/names/mentioned-country.ts';
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
  return claims.some(({ polarity, claimant }) => polarity === 'denies' && !isAnother(claimant, party))
    ? 'denies'
    : 'neither';
}

/** "We stand by what we wrote. Laos denies it": another State or body, named beside the party, speaks for itself. */
function isAnother({ name, kind, country }: Claim['claimant'], party: string): boolean {
  if (country !== undefined) return country !== partyOf([party]);
  const [said, own] = [name, party].map((one) => one.toLowerCase().replace(/^(?:the|our|its) /, '')) as [
    string,
    string,
  ];
  return BODIES.has(kind) && /\p{Lu}/u.test(name.slice(1)) && !said.includes(own) && !own.includes(said);
}

const BODIES: ReadonlySet<string> = new Set(['company', 'ngo', 'newsroom', 'un-body']);
