import { factsOf } from '../../../claims/comparison/figure-facts.ts';
import { assertionBlocks } from '../../../findings/allegations/claim-blocks.ts';
import { ANSWER_REACH } from '../../../findings/allegations/denials-among.ts';
import { figuresOf } from '../../../findings/comparison/comparison-topic.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Blocks } from '../../../store/blocks.ts';
import type { Details } from '../../../store/details.ts';
import { keepClaims, type RecentClaims } from './recent-claims.ts';

/** Claims, each with its document. */
type Claims = ReadonlyMap<string, string>;

/** As many stand in a block before an act on one of them is felt, and as many claims are read ahead in all. */
const LEAST_GREAT = 50;
const MOST_READ = 10_000;
/** So many are read within some hundredths of a second. */
const PART = 100;

/** The claims of the greatest matters in small parts: an act on one of them moves what follows from all. */
export async function greatMatters(
  blocks: Pick<Blocks, 'around' | 'greatest'>,
  details: Pick<Details, 'documentsOf'>,
): Promise<readonly Claims[]> {
  const claimsOf = async (kind: string): Promise<readonly string[]> => [
    ...new Set((await blocks.greatest(kind, LEAST_GREAT, MOST_READ)).map(({ claim }) => claim)),
  ];
  const all = [
    ...(await blocks.around(await claimsOf('question'), ANSWER_REACH)),
    ...(await details.documentsOf(await claimsOf('figures'))),
  ];
  return Array.from(
    { length: Math.ceil(all.length / PART) },
    (_, at) => new Map(all.slice(at * PART, (at + 1) * PART)),
  );
}

/** Reads claims and what they allege and count, so that the first act on their matter need not. */
export async function readAhead(
  claims: Claims,
  recent: RecentClaims,
  blocks: Pick<Blocks, 'claims'>,
  regimes: readonly Regime[],
): Promise<void> {
  await keepClaims(claims, recent, blocks);
  for (const [id, document] of claims) {
    const held = recent.of(document)?.get(id);
    if (held === undefined) continue;
    assertionBlocks(held.claim, regimes);
    for (const { claim, quantity } of figuresOf(held.claim)) factsOf(claim, quantity);
  }
}
