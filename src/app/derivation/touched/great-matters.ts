import { assertionBlocks } from '../../../findings/allegations/claim-blocks.ts';
import { ANSWER_REACH } from '../../../findings/allegations/denials-among.ts';
import { MOST_SHOWN, partKeysOf } from '../../../findings/comparison/great-comparison.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Blocks } from '../../../store/blocks.ts';
import { PARTS_AT_ONCE } from './figure-index.ts';
import { heldClaims, MOST_CLAIMS } from './recent-claims.ts';
import type { TouchedMemory } from './touched-memory.ts';

/** Claims, each with its document, and those of them that allege something, which others stand beside; all rows of one block; or parts of a great comparison. */
type Matter =
  | { readonly claims: ReadonlyMap<string, string>; readonly alleging: ReadonlySet<string> }
  | { readonly kind: string; readonly block: string }
  | { readonly parts: readonly string[] };

/** As many stand in a block before an act on one of them is felt, and in all blocks of a kind that are read ahead. */
const LEAST_GREAT = 50;
const MOST_READ = 20_000;
/** So many are read within some hundredths of a second. */
const PART = 100;

/** The claims of the greatest matters in small parts: an act on one of them moves what follows from all. */
export async function greatMatters(
  blocks: Pick<Blocks, 'around' | 'greatest' | 'greatComparisons'>,
): Promise<readonly Matter[]> {
  const questions = await blocks.greatest('question', LEAST_GREAT, MOST_READ);
  const alleging = [...new Set(questions.map(({ claim }) => claim))];
  const beside = await blocks.around(alleging, ANSWER_REACH);
  const all = [...new Map(beside.map(({ around, document }) => [around, document] as const))].slice(0, MOST_CLAIMS);
  const asked = new Set(alleging);
  return [
    ...[...new Set(questions.map(({ block }) => block))].map((block) => ({ kind: 'question', block })),
    ...inLots(all, PART).map((some) => ({ claims: new Map(some), alleging: asked })),
    // They are read sooner than the claims behind a question, and come last.
    ...(await blocks.greatComparisons(MOST_SHOWN)).flatMap((id) =>
      inLots(partKeysOf(id), PARTS_AT_ONCE).map((parts) => ({ parts })),
    ),
  ];
}

function inLots<One>(all: readonly One[], most: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** Reads a block, parts of a great comparison, or claims and what they allege, so that the first act on their matter need not. */
export async function readAhead(
  matter: Matter,
  { claims: recent, index }: Pick<TouchedMemory, 'claims' | 'index'>,
  blocks: Pick<Blocks, 'around' | 'claims' | 'figureIndex' | 'of' | 'within'>,
  regimes: readonly Regime[],
): Promise<void> {
  if ('parts' in matter) return void (await index.read(matter.parts, blocks));
  if ('block' in matter) return void (await blocks.within(matter.kind, [matter.block]));
  const { claims, alleging } = matter;
  const asked = [...claims.keys()].filter((id) => alleging.has(id));
  await blocks.of(asked);
  await blocks.around(asked, ANSWER_REACH);
  for (const [id, held] of await heldClaims(claims, recent, blocks))
    if (alleging.has(id)) assertionBlocks(held.claim, regimes);
}
