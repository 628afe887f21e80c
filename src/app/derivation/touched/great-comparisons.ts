import { asNamed } from '../../../claims/model/party.ts';
import { inTurns } from '../../../core/steps.ts';
import { briefly } from '../../../findings/comparison/brief-comparison.ts';
import { comparisonId, figuresOf } from '../../../findings/comparison/comparison-topic.ts';
import { type RelationMemory, relatingAmong } from '../../../findings/comparison/figure-relations.ts';
import {
  type FigureEntry,
  figureEntry,
  greatComparison,
  inTheirOrder,
  MOST_SHOWN,
  onItsPage,
  partOf,
} from '../../../findings/comparison/great-comparison.ts';
import type { ComparisonTopic, Figure } from '../../../findings/model/comparison.ts';
import type { Blocks, HeldBlock } from '../../../store/blocks.ts';
import { placeIn } from '../claim-place.ts';
import type { FigureIndex } from './figure-index.ts';
import type { Readings } from './readings.ts';
import type { TouchedClaim } from './touched-claims.ts';

/** Whom `greatComparisons` asks. */
export type GreatSources = {
  readonly blocks: Pick<Blocks, 'figureIndex' | 'of' | 'placesOf' | 'unspoken'>;
  readonly index: FigureIndex;
  readonly relations: RelationMemory;
  readonly readings: Readings;
};

/**
 * The great comparisons of some blocks as claims leave them that were rejected, or are no more: worked out from the entries of their figures
 * and from the claims of those that are shown or stand in a part that changes. Blocks of which somebody spoke are no great ones, nor are
 * those that have come to be small; null where a claim is not there.
 */
export async function greatComparisons(
  blocks: readonly string[],
  turned: readonly TouchedClaim[],
  sources: GreatSources,
): Promise<ReadonlyMap<string, ComparisonTopic> | null> {
  const sizes = await sources.blocks.unspoken(blocks.map(comparisonId));
  const found = new Map<string, ComparisonTopic>();
  for (const block of blocks) {
    if ((sizes.get(comparisonId(block)) ?? 0) <= MOST_SHOWN) continue;
    const topic = await greatComparisonOf(block, turned, sources);
    if (topic === null) return null;
    if (topic !== 'small') found.set(block, topic);
  }
  return found;
}

async function greatComparisonOf(
  block: string,
  turned: readonly TouchedClaim[],
  { blocks, index, relations, readings }: GreatSources,
): Promise<ComparisonTopic | 'small' | null> {
  const rejected = new Set<string>(turned.flatMap(({ claim }) => (claim.status === 'rejected' ? [claim.id] : [])));
  const before = await index.entriesOf(comparisonId(block), blocks);
  const left = before.filter(({ claim }) => rejected.has(claim));
  const added = await addedTo(block, turned, readings, blocks);
  const standing = before.filter(({ claim }) => !rejected.has(claim));
  const now = added.length === 0 ? standing : [...standing, ...added].sort(inTheirOrder);
  if (now.length <= MOST_SHOWN) return 'small';

  const shown = onItsPage(now, ({ said }) => said);
  const atHand = await figuresAt([...shown].sort(inTheirOrder), readings);
  if (atHand === null) return null;
  const related = await inTurns(relatingAmong(atHand, asNamed, relations));
  const listed = new Set([...briefly({ figures: atHand, relations: related }).figures].map(({ id }) => id));
  const isMoved = (entry: FigureEntry): boolean =>
    entry.shown !== shown.has(entry) || entry.listed !== listed.has(idOf(entry));
  const parts = new Set([...left, ...added, ...now.filter(isMoved)].map(({ claim }) => partOf(claim)));
  const figures = await figuresAt(
    now.filter((entry) => shown.has(entry) || parts.has(partOf(entry.claim))),
    readings,
  );
  return figures === null ? null : greatComparison(block, now, { figures, relations: related, parts });
}

/** The entries of figures whose claims were rejected and are not now. */
async function addedTo(
  block: string,
  turned: readonly TouchedClaim[],
  readings: Readings,
  blocks: GreatSources['blocks'],
): Promise<readonly FigureEntry[]> {
  const back = turned.flatMap(({ claim }) => (claim.status === 'rejected' ? [] : [claim]));
  if (back.length === 0) return [];
  const own = new Set((await blocks.of(back.map(({ id }) => id))).filter(isIn(block)).map(({ item }) => item));
  const places = await blocks.placesOf([...new Set(back.map(({ document }) => document))]);
  return back.flatMap((claim) => {
    const place = placeIn(places.get(claim.document) ?? 0, readings.placeOf(claim));
    return figuresOf(claim)
      .filter(({ id }) => own.has(id))
      .map((figure) => figureEntry(figure, { place, shown: false, listed: false, partyOf: asNamed }));
  });
}

function isIn(block: string): (held: HeldBlock) => boolean {
  return (held) => held.kind === 'figures' && held.block === block;
}

function idOf({ claim, nth }: FigureEntry): string {
  return `${claim}-${nth}`;
}

/** The figures of some entries, in the order of these; null where one is not there. */
async function figuresAt(entries: readonly FigureEntry[], readings: Readings): Promise<readonly Figure[] | null> {
  if (!(await readings.take(new Map(entries.map(({ claim, document }) => [claim, document]))))) return null;
  const figures = entries.flatMap((entry) => {
    const claim = readings.claimOf(entry.claim);
    const figure = claim && figuresOf(claim).find(({ id }) => id === idOf(entry));
    return figure === undefined ? [] : [figure];
  });
  return figures.length === entries.length ? figures : null;
}
