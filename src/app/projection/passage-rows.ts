import type { Claim } from '../../claims/model/claim.ts';
import { digestOf } from '../../core/digest.ts';
import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Incident } from '../../findings/comparison/incident.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Provision } from '../../regime/model/regime.ts';
import { lowerFirst } from '../../report/model/words.ts';
import type { Chunk, PassageRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { titleOf } from '../derivation/document-title.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { loadRegimes } from '../regimes.ts';
import { type ChunkMemory, type ItemChunkMemory, openChunkMemory, openItemChunkMemory } from './chunk-memory.ts';
import { claimsIn, type ShownClaim, shownIn } from './claim-rows.ts';
import { membersOf, type ShownIncident, showIncident } from './incident-rows.ts';

/** Makes all that a search looks through, in chunks: texts by passages, and what follows from them by its own words. */
export function openPassageChunks(): (snapshot: Snapshot) => readonly Chunk<PassageRow>[] {
  const memory = openChunkMemory<PassageRow>();
  const ofIncidents = openItemChunkMemory<Incident, PassageRow>();
  return (snapshot) => [
    ...snapshot.derived.documents.map((document) => textChunk(document, memory)),
    ...followingChunks(snapshot, memory, ofIncidents),
    ...loadRegimes().map((regime) =>
      memory(`regime ${regime.id}`, [regime.id], () =>
        regime.provisions.map((provision) => provisionPassage(provision, regime.id)),
      ),
    ),
  ];
}

/** Of that, what follows from texts: claims by document, incidents and findings. */
export function followingChunks(
  snapshot: Snapshot,
  memory: ChunkMemory<PassageRow> = openChunkMemory(),
  ofIncidents: ItemChunkMemory<Incident, PassageRow> = openItemChunkMemory(),
): readonly Chunk<PassageRow>[] {
  const { documents, incidents, findings } = snapshot.derived;
  return [
    ...documents.map((document) => claimsChunk(snapshot, document, memory)),
    ...incidents.flatMap((incident) => incidentChunks(snapshot, incident, ofIncidents)),
    ...findings.map((finding) =>
      memory(passagesOf.finding(finding.id), [findingPassage(finding)], () => [findingPassage(finding)]),
    ),
  ];
}

/** The chunks of passages, by what they are of. */
export const passagesOf = {
  claimsIn: (document: string): string => `claims ${document}`,
  incident: (id: string): string => `incident ${id}`,
  finding: (id: string): string => `finding ${id}`,
} as const;

function textChunk(document: ReadDocument, memory: ChunkMemory<PassageRow>): Chunk<PassageRow> {
  const { document: id, custody, source, published, layer } = document;
  const title = titleOf(document);
  return memory(`document ${id}`, [id, title, source.name, published, custody.origin.language, textKey(layer)], () =>
    passagesIn(document, title),
  );
}

/** Stands for a text: the same bytes may be read otherwise, such as after a language of scans was added. */
const textKey = memoized(({ text }: TextLayer) => digestOf(text));

function claimsChunk(snapshot: Snapshot, document: ReadDocument, memory: ChunkMemory<PassageRow>): Chunk<PassageRow> {
  const { document: id, custody, published } = document;
  const { language } = custody.origin;
  return memory(passagesOf.claimsIn(id), [claimsDigest(claimsIn(snapshot, document)), published, language], () =>
    shownIn(snapshot, id).map((claim) => claimPassage(claim, language)),
  );
}

/** What claims tell, whatever people said of them: nothing else stands in their passages. */
const claimsDigest = memoized((claims: readonly Claim[]): string =>
  digestOf(claims.map(({ status: _, ...told }) => told)),
);

function incidentChunks(
  snapshot: Snapshot,
  incident: Incident,
  memory: ItemChunkMemory<Incident, PassageRow>,
): readonly Chunk<PassageRow>[] {
  const passage = (): PassageRow => incidentPassage(showIncident(incident, membersOf(snapshot, incident)));
  return memory(
    incident,
    [],
    () => [{ key: passagesOf.incident(incident.id), of: [passage()] }],
    () => [passage()],
  );
}

/** How long a passage becomes, in characters, before the next block begins another. */
const PASSAGE_LENGTH = 1500;

function passagesIn(
  { document, layer, source, published, custody }: ReadDocument,
  title: string,
): readonly PassageRow[] {
  return spansOf(layer).map(
    ([start, end], part): PassageRow => ({
      kind: 'document',
      item: document,
      part,
      title,
      document,
      start,
      end,
      source: source.name,
      day: published,
      language: custody.origin.language,
      body: layer.text.slice(start, end).toWellFormed(),
    }),
  );
}

/** Neighbouring blocks together; a block that is longer than a passage is cut at blanks. */
function spansOf({ blocks, text }: TextLayer): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const { start, end } of blocks) {
    const last = spans.at(-1);
    if (last !== undefined && end - last[0] <= PASSAGE_LENGTH) last[1] = end;
    else
      for (let from = start; from < end; ) {
        const to = end - from <= PASSAGE_LENGTH ? end : cutBefore(text, from + PASSAGE_LENGTH, from);
        spans.push([from, to]);
        from = to;
      }
  }
  return spans;
}

/** The last blank before a place; where there is none, the place itself, beside no half of a sign. */
function cutBefore(text: string, place: number, from: number): number {
  const blank = text.lastIndexOf(' ', place);
  if (blank > from) return blank + 1;
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place + 1 : place;
}

function claimPassage(claim: ShownClaim, language: string | null): PassageRow {
  const { id, gist, document, start, end, claimant, published, quote } = claim;
  return {
    kind: 'claim',
    item: id,
    part: 0,
    title: gist,
    document,
    start,
    end,
    source: claimant.name,
    day: published,
    language,
    body: quote,
  };
}

const OF_NO_PLACE = { part: 0, document: null, start: null, end: null, source: null, language: null } as const;

function incidentPassage({ id, title, claimants, where, from }: ShownIncident): PassageRow {
  return { ...OF_NO_PLACE, kind: 'incident', item: id, title, day: from, body: [...claimants, ...where].join(', ') };
}

function findingPassage({ id, title, review, activity, statusReason }: Finding): PassageRow {
  const isFinding = review === 'made' || review === 'accepted';
  // What the program alone proposes is not called a finding by the one line that a search shows of it.
  const shown = isFinding ? title : `Proposed, not reviewed: alleged ${lowerFirst(title)}`;
  return { ...OF_NO_PLACE, kind: 'finding', item: id, title: shown, day: activity.date, body: statusReason };
}

/** Who says it is the regime, by the id under which it is asked for. */
function provisionPassage({ id, from, text }: Provision, regime: string): PassageRow {
  return { ...OF_NO_PLACE, kind: 'provision', item: id, title: id, source: regime, day: from, body: text };
}
