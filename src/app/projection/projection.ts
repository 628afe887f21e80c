import { createHash } from 'node:crypto';
import { memoized } from '../../core/memoized.ts';
import type { Steps } from '../../core/steps.ts';
import type { Act } from '../../record/log/act.ts';
import type { ActRow, Chunk, Projection, RefusalRow, SourceRow } from '../../store/projection.ts';
import { actorName } from '../acts/actor-name.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { derivingProgram } from '../derivation/reading/reading-program.ts';
import { programName } from '../version.ts';
import { blockChunks } from './block-rows.ts';
import { openClaimChunks } from './claim-rows.ts';
import { openComparedFigureChunks } from './compared-figure-rows.ts';
import { openComparisonChunks } from './comparison-rows.ts';
import { openDocumentChunks } from './document-rows.ts';
import { checkChunks, findingChunks, leadChunks } from './finding-rows.ts';
import { openIncidentChunks } from './incident-rows.ts';
import { gatherNames } from './name-rows.ts';
import { originChunks } from './origin-rows.ts';
import { openPassageChunks } from './passage-rows.ts';

/** Makes rows for the store of one snapshot after another, in chunks that are made only where what they follow from has changed. */
export function openProjector(program: string): (snapshot: Snapshot) => Steps<Projection> {
  const names = gatherNames();
  const [documents, claims, incidents] = [openDocumentChunks(), openClaimChunks(), openIncidentChunks()];
  const [passages, comparisons, figures] = [openPassageChunks(), openComparisonChunks(), openComparedFigureChunks()];
  const parts = {
    documents,
    claims,
    incidents,
    blocks: blockChunks,
    origins: originChunks,
    passages,
    comparisons,
    names: ({ derived }: Snapshot) => names.of(derived.documents),
    checks: checkChunks,
    findings: findingChunks,
    leads: leadChunks,
  };
  return function* (snapshot) {
    const { acts, derived } = snapshot;
    const record = {
      program,
      actsHash: hashOf(acts),
      actCount: acts.length,
      acts: actChunks(acts),
      sources: [sourceChunk(derived.evidence)],
      refusals: [refusalChunk(derived.evidence)],
    };
    const made: Partial<Record<keyof typeof parts, unknown>> = {};
    for (const name of Object.keys(parts) as (keyof typeof parts)[]) {
      yield;
      made[name] = parts[name](snapshot);
    }
    yield;
    return {
      ...record,
      ...figures(snapshot),
      ...(made as { [Name in keyof typeof parts]: ReturnType<(typeof parts)[Name]> }),
    };
  };
}

/** So many acts are a chunk: only the last changes, until something is withheld. */
const ACTS_A_CHUNK = 64;

/** The chunks of acts, those from one place in the log on. */
export function actChunks(acts: readonly Act[], first = 0): readonly Chunk<ActRow>[] {
  const before = Math.floor(first / ACTS_A_CHUNK);
  return Array.from({ length: Math.ceil(acts.length / ACTS_A_CHUNK) - before }, (_, nth) => {
    const from = (before + nth) * ACTS_A_CHUNK;
    const own = acts.slice(from, from + ACTS_A_CHUNK);
    return {
      key: String(before + nth),
      of: own,
      rows: () =>
        own.map(({ id, kind, at, by, body }, place) => ({
          id,
          place: from + place,
          kind,
          at,
          actor: actorName(by),
          body,
        })),
    };
  });
}

function sourceChunk({ sources }: Evidence): Chunk<SourceRow> {
  const rows = [...sources.values()].map(({ id, name, kind, country, reliability }) => ({
    id,
    name,
    kind,
    country,
    reliability: reliability?.grade ?? null,
  }));
  return { key: '', of: [JSON.stringify(rows)], rows: () => rows };
}

function refusalChunk({ refusals }: Evidence): Chunk<RefusalRow> {
  const rows = refusals.map(({ name, code, message }, place) => ({ place, name, code, message }));
  return { key: '', of: [JSON.stringify(rows)], rows: () => rows };
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
