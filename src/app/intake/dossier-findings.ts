import type { Claim } from '../../claims/model/claim.ts';
import { describeError } from '../../core/errors.ts';
import type { Dossier, DossierFinding } from '../../documents/dossier/dossier.ts';
import { madeFindingId } from '../../findings/allegations/made-finding.ts';
import { RegimeError } from '../../regime/errors.ts';
import type { Activity } from '../../regime/model/activity.ts';
import { personName } from '../act-builders/act-builder.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { buildFindingOnEvidence } from '../tracks/taken-events.ts';
import { tracksIn, type WorkspaceEvent } from '../tracks/workspace-tracks.ts';
import type { Workspace } from '../workspace/workspace.ts';

const USUAL_REGIME = 'un-1718';

/**
 * Makes the findings that a dossier describes, in the name of whoever runs it: a dossier may come from anybody, and nobody's name is taken
 * from it. One that was made before, though it was taken back since, is not made again; one that cannot be made is told and passed over.
 */
export async function makeDossierFindings(
  workspace: Workspace,
  { findings }: Dossier,
  by: string | undefined,
  progress: Progress,
): Promise<void> {
  if (findings.length === 0) return;
  if (by === undefined) {
    progress.note(
      `not made: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} that the dossier describes; run it with --by NAME to make ${findings.length === 1 ? 'it' : 'them'} in your name`,
    );
    return;
  }
  const name = personName(by);
  for (const finding of findings) {
    const { place, title, reason } = finding;
    const pass = (why: string): void => progress.note(`passed over: ${place}: "${title}": ${why}`);
    const snapshot = await workspace.snapshot(progress);
    const claims = claimsOf(finding, snapshot);
    const events = await eventsOf(finding, workspace, snapshot, progress);
    if (typeof claims === 'string' || typeof events === 'string') {
      pass(typeof claims === 'string' ? claims : String(events));
      continue;
    }
    const regime = finding.regime ?? USUAL_REGIME;
    const ids = claims.map(({ id }) => id);
    const activity = jsonOf(finding.activity);
    const taken = events.map((event) => ({ event, lists: [] }));
    const id = madeFindingId(regime, activity as unknown as Activity, ids, undefined, taken);
    if (wasMade(snapshot, id)) continue;
    try {
      const request = { by: name, title, regime, activity, claims: ids, reason, events: events.map((one) => one.id) };
      await workspace.act(buildFindingOnEvidence(workspace.record, request), progress);
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof RegimeError)) throw error;
      pass(describeError(error));
    }
  }
}

function wasMade({ acts }: Snapshot, id: string): boolean {
  return acts.some(({ kind, body }) => kind === 'found' && (body as { finding?: { id?: unknown } }).finding?.id === id);
}

/** The claims that a finding names, or why one of them is not found. */
function claimsOf({ claims }: DossierFinding, { derived }: Snapshot): readonly Claim[] | string {
  const found = new Set<Claim>();
  for (const { file, quote } of claims) {
    const documents = new Set<string>(
      derived.documents.filter(({ custody }) => custody.origin.fileName === file).map(({ document }) => document),
    );
    const words = inOneSpacing(quote);
    const fitting = derived.claims.filter(
      (claim) =>
        documents.has(claim.document) &&
        claim.status !== 'rejected' &&
        claim.status !== 'withdrawn' &&
        inOneSpacing(claim.quote).includes(words),
    );
    if (fitting.length === 0) return `no claim of ${file} has the words "${quote}"`;
    for (const claim of fitting) found.add(claim);
  }
  return [...found];
}

/** The events in tracks that a finding names, or why one of them is not found. */
async function eventsOf(
  { events }: DossierFinding,
  workspace: Workspace,
  { acts, evidence }: Snapshot,
  progress: Progress,
): Promise<readonly WorkspaceEvent[] | string> {
  if (events.length === 0) return [];
  const held = { record: workspace.record, acts: async () => acts };
  const { events: all } = await tracksIn(held, evidence, {}, progress);
  const found: WorkspaceEvent[] = [];
  for (const { kind, ships, day } of events) {
    const wanted = [...ships].sort().join();
    const fitting = all.filter(
      (event) =>
        event.kind === kind &&
        event.from.slice(0, 10) <= day &&
        event.to.slice(0, 10) >= day &&
        event.vessels
          .map(({ mmsi }) => mmsi)
          .sort()
          .join() === wanted,
    );
    const [one, ...more] = fitting;
    if (one === undefined || more.length > 0)
      return `${fitting.length} events of kind ${kind} are in the tracks of ${wanted} on ${day}; one is needed`;
    found.push(one);
  }
  return found;
}

function inOneSpacing(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
