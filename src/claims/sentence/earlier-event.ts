import type { Antecedent } from '../events/antecedent.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import type { Predicate } from '../model/claim.ts';
import type { Counted } from '../quantities/counted.ts';
import { countedOf } from '../quantities/quantity-extraction.ts';
import type { Draft } from './draft.ts';

const EVENTS: ReadonlySet<Predicate> = new Set<Predicate>([
  'transferred',
  'procured',
  'fired',
  'attacked',
  'halted',
  'called-at',
  'ship-to-ship-transferred',
  'launched',
  'employed',
  'stole',
  'financed',
]);

/** What is counted when it is reported again as "such cases". */
const COUNTED_EVENT =
  /^(attack|launch|transfer|theft|strike|shipment|delivery|port call|ship-to-ship transfer|incident|vote)$/;

/** The event to which "the ninth such case" goes back: the last that happened, and no telling, demand or act of law. */
export function earlierEventIn(drafts: readonly Draft[]): Antecedent | undefined {
  const draft = drafts.findLast(({ predicate }) => EVENTS.has(predicate));
  if (draft === undefined) return undefined;
  const event = draft.quantities.find(({ counts }) => COUNTED_EVENT.test(counts));
  return { predicate: draft.predicate, roles: draft.roles, counts: event?.counts, where: draft.where };
}

/** What the last figure counts. */
export function lastCountedIn(drafts: readonly Draft[]): Counted | undefined {
  const counted = drafts.findLast(({ quantities }) => quantities.length > 0)?.quantities.at(-1);
  if (counted === undefined) return undefined;
  const { counts, unit } = counted;
  // "Exports rose to 204 tons": of what, was told before; of output the next measure need not be.
  if (unit !== undefined && nounList('handing').has(counts)) return undefined;
  return unit !== undefined && nounList('made').has(counts) ? { counts: unit } : countedOf(counted);
}
