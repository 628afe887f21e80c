import { join } from 'node:path';
import type { DocumentId } from '../../core/hash.ts';

/**
 * Where everything lies in a workspace. `record/` holds nothing but the record: temporary files, the lock, keys and
 * torn tails lie beside it, so that every file under it can be held to account.
 */
export type WorkspaceLayout = {
  readonly root: string;
  readonly record: string;
  readonly documents: string;
  readonly acts: string;
  readonly log: string;
  /** Notes that witnesses have cosigned, and stamps of time on them. */
  readonly cosigned: string;
  readonly checkpoint: string;
  readonly keyList: string;
  readonly keys: string;
  readonly recovered: string;
  readonly temporary: string;
  /** Stands where the record came from elsewhere: it is read and proved, and goes on as a new log alone. */
  readonly imported: string;
  readonly lock: string;
};

export function layoutOf(workspace: string): WorkspaceLayout {
  const record = join(workspace, 'record');
  const log = join(record, 'log');
  return {
    root: workspace,
    record,
    documents: join(record, 'documents'),
    acts: join(record, 'acts'),
    log,
    cosigned: join(record, 'cosigned'),
    checkpoint: join(log, 'checkpoint'),
    keyList: join(log, 'keys'),
    keys: join(workspace, 'keys'),
    recovered: join(workspace, 'recovered'),
    temporary: join(workspace, 'tmp'),
    imported: join(workspace, 'imported'),
    lock: join(workspace, 'lock'),
  };
}

/** `ab/cdef…` under `record/documents`: the folder keeps listings short with hundreds of thousands of documents. */
export function documentPath(layout: WorkspaceLayout, id: DocumentId): string {
  const digits = id.slice('sha256:'.length);
  return join(layout.documents, digits.slice(0, 2), digits.slice(2));
}

/** Acts in one segment: a redaction rewrites no more than this many lines. */
export const SEGMENT_ACTS = 4096;

export function segmentName(segment: number): string {
  return `${String(segment).padStart(6, '0')}.jsonl`;
}

export function segmentPath(layout: WorkspaceLayout, segment: number): string {
  return join(layout.acts, segmentName(segment));
}

/** Undefined for any name that `segmentName` does not write. */
export function parseSegmentName(name: string): number | undefined {
  const match = /^(\d{6,})\.jsonl$/.exec(name);
  const segment = match ? Number(match[1]) : Number.NaN;
  return Number.isSafeInteger(segment) && segmentName(segment) === name ? segment : undefined;
}

/** How faults and messages name a file: from the workspace on, with forward slashes on every system. */
export function placeInRecord(...parts: string[]): string {
  return ['record', ...parts].join('/');
}
