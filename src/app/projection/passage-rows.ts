import { memoized } from '../../core/memoized.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { Provision, Regime } from '../../regime/model/regime.ts';
import { lowerFirst } from '../../report/model/words.ts';
import type { PassageRow } from '../../store/projection.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { loadRegimes } from '../regimes.ts';
import { documentsById, type ShownClaim, shownClaims } from './claim-rows.ts';
import { type ShownDocument, shownDocuments } from './document-rows.ts';
import { type ShownIncident, shownIncidents } from './incident-rows.ts';

/** All that a search looks through: texts by passages, and what follows from them by its own words. */
export function passageRows(snapshot: Snapshot): readonly PassageRow[] {
  const documents = documentsById(snapshot);
  return [
    ...shownDocuments(snapshot).flatMap((shown) => {
      const read = documents.get(shown.id);
      return read === undefined ? [] : passagesOn(read.layer)(shown, read.custody.origin.language);
    }),
    ...shownClaims(snapshot).map((claim) =>
      claimPassage(claim)(documents.get(claim.document)?.custody.origin.language ?? null),
    ),
    ...shownIncidents(snapshot).map(incidentPassage),
    ...snapshot.derived.findings.map(findingPassage),
    ...loadRegimes().flatMap(provisionPassages),
  ];
}

/** How long a passage becomes, in characters, before the next block begins another. */
const PASSAGE_LENGTH = 1500;

/** The passages of a text stay the same objects while what a search shows of their document does. */
const passagesOn = memoized((layer: TextLayer) => {
  let last: { readonly key: string; readonly rows: readonly PassageRow[] } | undefined;
  return ({ id, title, source, published }: ShownDocument, language: string | null): readonly PassageRow[] => {
    const key = JSON.stringify([id, title, source, published, language]);
    if (last?.key === key) return last.rows;
    const rows = spansOf(layer).map(
      ([start, end], part): PassageRow => ({
        kind: 'document',
        item: id,
        part,
        title,
        document: id,
        start,
        end,
        source,
        day: published,
        language,
        body: layer.text.slice(start, end).toWellFormed(),
      }),
    );
    last = { key, rows };
    return rows;
  };
});

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

const claimPassage = memoized((claim: ShownClaim) => {
  let last: PassageRow | undefined;
  return (language: string | null): PassageRow => {
    if (last?.language === language) return last;
    const { id, gist, document, start, end, claimant, published, quote } = claim;
    last = {
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
    return last;
  };
});

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

const provisionPassages = memoized((regime: Regime): readonly PassageRow[] =>
  regime.provisions.map((provision) => provisionPassage(provision, regime.id)),
);

/** Who says it is the regime, by the id under which it is asked for. */
function provisionPassage({ id, from, text }: Provision, regime: string): PassageRow {
  return { ...OF_NO_PLACE, kind: 'provision', item: id, title: id, source: regime, day: from, body: text };
}
