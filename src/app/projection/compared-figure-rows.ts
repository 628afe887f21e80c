import { memoized } from '../../core/memoized.ts';
import { briefly } from '../../findings/comparison/brief-comparison.ts';
import { hedgeAndBound } from '../../findings/comparison/figure-relations.ts';
import {
  type FigureEntry,
  figureEntry,
  figuresIn,
  MOST_SHOWN,
  onItsPage,
  partKey,
  partOf,
} from '../../findings/comparison/great-comparison.ts';
import type { ComparisonTopic, Figure } from '../../findings/model/comparison.ts';
import type { Chunk, ComparedFigureRow, FigureIndexRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf } from '../derivation/document-title.ts';
import { sightOf } from '../derivation/needs-sight.ts';
import { openItemChunkMemory } from './chunk-memory.ts';
import { documentsById, placeOfClaim } from './claim-rows.ts';
import { tellingDigest } from './comparison-rows.ts';
import { pathOf, rowOf } from './report-comparison.ts';

/** The figures of a comparison that are shown where there is no room for all: on its own page, and in a list. */
type Room = { readonly shown: ReadonlySet<Figure>; readonly listed: ReadonlySet<Figure> };

/** The rows of the figures of comparisons, and the entries of those of great ones, in chunks of one key by comparison and part. */
export type ComparedFigureChunks = {
  readonly figures: readonly Chunk<ComparedFigureRow>[];
  readonly index: readonly Chunk<FigureIndexRow>[];
};

export function openComparedFigureChunks(): (snapshot: Snapshot) => ComparedFigureChunks {
  const [figures, index] = [
    openItemChunkMemory<ComparisonTopic, ComparedFigureRow>(),
    openItemChunkMemory<ComparisonTopic, FigureIndexRow>(),
  ];
  return (snapshot) => {
    const { derived } = snapshot;
    const { partyOf } = derived.parties;
    const parties = JSON.stringify(derived.parties.judged);
    const documents = documentsById(snapshot);
    const follows = (figure: Figure, { shown, listed }: Room): readonly unknown[] => {
      const document = documents.get(figure.claim.document);
      const sight = sightOf(figure.claim, document?.layer);
      const beside = [document?.published ?? null, titleOf(document), sight?.needed ?? null];
      const place = placeOfClaim(snapshot, figure.claim);
      return [place, tellingDigest(figure), shown.has(figure), listed.has(figure), ...beside];
    };
    const row = (figure: Figure, comparison: string, { shown, listed }: Room): ComparedFigureRow => ({
      id: figure.id,
      comparison,
      claim: figure.claim.id,
      place: placeOfClaim(snapshot, figure.claim),
      nth: figure.claim.quantities.indexOf(figure.quantity),
      shown: shown.has(figure),
      listed: listed.has(figure),
      body: jsonOf(rowOf(figure, documents.get(figure.claim.document))),
      path: jsonOf(pathOf(figure.claim, derived)),
    });
    const entry = (figure: Figure, { shown, listed }: Room): FigureEntry =>
      figureEntry(figure, {
        place: placeOfClaim(snapshot, figure.claim),
        shown: shown.has(figure),
        listed: listed.has(figure),
        partyOf,
      });
    // The place of a claim moves with the list in which it stands.
    const beside = [parties, derived.documents, derived.byDocument];
    const chunksOf = (topic: ComparisonTopic) => (): readonly Pick<Chunk<unknown>, 'key' | 'of'>[] => {
      const { parts, room } = laidOut(topic);
      return [...parts].map(([key, own]) => ({
        key,
        of: [parties, ...own.flatMap((figure) => follows(figure, room))],
      }));
    };
    return {
      figures: derived.topics.flatMap((topic) =>
        figures(topic, beside, chunksOf(topic), (key) => {
          const { parts, room } = laidOut(topic);
          return (parts.get(key) ?? []).map((figure) => row(figure, topic.id, room));
        }),
      ),
      index: derived.topics.filter(isGreat).flatMap((topic) =>
        index(topic, beside, chunksOf(topic), (key) => {
          const { parts, room } = laidOut(topic);
          const entries = (parts.get(key) ?? []).map((figure) => entry(figure, room));
          return [{ id: key, comparison: topic.id, entries: entries.map(jsonOf) }];
        }),
      ),
    };
  };
}

function isGreat(topic: ComparisonTopic): boolean {
  return figuresIn(topic) > MOST_SHOWN;
}

/** The figures of a comparison in parts, of a great one those parts that are at hand; its own page shows those that are compared, then the first others. */
const laidOut = memoized((topic: ComparisonTopic): { parts: ReadonlyMap<string, readonly Figure[]>; room: Room } => {
  const { id, figures, extent } = topic;
  const listed = briefly(topic).figures;
  if (!isGreat(topic))
    return { parts: new Map([[partKey(id, 0), figures]]), room: { shown: new Set(figures), listed } };
  const parts = new Map<string, Figure[]>();
  for (const figure of figures) {
    const part = partOf(figure.claim.id);
    if (extent !== undefined && !extent.parts.has(part)) continue;
    const key = partKey(id, part);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [figure]);
    else known.push(figure);
  }
  return { parts, room: { shown: onItsPage(figures, hedgeAndBound), listed } };
});
