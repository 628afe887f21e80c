import { memoized } from '../../core/memoized.ts';
import { comparedAmong } from '../../findings/comparison/figure-relations.ts';
import type { ComparisonTopic, Figure } from '../../findings/model/comparison.ts';
import type { Chunk, ComparedFigureRow } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf } from '../derivation/document-title.ts';
import { sightOf } from '../derivation/needs-sight.ts';
import { briefly } from './brief-comparison.ts';
import { openItemChunkMemory } from './chunk-memory.ts';
import { documentsById, placeOfClaim } from './claim-rows.ts';
import { tellingDigest } from './comparison-rows.ts';
import { pathOf, rowOf } from './report-comparison.ts';

/** What a reader can look through, and a browser draw. */
const MOST_SHOWN = 500;
/** The figures of a comparison that has more are held in so many parts: an act on one of thousands moves one part. */
const PARTS = 64;

/** The figures of a comparison that are shown where there is no room for all: on its own page, and in a list. */
type Room = { readonly shown: ReadonlySet<Figure>; readonly listed: ReadonlySet<Figure> };

/** Makes the rows of the figures of comparisons, in chunks by comparison and part. */
export function openComparedFigureChunks(): (snapshot: Snapshot) => readonly Chunk<ComparedFigureRow>[] {
  const memory = openItemChunkMemory<ComparisonTopic, ComparedFigureRow>();
  return (snapshot) => {
    const { derived } = snapshot;
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
    return derived.topics.flatMap((topic) =>
      memory(
        topic,
        // The place of a claim moves with the list in which it stands.
        [parties, derived.documents, derived.byDocument],
        () => {
          const { parts, room } = laidOut(topic);
          return [...parts].map(([key, own]) => ({
            key,
            of: [parties, ...own.flatMap((figure) => follows(figure, room))],
          }));
        },
        (key) => {
          const { parts, room } = laidOut(topic);
          return (parts.get(key) ?? []).map((figure) => row(figure, topic.id, room));
        },
      ),
    );
  };
}

/** All keys that the chunks of a comparison can have. */
export function figureChunksOf(comparison: string): readonly string[] {
  return Array.from({ length: PARTS }, (_, part) => partKey(comparison, part));
}

function partKey(comparison: string, part: number): string {
  return `${comparison} ${part}`;
}

/** The figures of a comparison in parts; its own page shows those that are compared, then the first others. */
const laidOut = memoized((topic: ComparisonTopic): { parts: ReadonlyMap<string, readonly Figure[]>; room: Room } => {
  const { id, figures } = topic;
  const listed = briefly(topic).figures;
  if (figures.length <= MOST_SHOWN)
    return { parts: new Map([[partKey(id, 0), figures]]), room: { shown: new Set(figures), listed } };
  const parts = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = partKey(id, partOf(figure));
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [figure]);
    else known.push(figure);
  }
  const shown = new Set(comparedAmong(figures));
  for (const figure of figures) {
    if (shown.size >= MOST_SHOWN) break;
    shown.add(figure);
  }
  return { parts, room: { shown, listed } };
});

/** Ids of claims are digests: their ends spread evenly. */
function partOf({ claim: { id } }: Figure): number {
  return Number.parseInt(id.slice(-2), 16) % PARTS;
}
