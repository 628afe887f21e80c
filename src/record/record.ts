import { sign } from 'node:crypto';
import { type DocumentId, isDocumentId } from '../core/hash.ts';
import { type Clock, systemClock, timestampOf } from '../core/time/clock.ts';
import { CheckpointSchedule } from './checkpoint-schedule.ts';
import { writeStamp } from './cosigned.ts';
import { addCosigned } from './cosigning.ts';
import { documentPlace, type PutDocument, putDocument } from './documents/document-store.ts';
import { carryOutRedaction, planRedaction, type RedactionRequest, redactionOf } from './documents/redaction.ts';
import { describeWriteFailure, inOurWords, RecordError } from './errors.ts';
import { appendNaming, endorsementText, type KeyNaming, type NamedKey } from './keys/key-history.ts';
import { generateSigningKey, type SigningKey, saveSigningKey } from './keys/signing-key.ts';
import { secretOf } from './keys/workspace-secret.ts';
import type { Act, ActDraft, ActId, Actor } from './log/act.ts';
import { ActLog } from './log/act-log.ts';
import type { Checkpoint, SignedCheckpoint } from './log/checkpoint.ts';
import { traitsOf } from './log/kind-traits.ts';
import { formatVerifierKey, type SignedNote, signNote } from './log/note.ts';
import type { LogPublisher } from './log-publisher.ts';
import { makeFolders, type OpenOptions, signerFor, sweepTemporary, tellOfReaders } from './opening.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import { type RecoveredLog, recoverLog } from './recovery.ts';
import { encodeBase64 } from './storage/base64.ts';
import { temporaryFolder } from './storage/durable-file.ts';
import { documentPath, layoutOf, type WorkspaceLayout } from './storage/layout.ts';
import { takeLock, type WorkspaceLock } from './storage/lock.ts';
import { isThere } from './storage/presence.ts';

/** Who begins a record where the caller does not say: no version is known down here. */
const FOUNDER: Actor = { program: 'standing-panel', version: 'unknown' };

/**
 * Opens a workspace's record for writing: takes the lock, recovers from a crash, and starts the record when there is none.
 * @throws RecordError `workspace-held`, `workspace-served`, `not-a-workspace`, `damaged`, `key-missing`, `key-passphrase`, `disk-full`, `cannot-write`
 */
export async function openRecord(workspace: string, options: OpenOptions): Promise<ActRecord> {
  const layout = layoutOf(workspace);
  const clock = options.clock ?? systemClock;
  if (options.create === false && !isThere(layout.acts))
    throw new RecordError(
      'not-a-workspace',
      'There is no record here; add a document first, or name another --workspace.',
      {
        place: workspace,
      },
    );
  makeFolders(layout);
  const lock = await takeLock(layout, options.command, clock(), options.waitMs);
  try {
    sweepTemporary(layout);
    const onMessage = options.onMessage ?? (() => {});
    tellOfReaders(layout, onMessage);
    const recovered = await recoverLog(layout, timestampOf(clock()), onMessage);
    const record = new ActRecord(layout, lock, recovered, signerFor(layout, recovered, options), {
      clock,
      fixedClock: options.fixedClock,
      onMessage,
      onCommit: options.onCommit ?? (() => {}),
    });
    await record.settle(recovered, options);
    return record;
  } catch (error) {
    lock.release();
    throw inOurWords(error);
  }
}

/** The record of a workspace, held for writing. Close it; what is acknowledged is safe even when that does not happen. */
export class ActRecord {
  readonly #layout: WorkspaceLayout;
  readonly #lock: WorkspaceLock;
  readonly #publisher: LogPublisher;
  readonly #log: ActLog;
  readonly #clock: Clock;
  readonly #onMessage: (text: string) => void;
  readonly #onCommit: () => void;
  #signer: SigningKey;
  #history: readonly NamedKey[];
  readonly #schedule: CheckpointSchedule;
  #closed = false;
  readonly #held = new Set<DocumentId>();
  #read: ReadRecord | undefined;

