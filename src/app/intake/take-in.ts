import type { Dossier } from '../../documents/dossier/dossier.ts';
import { openReader } from '../../documents/reader.ts';
import { type ActId, actIndex } from '../../record/log/act.ts';
import { correctedDraft, dossierSourceDraft, heldAs, type Offered } from '../acts/acquire.ts';
import { acquireAll } from '../acts/acquire-members.ts';
import type { RefusedBody } from '../acts/act-body.ts';
import { keepContent } from '../acts/document-content.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { AcquiredDocument } from '../acts/gathering.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { dossierDraft, logAll, logNew } from './dossier-acts.ts';
import { intakeWatch } from './intake-watch.ts';

/** Acquires what the dossier lists and the record does not hold yet. */
export async function takeIn(
  workspace: Workspace,
  dossier: Dossier,
  folder: string,
  progress: Progress,
): Promise<{ evidence: Evidence; read: ReadonlySet<string>; names: ReadonlySet<string> }> {
  const before = await workspace.evidence();
  await logAll(workspace, [
    dossierDraft(dossier, before),
    ...dossier.sources.map((source) => dossierSourceDraft(source, before)),
  ]);
  const evidence = await workspace.evidence();
  const reader = workspace.readings.inFrontOf(openReader());
  const names = new Map<string, string>();
  const refuse = async (refused: RefusedBody): Promise<void> => {
    progress.note(`refused: ${refused.name}: ${refused.message}`);
    await logNew(workspace, [refused], 'dossier', evidence);
  };
  progress.step('Taking documents in');
  try {
    const offers = dossier.documents.map((entry): Offered => ({ ...entry, within: folder, method: 'dossier' }));
    const watch = intakeWatch(progress);
    let at = 0;
    for await (const { offered, result } of acquireAll(offers, reader, workspace.clock, evidence.withheld, watch)) {
      progress.advance(offered.inside === undefined ? at++ : at, dossier.documents.length);
      // What nobody waited for was not refused: nothing of the kind is logged, and no report is made of half a dossier.
      if (progress.signal?.aborted === true)
        throw new AppError(
          'cancelled',
          'The run was cancelled: what was taken in until then stays; run it again to go on.',
        );
      if ('refused' in result) {
        await refuse(result.refused);
        continue;
      }
      const { document, name } = result.taken;
      const withheldBy = evidence.withheld.get(document);
      if (withheldBy !== undefined) {
        progress.note(`not taken in: ${name}: its bytes were withheld from this record by ${withheldBy}`);
        continue;
      }
      const twin = names.get(document);
      if (twin !== undefined) {
        progress.note(`taken in once: ${name} holds the same bytes as ${twin}`);
        continue;
      }
      names.set(document, name);
      const known = heldAs(document, evidence);
      if (known !== undefined) {
        await logAll(workspace, [correctedDraft(offered, result.layer, known)]);
        continue;
      }
      const changed = await keepContent(workspace.record, result.taken);
      if (changed !== null) {
        names.delete(document);
        await refuse(changed);
        continue;
      }
      const earlier = earlierVersion(name, evidence, dossier);
      if (earlier !== undefined) {
        progress.note(`replaced: ${name} has changed; the earlier version stays in the record (${earlier.act})`);
      }
      await workspace.record.append([
        earlier === undefined ? result.draft : { ...result.draft, supersedes: earlier.act as ActId },
      ]);
      if (result.layer !== null) workspace.readings.keepText(document, name);
    }
  } finally {
    await reader.close();
  }
  return { evidence: await workspace.evidence(), read: new Set(names.keys()), names: new Set(names.values()) };
}

/**
 * The document that came in under this name of this dossier before, when the dossier still lists that name alone: what the
 * file holds now speaks in its place.
 */
function earlierVersion(name: string, evidence: Evidence, dossier: Dossier): AcquiredDocument | undefined {
  if (evidence.dossierSince === null || evidence.dossier?.title !== dossier.title) return undefined;
  const since = actIndex(evidence.dossierSince) ?? 0;
  return [...evidence.documents, ...evidence.trackFiles].findLast(
    ({ act, custody }) =>
      custody.origin.fileName === name && custody.collection.method === 'dossier' && (actIndex(act) ?? 0) > since,
  );
}

/** A record forgets nothing: what a dossier listed once is reported until the report is made in a workspace without it. */
export function tellKept(
  { evidence, read }: { readonly evidence: Evidence; readonly read: ReadonlySet<string> },
  progress: Progress,
): void {
  const kept = [...evidence.documents, ...evidence.trackFiles].filter(
    ({ document, custody }) =>
      custody.collection.method === 'dossier' && !read.has(document) && !evidence.withheld.has(document),
  );
  for (const { custody } of kept)
    progress.note(
      `kept: ${custody.origin.fileName} of an earlier run is not read from this dossier; it stays in the record and in the report (a new --workspace reports without it)`,
    );
}
