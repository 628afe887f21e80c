import { assertionBlocks } from '../../../findings/allegations/claim-blocks.ts';
import { ANSWER_REACH } from '../../../findings/allegations/denials-among.ts';
import { MOST_SHOWN } from '../../../findings/comparison/great-comparison.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Blocks, HeldBlock } from '../../../store/blocks.ts';
import type { Details } from '../../../store/details.ts';
import { heldClaims, MOST_CLAIMS } from './recent-claims.ts';
import type { TouchedMemory } from './touched-memory.ts';

/** Claims, each with its document, and those of them that allege something, which others stand beside; all rows of one block; or a great comparison. */
type Matter =
  | { readonly claims: ReadonlyMap<string, string>; readonly alleging: ReadonlySet<string> }
  | { readonly kind: string; readonly block: string }
  | { readonly comparison: string };

/** As many stand in a block before an act on one of them is felt, and in all blocks of a kind that are read ahead. */
const LEAST_GREAT = 50;
const MOST_READ = 20_000;
/** So many are read within some hundredths of a second. */
const PART = 100;

/** The claims of the greatest matters in small parts: an act on one of them moves what follows from all. */
export async function greatMatters(
  blocks: Pick<Blocks, 'around' | 'greatest' | 'greatComparisons'>,
  details: Pick<Details, 'documentsOf'>,
): Promise<readonly Matter[]> {
  const greatest = (kind: string) => blocks.greatest(kind, LEAST_GREAT, MOST_READ);
  const [questions, denials] = [await greatest('question'), await greatest('denial')];
  const claimsOf = (held: readonly HeldBlock[]): readonly string[] => [...new Set(held.map(({ claim }) => claim))];
  const alleging = claimsOf(questions);
  const beside = await blocks.around(alleging, ANSWER_REACH);
  // What is asked at every act on such a matter comes before what a rejection alone moves.
  const all = [
    ...new Map([
      ...beside.map(({ around, document }) => [around, document] as const),
      ...(await details.documentsOf(claimsOf(denials))),
    ]),
  ].slice(0, MOST_CLAIMS);
  const asked = new Set(alleging);
  const whole = (kind: string, held: readonly HeldBlock[]): readonly Matter[] =>
    [...new Set(held.map(({ block }) => block))].map((block) => ({ kind, block }));
  return [
    ...(await blocks.greatComparisons(MOST_SHOWN)).map((comparison) => ({ comparison })),
    ...whole('question', questions),
    ...whole('denial', denials),
    ...Array.from({ length: Math.ceil(all.length / PART) }, (_, at) => ({
      claims: new Map(all.slice(at * PART, (at + 1) * PART)),
      alleging: asked,
    })),
  ];
}

/** Reads a block, a great comparison, or claims and what they allege, so that the first act on their matter need not. */
export async function readAhead(
  matter: Matter,
  { claims: recent, index }: Pick<TouchedMemory, 'claims' | 'index'>,
  blocks: Pick<Blocks, 'around' | 'claims' | 'figureIndex' | 'of' | 'within'>,
  regimes: readonly Regime[],
): Promise<void> {
  if ('comparison' in matter) return void (await index.entriesOf(matter.comparison, blocks));
  if ('block' in matter) return void (await blocks.within(matter.kind, [matter.block]));
  const { claims, alleging } = matter;
  const asked = [...claims.keys()].filter((id) => alleging.has(id));
  await blocks.of(asked);
  await blocks.around(asked, ANSWER_REACH);
  for (const [id, held] of await heldClaims(claims, recent, blocks))
    if (alleging.has(id)) assertionBlocks(held.claim, regimes);
}
