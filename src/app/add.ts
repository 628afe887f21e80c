import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { DOSSIER_FILE } from '../documents/dossier.ts';
import { openReader } from '../documents/reader.ts';
import { acquire, isAcquired, type Offered, refusedDraft, sourceDraft } from './acquire.ts';
import type { RefusedBody, SourceFacts } from './act-body.ts';
import { AppError } from './errors.ts';
import { gatherEvidence } from './evidence.ts';
import { claimantOf } from './extract.ts';
import { fetchDocument } from './fetch-document.ts';
import type { Progress } from './progress.ts';
import { projectIfPossible } from './project.ts';
import { deriveWorkspace } from './rebuild.ts';
import { withWorkspace } from './workspace.ts';

export type AddRequest = {
  readonly targets: readonly string[];
  readonly workspace: string;
  readonly source: string;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

export type AddResult = {
  readonly added: readonly { readonly document: string; readonly name: string; readonly act: string }[];
  readonly unchanged: readonly { readonly document: string; readonly name: string }[];
  readonly refused: readonly RefusedBody[];
};

/** Acquires files, folders or addresses. What is refused is listed; the rest goes on. @throws AppError `unreadable` for a path that is not there */
export async function addDocuments(request: AddRequest): Promise<AddResult> {
  const source = sourceFacts(request);
  const offers = request.targets.filter((target) => !isAddress(target)).flatMap((target) => offersOf(target, request));
  return await withWorkspace({ ...request, command: 'panel add' }, async (workspace) => {
    const evidence = gatherEvidence(await workspace.acts());
    const described = sourceDraft(source, evidence);
    if (described !== null) await workspace.record.append([described]);
    const result = {
      added: [] as AddResult['added'][number][],
      unchanged: [] as AddResult['unchanged'][number][],
      refused: [] as RefusedBody[],
    };
    const reader = openReader();
    const cleanUps: (() => void)[] = [];
    try {
      request.progress.step('Taking documents in');
      const fetched: Offered[] = [];
      for (const address of request.targets.filter(isAddress)) {
        const download = await fetchDocument(address);
        if ('refused' in download) result.refused.push(download.refused);
        else {
          cleanUps.push(download.remove);
          fetched.push({ ...offerOf(download.file, download.within, request), url: address, method: 'download' });
        }
      }
      const all = [...offers, ...fetched];
      for (const [at, offered] of all.entries()) {
        request.progress.advance(at, all.length);
        const acquired = await acquire(offered, reader, workspace.clock);
        if ('refused' in acquired) {
          result.refused.push(acquired.refused);
          continue;
        }
        const { document, name, bytes } = acquired.taken;
        const withheldBy = evidence.withheld.get(document);
        if (withheldBy !== undefined) {
          request.progress.note(`not taken in: ${name}: its bytes were withheld from this record by ${withheldBy}`);
          continue;
        }
        if (isAcquired(document, evidence) || result.added.some((one) => one.document === document)) {
          result.unchanged.push({ document, name });
          continue;
        }
        await workspace.record.putDocument(bytes);
        const [act] = await workspace.record.append([acquired.draft]);
        result.added.push({ document, name, act: act?.id ?? '' });
      }
      const refusals = result.refused
        .map((refused) => refusedDraft(refused, evidence))
        .filter((draft) => draft !== null);
      if (refusals.length > 0) await workspace.record.append(refusals);
    } finally {
      await reader.close();
      for (const remove of cleanUps) remove();
    }
    const { acts, derived } = await deriveWorkspace(workspace, request.progress);
    request.progress.step('Writing projections');
    await projectIfPossible(workspace, acts, derived, request.progress);
    return result;
  });
}

function sourceFacts(request: AddRequest): SourceFacts {
  const claimant = claimantOf(request.source, request.kind, request.country);
  const id = claimant.name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (id === '') throw new AppError('bad-option', `"${request.source}" is no name of a source`, { place: '--source' });
  return {
    id,
    name: claimant.name,
    kind: claimant.kind,
    country: claimant.country ?? null,
    reliability: null,
    controls: [],
    parent: null,
  };
}

function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

/** The files behind a path: the file itself, or all files of a folder, in the order of their names; hidden ones and `dossier.yaml` are passed over. */
function offersOf(target: string, request: AddRequest): readonly Offered[] {
  const path = resolve(target);
  if (!existsSync(path)) throw new AppError('unreadable', 'there is no such file or folder', { place: target });
  if (!statSync(path).isDirectory()) return [offerOf(basename(path), dirname(path), request)];
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => file !== DOSSIER_FILE);
  return files.sort().map((file) => ({ ...offerOf(file, path, request), method: 'folder' }));
}

function offerOf(file: string, within: string, request: AddRequest): Offered {
  return {
    file,
    within,
    source: sourceFacts(request).id,
    published: request.published ?? null,
    url: request.url ?? null,
    language: null,
    title: null,
    method: 'file',
  };
}
