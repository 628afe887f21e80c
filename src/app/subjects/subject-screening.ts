import { identityBearing, type TellingFacts } from '../../screening/identity.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import type { Question } from '../../screening/question.ts';
import { DEFAULT_THRESHOLD, type Hit, screen } from '../../screening/screen.ts';
import type { IdentifierScheme } from '../../subjects/model/mention.ts';
import type { Subject } from '../../subjects/model/subject.ts';
import {
  entityById,
  type HeldDecision,
  type HitDecision,
  questionKeyOf,
  type RememberedDecision,
  recallDecision,
} from '../screening/screening-decisions.ts';
import { questionsOf } from './subject-questions.ts';

/** An entry of a list that a subject may be, with the question that it answers best. */
export type SubjectHit = {
  /** The data set of the entry. */
  readonly list: string;
  readonly entityId: string;
  readonly caption: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly question: Question;
  /** A person's word, or null while the hit waits for one. */
  readonly decision: HitDecision | null;
  readonly note: string | null;
  /** Whether the entry, or what the subject is made of, has changed since the decision: then somebody has to look again. */
  readonly changed: boolean;
  /** The decision whole. */
  readonly remembered: RememberedDecision | null;
};

const MOST_HITS = 5;
/** Answers that a held workspace keeps; names come again in many documents. */
const MOST_MEMOIZED = 100_000;

const answers = new WeakMap<ScreeningIndex, Map<string, readonly Hit[]>>();

/** The hits of one question, asked once while the lists are as they are. */
function hitsOf(index: ScreeningIndex, question: Question): readonly Hit[] {
  const known = answers.get(index) ?? new Map<string, readonly Hit[]>();
  answers.set(index, known);
  const key = questionKeyOf(question);
  const before = known.get(key);
  if (before !== undefined) return before;
  const hits = screen(index, question, { limit: MOST_HITS, threshold: DEFAULT_THRESHOLD });
  if (known.size > MOST_MEMOIZED) known.clear();
  known.set(key, hits);
  return hits;
}

/**
 * The entries that a subject may be by any of its names and numbers, the likeliest first, each once with what was decided on it. A
 * decision on a subject is one on the namings that it was made of: whoever else bears the same name is not decided on with it. An entry
 * whose hull number or date of birth is another's is none that it may be, unless somebody decided on it. `born` are the years of birth
 * that its documents tell.
 */
export function screenSubject(
  index: ScreeningIndex,
  subject: Subject,
  born: readonly string[],
  decisions: readonly HeldDecision[],
): readonly SubjectHit[] {
  const best = new Map<string, { readonly hit: Hit; readonly question: Question }>();
  const decided = new Map<string, RememberedDecision>();
  const own = new Set(subject.leaves.map(({ id }) => id));
  const concerning = decisions.filter(({ leaves }) => leaves === undefined || leaves.some((leaf) => own.has(leaf)));
  const byAct = new Map(concerning.map((one) => [one.act, one]));
  const facts = tellingFacts(subject, born);
  for (const question of questionsOf(subject))
    for (const hit of hitsOf(index, question)) {
      const known = best.get(hit.entityId)?.hit;
      // A number says more than a name that is as much alike.
      if (known === undefined || hit.score > known.score || (hit.score === known.score && hit.support > known.support))
        best.set(hit.entityId, { hit, question });
      const entity = entityById(index, hit.entityId);
      const recalled = entity === undefined ? null : recallDecision(concerning, question, entity);
      const before = decided.get(hit.entityId);
      // Of decisions by several of its names the latest counts.
      if (recalled !== null && (before === undefined || recalled.at >= before.at)) decided.set(hit.entityId, recalled);
    }
  return [...best.values()]
    .sort((a, b) => b.hit.score - a.hit.score || (a.hit.entityId < b.hit.entityId ? -1 : 1))
    .flatMap(({ hit: { entityId, caption, score, reasons }, question }) => {
      const remembered = decided.get(entityId) ?? null;
      const entity = entityById(index, entityId);
      const bearing = entity === undefined ? null : identityBearing(entity, facts);
      if (bearing?.excluded && remembered === null) return [];
      const parted = byAct.get(remembered?.act ?? '')?.leaves?.some((leaf) => !own.has(leaf)) ?? false;
      const note =
        remembered === null ? null : `${remembered.note}${parted ? '; parts of it were split off since' : ''}`;
      const found: SubjectHit = Object.freeze({
        list: entity?.dataset ?? '',
        entityId,
        caption,
        score,
        reasons: [...new Set([...reasons, ...(bearing?.reasons ?? [])])],
        question,
        decision: remembered?.decision ?? null,
        note,
        changed: remembered?.changed === 'entry' || parted,
        remembered,
      });
      return [found];
    });
}

/** What its documents tell beside its names that tells it from others. */
export function tellingFacts({ leaves }: Subject, born: readonly string[]): TellingFacts {
  const identifiers = leaves.flatMap((leaf) => leaf.identifiers).filter(({ valid }) => valid !== false);
  const of = (scheme: IdentifierScheme): readonly string[] => [
    ...new Set(identifiers.filter((one) => one.scheme === scheme).map(({ value }) => value)),
  ];
  return { imoNumbers: of('imo'), numbers: of('passport'), birthDates: born };
}

/** A hit on which somebody has to look: nobody has decided, or what was decided on has changed since. */
export function isOpen({ decision, changed }: Pick<SubjectHit, 'decision' | 'changed'>): boolean {
  return decision === null || changed;
}