  constructor(
    layout: WorkspaceLayout,
    lock: WorkspaceLock,
    recovered: RecoveredLog,
    signer: SigningKey,
    {
      clock,
      fixedClock,
      onMessage,
      onCommit,
    }: {
      clock: Clock;
      fixedClock: Clock | undefined;
      onMessage: (text: string) => void;
      onCommit: () => void;
    },
  ) {
    this.#layout = layout;
    this.#lock = lock;
    this.#publisher = recovered.publisher;
    this.#history = recovered.history;
    this.#signer = signer;
    this.#clock = clock;
    this.#onMessage = onMessage;
    this.#onCommit = onCommit;
    this.#schedule = new CheckpointSchedule(() => this.#log.exclusive(() => this.#publish()), onMessage);
    this.#log = new ActLog(layout, recovered.publisher.builder, {
      now: () => timestampOf(this.#clock()),
      fixed: fixedClock === undefined ? undefined : () => timestampOf(fixedClock()),
      latest: recovered.latest,
      key: () => this.#signer.key.id,
      afterCommit: () => {
        if (!this.#closed) this.#schedule.publishSoon(this.#publisher.behind);
        this.#onCommit();
      },
    });
  }

  /** Acts in the record; the next one gets this number. */
  get size(): number {
    return this.#publisher.builder.size;
  }

  /** `standing-panel/<workspace id>`: the name of the log in its checkpoints. */
  get origin(): string {
    return this.#signer.key.name;
  }

