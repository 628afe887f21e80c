import { factsOf } from '../../../claims/comparison/figure-facts.ts';
import { assertionBlocks } from '../../../findings/allegations/claim-blocks.ts';
import { ANSWER_REACH } from '../../../findings/allegations/denials-among.ts';
import { figuresOf } from '../../../findings/comparison/comparison-topic.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Blocks } from '../../../store/blocks.ts';
import type { Details } from '../../../store/details.ts';
import { heldClaims, type RecentClaims } from './recent-claims.ts';

/** Claims, each with its document, and those of them that allege something; the others stand beside these. */
type Matter = { readonly claims: ReadonlyMap<string, string>; readonly alleging: ReadonlySet<string> };

/** As many stand in a block before an act on one of them is felt, and as many claims are read ahead in all. */
const LEAST_GREAT = 50;
const MOST_READ = 20_000;
/** So many are read within some hundredths of a second. */
const PART = 100;

/** The claims of the greatest matters in small parts: an act on one of them moves what follows from all. */
export async function greatMatters(
  blocks: Pick<Blocks, 'around' | 'greatest'>,
  details: Pick<Details, 'documentsOf'>,
): Promise<readonly Matter[]> {
  const claimsOf = async (kind: string): Promise<readonly string[]> => [
    ...new Set((await blocks.greatest(kind, LEAST_GREAT, MOST_READ)).map(({ claim }) => claim)),
  ];
  const alleging = await claimsOf('question');
  const all = [
    ...(await details.documentsOf(await claimsOf('figures'))),
    ...(await blocks.around(alleging, ANSWER_REACH)),
  ];
  const asked = new Set(alleging);
  return Array.from({ length: Math.ceil(all.length / PART) }, (_, at) => ({
    claims: new Map(all.slice(at * PART, (at + 1) * PART)),
    alleging: asked,
  }));
}

/** Reads claims and what they allege and count, so that the first act on their matter need not. */
export async function readAhead(
  { claims, alleging }: Matter,
  recent: RecentClaims,
  blocks: Pick<Blocks, 'claims'>,
  regimes: readonly Regime[],
): Promise<void> {
  for (const [id, held] of await heldClaims(claims, recent, blocks)) {
    if (alleging.has(id)) assertionBlocks(held.claim, regimes);
    for (const { claim, quantity } of figuresOf(held.claim)) factsOf(claim, quantity);
  }
}
