import type { Claim } from '../../claims/model/claim.ts';
import { openPauses } from '../../core/steps.ts';
import { leadId } from '../../findings/allegations/leads.ts';
import { partKey, partKeysOf } from '../../findings/comparison/great-comparison.ts';
import type { Regime } from '../../regime/model/regime.ts';
import type { Amendment, Chunk } from '../../store/projection.ts';
import type { ReadLog, Snapshot } from '../derivation/derivation.ts';
import { blocksByDocument } from '../derivation/document-blocks.ts';
import { checksIn } from '../derivation/document-checks.ts';
import { claimsToRestOn } from '../derivation/needs-sight.ts';
import type { TouchedItems } from '../derivation/touched/derive-touched.ts';
import type { Reach, ReachSources } from '../derivation/touched/reach.ts';
import { blockChunks } from './block-rows.ts';
import { openClaimChunks } from './claim-rows.ts';
import { openComparedFigureChunks } from './compared-figure-rows.ts';
import { openComparisonChunks } from './comparison-rows.ts';
import { openDocumentChunks } from './document-rows.ts';
import { checkChunks, findingChunks, leadChunks } from './finding-rows.ts';
import { openIncidentChunks } from './incident-rows.ts';
import { followingChunks, passagesOf } from './passage-rows.ts';
import { actChunks, hashOf } from './projection.ts';

/** What was moved, and by which acts. */
export type TouchedRequest = {
  readonly program: string;
  readonly log: ReadLog;
  /** The place in the log of the first act that the tables do not hold. */
  readonly from: number;
  readonly regimes: readonly Regime[];
  readonly reach: Reach;
  readonly items: TouchedItems;
};

/** The rows that acts have moved, in the same chunks as those of a whole projection. */
export async function touchedProjection(
  { program, log, from, regimes, reach, items }: TouchedRequest,
  { reading }: Pick<ReachSources, 'reading'>,
): Promise<Amendment | null> {
  const readings = new Map(reach.readings.map((one) => [one.document.document as string, one]));
  for (const id of reach.documents) {
    const whole = await reading(id);
    if (whole === null) return null;
    readings.set(id, whole);
  }
  const snapshot = snapshotOf(log, regimes, { ...reach, readings: [...readings.values()] }, items);
  const incidents = new Set(items.incidents.map(({ id }) => id));
  const own = <Row>(keys: ReadonlySet<string>, chunks: readonly Chunk<Row>[]): readonly Chunk<Row>[] =>
    chunks.filter(({ key }) => keys.has(key));
  const passages = new Set([
    ...[...reach.documents].map(passagesOf.claimsIn),
    ...[...incidents].map(passagesOf.incident),
    ...items.findings.map(({ id }) => passagesOf.finding(id)),
  ]);
  const ofSpoken = ofDocuments(snapshot, reach.documents);
  const pause = openPauses();
  /** Nobody waits for all of it at once. */
  const made = async <Made>(work: () => Made): Promise<Made> => {
    await pause();
    return work();
  };
  const chunks = {
    acts: await made(() => actChunks(log.acts, from)),
    documents: await made(() => openDocumentChunks()(ofSpoken)),
    claims: await made(() => openClaimChunks()(ofSpoken)),
    incidents: await made(() => own(incidents, openIncidentChunks()(snapshot))),
    blocks: await made(() => blockChunks(snapshot)),
    passages: await made(() => own(passages, followingChunks(ofSpoken))),
    comparisons: await made(() => openComparisonChunks()(snapshot)),
    ...(await made(() => openComparedFigureChunks()(snapshot))),
    checks: await made(() => checkChunks(ofSpoken)),
    findings: await made(() => findingChunks(snapshot)),
    leads: await made(() => leadChunks(snapshot)),
  };
  const gone = (ids: Iterable<string>, now: readonly Chunk<unknown>[]): readonly string[] => {
    const there = new Set(now.map(({ key }) => key));
    return [...new Set(ids)].filter((id) => !there.has(id));
  };
  const goneIncidents = gone(
    reach.held.incidents.map(({ id }) => id),
    chunks.incidents,
  );
  const goneFindings = gone(reach.held.findings, chunks.findings);
  const ofGreat = reach.great.flatMap(({ id, extent }) => [...(extent?.parts ?? [])].map((part) => partKey(id, part)));
  const parts = [...reach.held.comparisons.flatMap(partKeysOf), ...ofGreat];
  return {
    projection: {
      program,
      actsHash: hashOf(log.acts),
      actCount: log.acts.length,
      sources: [],
      refusals: [],
      names: [],
      origins: [],
      ...chunks,
    },
    gone: {
      incident: goneIncidents,
      finding: goneFindings,
      passage: [...goneIncidents.map(passagesOf.incident), ...goneFindings.map(passagesOf.finding)],
      comparison: gone(reach.held.comparisons, chunks.comparisons),
      comparison_figure: gone(parts, chunks.figures),
      figure_index: gone(parts, chunks.index),
      claim_block: gone(reach.documents, chunks.blocks),
      statement_check: gone(reach.documents, chunks.checks),
      lead: gone(
        regimes.flatMap(({ id }) => [...reach.leading].map((claim) => leadId(id, claim))),
        chunks.leads,
      ),
    },
  };
}

/** The same snapshot for what makes rows of some of its documents alone: a great matter lies in hundreds that nobody spoke of. */
function ofDocuments(snapshot: Snapshot, some: ReadonlySet<string>): Snapshot {
  const documents = snapshot.derived.documents.filter(({ document }) => some.has(document));
  return { ...snapshot, derived: { ...snapshot.derived, documents } };
}

/** A snapshot of the documents of a reach alone, for what makes rows of snapshots. */
function snapshotOf(
  log: ReadLog,
  regimes: readonly Regime[],
  { readings, places, placeOfClaim, documents: spoken, held }: Reach,
  { topics, incidents, findings, leads, origins }: TouchedItems,
): Snapshot {
  const documents = readings.map(({ document }) => document);
  const byDocument = new Map<string, readonly Claim[]>(
    readings.map(({ document, claims }) => [document.document, claims]),
  );
  const claims = readings.flatMap((one) => one.claims);
  const byId = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]));
  const resting = readings
    .filter(({ document }) => spoken.has(document.document))
    .map(({ document, claims: own }) => ({
      document,
      grounds: claimsToRestOn(own, document.layer, log.evidence),
    }));
  const checksByDocument = new Map(
    resting.map(({ document, grounds }) => [
      document.document as string,
      regimes.map((regime) => checksIn(grounds)(regime, document)),
    ]),
  );
  return {
    ...log,
    extracted: new Map(readings.map(({ document, extracted }) => [document.document, extracted])),
    derived: {
      evidence: log.evidence,
      documents,
      claims,
      byDocument,
      claimOf: (id) => byId.get(id),
      grounds: claims,
      incidents,
      topics,
      checks: [...checksByDocument.values()].flat(2),
      checksByDocument,
      findings,
      leads,
      origins,
      blocks: blocksByDocument(resting, held.gathered, regimes),
      placeOf: (document) => places.get(document) ?? 0,
      placeInDocument: placeOfClaim,
      parties: { partyOf: (_, name) => name, judged: [] },
      totals: new Map(),
      preparing: function* () {},
    },
  };
}