  /** What others need to hold in order to check checkpoints of this record. */
  get verifierKey(): string {
    return formatVerifierKey(this.#signer.key);
  }

  /** A folder beside the record for files on their way; whoever asks for it removes it, and a crash leaves it to the next opening. */
  temporaryFolder(): string {
    this.#checkOpen();
    return temporaryFolder(this.#layout);
  }

  /** A secret that whoever can write beside the record, and cannot read its key, does not know. */
  secretFor(purpose: string): Buffer {
    return secretOf(this.#signer, purpose);
  }

  /** Reading, on the same workspace: one object, under which others keep what they worked out of its documents. */
  get read(): ReadRecord {
    this.#read ??= readRecord(this.#layout.root);
    return this.#read;
  }

  /**
   * Logs acts, in order, as one batch: on the disk when this resolves, or not in the record at all.
   * Ids are given in the order of the calls. The drafts are frozen.
   * @throws RecordError `bad-act`, `document-missing` (an `acquired` act without its document), `disk-full`, `cannot-write`, `failed`, `closed`
   */
  async append(drafts: readonly ActDraft[]): Promise<Act[]> {
    this.#checkOpen();
    for (const { kind, body } of drafts) {
      if (!traitsOf(kind).isLoggedAtWill)
        throw new RecordError('bad-act', `A "${kind}" act is logged by carrying it out, not by itself.`);
      if (kind === 'acquired') this.#checkHeld(body?.document);
    }
    return this.#log.append(drafts);
  }

  /**
   * Stores a document (bytes, or the file at a path) under its SHA-256. It becomes evidence by the `acquired` act that follows.
   * @param expected what it was read as: other bytes are not kept
   */
  async putDocument(source: Uint8Array | string, expected?: DocumentId): Promise<PutDocument> {
    this.#checkOpen();
    const put = await putDocument(this.#layout, source, expected);
    this.#held.add(put.id);
    return put;
  }

  /** Brings tiles and checkpoint abreast of the acts now. @throws RecordError `disk-full`, `cannot-write` */
  async checkpoint(): Promise<Checkpoint> {
    this.#checkOpen();
    return this.#log.exclusive(() => this.#publish());
  }

  /**
   * Keeps what others have said of a checkpoint of this record: lines are added to those kept of its size. Whoever calls this
   * has judged whose they are, and `arrange` may leave out those that say nothing further.
   * @throws RecordError `bad-format` for a note that is not this log's, `damaged` for one that states another root than the acts give
   */
  async keepCosigned(
    note: SignedNote,
    arrange: (joined: SignedNote) => SignedNote = (joined) => joined,
  ): Promise<SignedCheckpoint> {
    this.#checkOpen();
    return this.#log.exclusive(() => {
      this.#publish();
      return addCosigned(this.#layout, { origin: this.origin, history: this.#history }, note, arrange);
    });
  }

  /** Keeps a stamp of time over the note of a size, as it came. @returns its name under `record/cosigned/` */
  async keepStamp(size: number, stamp: Uint8Array): Promise<string> {
    this.#checkOpen();
    return this.#log.exclusive(() => writeStamp(this.#layout, size, stamp));
  }

  /**
   * Logs a `redacted` act and carries it out. @throws RecordError as `planRedaction`; an error after the act is logged
   * says so, and opening the workspace again finishes the work
   */
  async redact(request: RedactionRequest): Promise<Act> {
    this.#checkOpen();
    return this.#log.exclusive(async () => {
      const body = planRedaction(this.#layout, request, this.size);
      const at = request.at === undefined ? {} : { at: request.at };
      const act = await this.#log.commitAlone({ kind: 'redacted', by: request.by, body, ...at });
      this.#log.releaseSegment();
      try {
        carryOutRedaction(this.#layout, body, act.id);
      } catch (error) {
        // No checkpoint may cover the redaction before it is carried out: that is how opening knows that it is not.
        if (error instanceof RecordError) this.#log.stop(error);
        throw error;
      }
      for (const id of body.documents) this.#held.delete(id);
      this.#publish();
      this.#onCommit();
      return act;
    });
  }

  /**
   * Ends the key in force and names a new one, for which the old one vouches.
   * @returns the act; the new verifier key is then `verifierKey`
   */
  async replaceKey(request: { by: Actor; reason: string; passphrase?: string }): Promise<Act> {
    this.#checkOpen();
    return this.#log.exclusive(async () => {
      this.#publish();
      const old = this.#signer;
      const next = generateSigningKey(old.key.name);
      saveSigningKey(this.#layout, next, request.passphrase);
      const endorsement = sign(null, Buffer.from(endorsementText(old.key, next.key)), old.privateKey);
      return this.#nameKey(next, request, encodeBase64(endorsement));
    });
  }

  /**
   * A note over a statement that is no checkpoint: its first line names what it is, so that nobody can take it for the log's.
   * @throws RecordError `bad-format`
   */
  signStatement(text: string): string {
    this.#checkOpen();
    if (!/^standing-panel\/[a-z-]+\/v\d+\n[^\n]*[^\n\d][^\n]*\n/.test(text))
      throw new RecordError('bad-format', 'This statement could be taken for a checkpoint.');
    return signNote(text, [this.#signer]);
  }

  /** Tells other commands where this workspace is served. */
  announce(service: { address: string; token: string }): void {
    this.#lock.announce(service);
  }

  /** Writes the last checkpoint and gives the workspace free. The lock is released even when the checkpoint fails. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.#schedule.publishNow();
    } finally {
      this.#log.releaseSegment();
      this.#lock.release();
    }
  }

  /** What opening leaves to do once the log can be written: the first act, an interrupted redaction, a lost key, a checkpoint. */
  async settle({ recentRedactions }: RecoveredLog, options: OpenOptions): Promise<void> {
    const inForce = this.#history.at(-1)?.key;
    await this.#log.exclusive(async () => {
      if (inForce === undefined || inForce.id !== this.#signer.key.id)
        await this.#nameKey(
          this.#signer,
          options.replaceLostKey ?? { by: options.founder ?? FOUNDER, reason: 'The record begins.' },
          null,
        );
      for (const { index, body } of recentRedactions) {
        const redaction = redactionOf(body?.body);
        const id: ActId = `a-${index}`;
        if (redaction !== undefined && carryOutRedaction(this.#layout, redaction, id))
          this.#onMessage(`The redaction ${id}, which a crash had interrupted, has been finished.`);
      }
      if (this.#publisher.isCurrent) return;
      this.#publish();
      this.#publisher.sweep();
    });
  }

  async #nameKey(
    next: SigningKey,
    { by, reason }: { by: Actor; reason: string },
    endorsement: string | null,
  ): Promise<Act> {
    const previous = this.#history.at(-1)?.key;
    const body: KeyNaming = {
      vkey: formatVerifierKey(next.key),
      ends: previous === undefined ? null : formatVerifierKey(previous),
      reason,
      endorsement,
    };
    const history = appendNaming(this.#history, body, this.size);
    const before = this.#signer;
    this.#signer = next;
    try {
      const act = await this.#log.commitAlone({ kind: 'key-named', by, body });
      this.#history = history;
      this.#publish();
      this.#onCommit();
      return act;
    } catch (error) {
      if (this.#history !== history) this.#signer = before;
      throw error;
    }
  }

  #publish(): Checkpoint {
    this.#schedule.stop();
    this.#log.checkUsable();
    try {
      return this.#publisher.publish(this.#signer, this.#history);
    } catch (error) {
      throw describeWriteFailure(error, 'The checkpoint', 'record/log');
    }
  }

  #checkHeld(document: unknown): void {
    if (typeof document !== 'string' || !isDocumentId(document))
      throw new RecordError('bad-act', 'An "acquired" act must name its "document".');
    if (this.#held.has(document)) return;
    if (!isThere(documentPath(this.#layout, document)))
      throw new RecordError('document-missing', `The record does not hold ${document}; put the document first.`, {
        place: documentPlace(document),
      });
    this.#held.add(document);
  }

  #checkOpen(): void {
    if (this.#closed) throw new RecordError('closed', 'The record has been closed.', { place: this.#layout.root });
    this.#log.checkUsable();
  }
}
