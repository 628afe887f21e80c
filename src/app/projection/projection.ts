import { createHash } from 'node:crypto';
import type { JsonObject } from '../../core/json.ts';
import { memoized } from '../../core/memoized.ts';
import type { Act } from '../../record/log/act.ts';
import type { ClaimRecord, DocumentRow, IncidentRow, Projection } from '../../store/projection.ts';
import { jsonOf } from '../acts/acquire.ts';
import { actorName } from '../acts/evidence.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/derive.ts';
import { derivingProgram } from '../derivation/reading-program.ts';
import { programName } from '../version.ts';
import { type ShownClaim, shownClaims, soughtInClaim } from './claim-rows.ts';
import { comparisonRows } from './comparison-rows.ts';
import { type ShownDocument, shownDocuments, soughtInDocument } from './document-rows.ts';
import { findingRow, showLead, shownChecks } from './finding-rows.ts';
import { foldText } from './fold-text.ts';
import { type ShownIncident, shownIncidents, soughtInIncident } from './incident-rows.ts';
import { nameRows } from './name-rows.ts';
import { passageRows } from './passage-rows.ts';

/** What was derived, as rows for the store. */
export function projectionOf(snapshot: Snapshot): Projection {
  const { acts, derived } = snapshot;
  const documents = shownDocuments(snapshot);
  const place = new Map(derived.documents.map(({ document }, at) => [document, at]));
  return {
    program: projectorName(),
    actsHash: hashOf(acts),
    acts: acts.map(actRow),
    sources: [...derived.evidence.sources.values()].map(({ id, name, kind, country, reliability }) => ({
      id,
      name,
      kind,
      country,
      reliability: reliability?.grade ?? null,
    })),
    documents: derived.documents.map((document, at) => documentRow(document, documents[at] as ShownDocument)),
    refusals: derived.evidence.refusals,
    claims: shownClaims(snapshot).map((claim) =>
      claimRow(claim)(place.get(claim.document) ?? 0, derived.parties.partyOf(claim.document, claim.claimant.name)),
    ),
    incidents: shownIncidents(snapshot).map(incidentRow),
    passages: passageRows(snapshot),
    names: nameRows(snapshot),
    comparisons: comparisonRows(snapshot),
    checks: shownChecks(snapshot).map((check) => ({ claim: check.claim, summary: jsonOf(check) })),
    findings: derived.findings.map(findingRow),
    leads: derived.leads.map((lead) => ({ lead, summary: jsonOf(showLead(snapshot, lead)) })),
  };
}

/** Rows stay the same objects while what they are of does, so that the store need not look into them again. */
const actRow = memoized(({ id, kind, at, by, body }: Act) => ({ id, kind, at, actor: actorName(by), body }));

function documentRow({ act, custody, layer }: ReadDocument, shown: ShownDocument): DocumentRow {
  return {
    id: shown.id,
    name: shown.file,
    kind: shown.kind,
    title: custody.origin.title,
    source: custody.origin.source,
    published: shown.published,
    url: custody.origin.place,
    size: shown.size,
    reader: layer.reader,
    acquiredByAct: act,
    sought: soughtInDocument(shown),
    summary: jsonOf(shown),
  };
}

const claimRow = memoized((shown: ShownClaim) => {
  let last: ClaimRecord | undefined;
  return (place: number, party: string): ClaimRecord => {
    if (last?.place === place && last.party === party) return last;
    const { gist, statement, title, published, grade, incident, contradicted, ...claim } = shown;
    const beside: JsonObject = { gist, statement, title, published, grade, incident, contradicted };
    last = {
      claim,
      place,
      published,
      party,
      claimantFolded: foldText(claim.claimant.name),
      sought: soughtInClaim(shown),
      beside,
    };
    return last;
  };
});

function incidentRow(shown: ShownIncident): IncidentRow {
  const { title: _, claimants: __, from: ___, to: ____, where: _____, ...incident } = shown;
  return { incident, sought: soughtInIncident(shown), summary: jsonOf(shown) };
}

/** Of acts as they were read: the record has each in one form. Their number and ids would not do: a record restored from a copy may go on with other acts. */
export function hashOf(acts: readonly Act[]): string {
  const hash = createHash('sha256');
  for (const act of acts) hash.update(lineHash(act));
  return hash.digest('hex');
}

const lineHash = memoized((act: Act): Buffer => createHash('sha256').update(JSON.stringify(act)).digest());

/** What makes projections: another program reads other claims out of the same acts, and another law gives other verdicts. */
export function projectorName(): string {
  return `${programName()}, ${derivingProgram()}`;
}
