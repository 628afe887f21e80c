import { digestOf } from '../../core/digest.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { memoized } from '../../core/memoized.ts';
import { briefly } from '../../findings/comparison/brief-comparison.ts';
import { comparedAmong } from '../../findings/comparison/figure-relations.ts';
import { figuresIn, originsIn } from '../../findings/comparison/great-comparison.ts';
import type { ComparisonTopic, Figure } from '../../findings/model/comparison.ts';
import type { ReportComparison } from '../../report/model/model.ts';
import type { Chunk, ComparisonRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { Derived } from '../derivation/derive.ts';
import { openItemChunkMemory } from './chunk-memory.ts';
import { placeOfClaim } from './claim-rows.ts';
import { originsKey, saidOf } from './report-comparison.ts';

/** Makes the rows of figures that are laid side by side, without the figures: a chunk for each comparison. */
export function openComparisonChunks(): (snapshot: Snapshot) => readonly Chunk<ComparisonRow>[] {
  const memory = openItemChunkMemory<ComparisonTopic, ComparisonRow>();
  return (snapshot) => {
    const { derived } = snapshot;
    const origins = originsKey(derived.origins);
    const parties = JSON.stringify(derived.parties.judged);
    return derived.topics.flatMap((topic) => {
      const [first] = topic.figures;
      // The place of a claim moves with the list in which it stands.
      const beside = [origins, parties, derived.documents, derived.byDocument.get(first?.claim.document ?? '')];
      const place = (): number => (first === undefined ? 0 : placeOfClaim(snapshot, first.claim));
      const of = (): readonly unknown[] => {
        const { figures, relations: _, extent: __, ...said } = topic;
        // All else that is said of it follows from the figures that are compared pair by pair.
        const from = originsIn(topic, derived.parties.partyOf);
        const sums = [figuresIn(topic), JSON.stringify(from)];
        return [
          place(),
          canonicalJson(jsonOf(said)),
          origins,
          parties,
          ...sums,
          ...comparedAmong(figures).map(tellingDigest),
        ];
      };
      return memory(
        topic,
        beside,
        () => [{ key: topic.id, of: of() }],
        () => [comparisonRow(topic, derived, place())],
      );
    });
  };
}

/**
 * Of what a figure's claim tells. Whether a person looked at it decides where it stands and nothing of what is said of it there: who accepts
 * one of thousands leaves their comparison as it was. The tables give the fields of a claim in another order than its text.
 */
export const tellingDigest = memoized(({ id, quantity, claim: { status: _, ...claim } }: Figure): string =>
  digestOf(canonicalJson([id, quantity, claim])),
);

function comparisonRow(topic: ComparisonTopic, derived: Derived, place: number): ComparisonRow {
  const { relations, ...said } = saidOf(topic, derived);
  const { id, review } = said;
  const brief = { relations: briefly(topic).relations, figures: figuresIn(topic), pairs: relations.length };
  return {
    ...{ id, place, review, contradiction: contradictionIn({ relations }), body: jsonOf(said), brief: jsonOf(brief) },
    relations: relations.map(jsonOf),
  };
}

/** Pairs of figures that exclude each other, in one sentence a topic; null where there are none. */
function contradictionIn({ relations }: Pick<ReportComparison, 'relations'>): string | null {
  const pairs = relations.filter(({ relation }) => relation === 'contradicts');
  const [first] = pairs;
  if (first === undefined) return null;
  return pairs.length === 1 ? first.reason : `${first.reason} ${pairs.length - 1} more such pairs.`;
}
