import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isDocumentId } from '../../core/hash.ts';
import { lineObjectOf, originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import { importRecord } from '../../record/archive/archive.ts';
import { newestCosigned } from '../../record/cosigned.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { formatNote } from '../../record/log/note.ts';
import { readActLines, readRecord } from '../../record/read-record.ts';
import { openRecord } from '../../record/record.ts';
import { documentPath, layoutOf } from '../../record/storage/layout.ts';
import { formatFault } from '../../record/verification/verification.ts';
import { verifyRecord } from '../../record/verification/verify-record.ts';
import { personName } from '../act-builders/act-builder.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { PROGRAM } from '../version.ts';

export type ContinueRequest = {
  /** A workspace, or a file that "panel record export" wrote. */
  readonly from: string;
  /** Where the new record begins; it must have none. */
  readonly workspace: string;
  readonly by: string;
  readonly reason: string;
  readonly progress: Progress;
};

export type ContinueResult = {
  readonly origin: string;
  readonly vkey: string;
  readonly continues: { readonly origin: string; readonly size: number; readonly root: string };
  readonly acts: number;
  readonly documents: number;
};

/** `continued`: the log that this one goes on for, with its last note and the last that others cosigned. */
export const continuedBody = z.object({
  from: z.object({ origin: z.string(), key: z.string(), name: z.string() }),
  size: z.number(),
  root: z.string(),
  note: z.string(),
  cosigned: z.string().nullable(),
  reason: z.string(),
});

/**
 * Begins a new log where another can go on no more: because its key is lost, its keeper is gone, or it was rolled back. The old
 * one is verified whole and named with its last note; each of its acts stands in the new one with its leaf and salt.
 * Nothing is written to the old one, and no key is taken over.
 */
export async function continueRecord(request: ContinueRequest): Promise<ContinueResult> {
  const { workspace, progress } = request;
  if (existsSync(layoutOf(workspace).acts))
    throw new AppError('refused-by-rule', 'there is a record here already; name another --workspace', {
      place: workspace,
    });
  // Beside the workspace: what lies in its temporary folder is removed when its record is opened.
  const staging = `${resolve(workspace)}.continue-${process.pid}`;
  try {
    const from = isFile(request.from) ? staging : request.from;
    if (from === staging) {
      mkdirSync(staging, { recursive: true, mode: 0o700 });
      await importRecord(request.from, staging);
    }
    progress.step('Verifying the old record');
    const verification = await verifyRecord(from);
    const [fault] = verification.faults;
    if (fault !== undefined)
      throw new AppError(
        'refused-by-rule',
        `the old record is damaged and cannot be continued: ${formatFault(fault)}`,
        { place: request.from },
      );
    return await continueFrom(from, request);
  } finally {
    rmSync(staging, { recursive: true, force: true });
    progress.done();
  }
}

async function continueFrom(
  from: string,
  { workspace, by: name, reason, progress }: ContinueRequest,
): Promise<ContinueResult> {
  const by = personName(name);
  const old = readRecord(from);
  const checkpoint = old.checkpoint();
  const layout = layoutOf(from);
  if (checkpoint === null) throw new AppError('refused-by-rule', 'the old record has no checkpoint', { place: from });
  const { vkey } = await verifyRecord(from);
  const cosigned = newestCosigned(layout);
  const origin = { origin: checkpoint.origin, key: vkey ?? '', name: checkpoint.origin };
  const drafts: ActDraft[] = [
    {
      kind: 'continued',
      by: { person: by },
      body: {
        from: origin,
        size: checkpoint.size,
        root: checkpoint.root.toString('base64'),
        note: formatNote(checkpoint.note),
        cosigned: cosigned === null ? null : formatNote(cosigned.note),
        reason,
      } satisfies z.infer<typeof continuedBody>,
    },
  ];
  const documents = new Set<string>();
  for await (const { line, act, lineText } of readActLines(layout, 0)) {
    if (line.index >= checkpoint.size) break;
    const body = { from: origin, line: lineObjectOf(lineText), proof: null, marking: null, way: 'continued' };
    drafts.push({ kind: 'received', by: PROGRAM, body });
    const received = act?.kind === 'received' ? receivedBodyOf(act.body) : undefined;
    const document = (received === undefined ? act : originalOf(received).act)?.body.document;
    if (typeof document === 'string' && isDocumentId(document)) documents.add(document);
  }
  const passphrase = process.env.PANEL_PASSPHRASE;
  const record = await openRecord(workspace, {
    command: 'panel record continue',
    founder: { person: by },
    ...(passphrase === undefined ? {} : { passphrase }),
    onMessage: (text) => progress.note(text),
  });
  try {
    let copied = 0;
    for (const id of documents) {
      if (!isDocumentId(id) || !old.hasDocument(id)) continue;
      await record.putDocument(documentPath(layout, id));
      copied++;
      progress.advance(copied, documents.size);
    }
    // In one batch: a new log that names the old one and has half of it would be neither.
    await record.append(drafts);
    await record.checkpoint();
    return {
      origin: record.origin,
      vkey: record.verifierKey,
      continues: { origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root.toString('base64') },
      acts: drafts.length - 1,
      documents: copied,
    };
  } finally {
    await record.close();
  }
}

function isFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new AppError('unreadable', 'there is no such workspace or export', { place: path });
  return found.isFile();
}
