import { RecordError } from '../errors.ts';
import type { SignedCheckpoint } from '../log/checkpoint.ts';
import type { VerifierKey } from '../log/note.ts';

/** One thing that is not as it was written. `path` is relative to the workspace; `offset` counts bytes from 0. */
export type Fault = {
  readonly path: string;
  readonly offset: number;
  readonly code: FaultCode;
  readonly message: string;
};

export type FaultCode =
  | 'unknown-file'
  | 'unreadable'
  | 'missing'
  | 'bad-line'
  | 'unfinished-line'
  | 'out-of-order'
  | 'wrong-key'
  | 'bad-key-act'
  | 'bad-redaction'
  | 'redaction-unfinished'
  | 'bad-tile'
  | 'bad-checkpoint'
  | 'bad-key-list'
  | 'bad-document'
  | 'forked'
  | 'not-consistent'
  | 'not-your-key';

export type VerifyOptions = {
  /** A key that the reader holds from before or from elsewhere: the record must be that key's, or that of keys it vouched for. */
  readonly vkey?: VerifierKey;
  /** A checkpoint that the reader holds: the record must still begin with the very acts that it covers. */
  readonly checkpoint?: SignedCheckpoint;
  /** Called now and then; `done` and `total` count bytes. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

export type Verification = {
  readonly whole: boolean;
  readonly faults: readonly Fault[];
  /** All faults, also those beyond the first thousand, which are not listed. */
  readonly faultCount: number;
  readonly acts: number;
  readonly withheld: number;
  readonly documents: number;
  readonly bytes: number;
  /** What the checkpoint in the record states; null when it has none that can be read. */
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string } | null;
  /** The key in force, as others should hold it. */
  readonly vkey: string | null;
  /** `itself`: nothing was given to compare with. `what-you-hold`: a key or a checkpoint was. */
  readonly consistentWith: 'itself' | 'what-you-hold';
  /** Sizes of which a note is kept under `record/cosigned/`, the largest first. Whose cosignatures they carry is judged elsewhere. */
  readonly cosigned: readonly number[];
  /** What is no fault but worth knowing: documents that no act speaks of yet, acts that no checkpoint covers yet. */
  readonly notes: readonly string[];
};

const MOST_LISTED = 1000;

/** Gathers faults without letting a ruined record fill the memory. */
export class FaultList {
  readonly listed: Fault[] = [];
  count = 0;

  add(path: string, offset: number, code: FaultCode, message: string): void {
    this.count++;
    if (this.listed.length < MOST_LISTED) this.listed.push({ path, offset, code, message });
  }
}

/** Why a file could not be read, in a word or a few. */
export function whyUnread(error: unknown): string {
  if (error instanceof RecordError) return error.message.replace(/\.$/, '');
  return (error as NodeJS.ErrnoException).code ?? 'for no reason that the system names';
}

/** `path@offset: code: message`, the form in which a fault is printed. */
export function formatFault({ path, offset, code, message }: Fault): string {
  return `${path}@${offset}: ${code}: ${message}`;
}
