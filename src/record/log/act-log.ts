import { closeSync, constants, fdatasync, fstatSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { describeWriteFailure, RecordError } from '../errors.ts';
import { syncFolder, writeAll } from '../storage/durable-file.ts';
import { placeInRecord, SEGMENT_ACTS, segmentPath, type WorkspaceLayout } from '../storage/layout.ts';
import { type Act, type ActClock, type ActDraft, actId } from './act.ts';
import {
  type ActTime,
  actOfPrepared,
  type EncodedActs,
  encodeActs,
  type PreparedAct,
  prepareAct,
} from './act-encoder.ts';
import { segmentPlace } from './segment.ts';
import type { TreeBuilder } from './tree-builder.ts';

const syncData = promisify(fdatasync);

type Waiting = {
  readonly acts: readonly PreparedAct[];
  readonly resolve: (acts: Act[]) => void;
  readonly reject: (error: unknown) => void;
};

/** A segment written to in this round: its file, and its length before, to which a failed round is cut back. */
type Touched = {
  readonly segment: number;
  readonly file: number;
  readonly lengthBefore: number;
  readonly created: boolean;
};

/**
 * Appends acts to the segments. An act is acknowledged when it is on the disk (`fdatasync`). Appends that come while
 * the disk is busy share the next sync. A round either reaches the disk whole or leaves nothing behind.
 */
export class ActLog {
  readonly #layout: WorkspaceLayout;
  readonly #builder: TreeBuilder;
  readonly #now: () => string;
  readonly #fixed: (() => string) | undefined;
  /** The highest time in the log: acts are in order of time, or say that the clock went back. */
  #latest: string;
  readonly #key: () => string;
  readonly #afterCommit: () => void;
  #waiting: Waiting[] = [];
  #waitingActs = 0;
  #roundPlanned = false;
  #work: Promise<unknown> = Promise.resolve();
  #open: { segment: number; file: number } | undefined;
  #failure: RecordError | undefined;

  constructor(
    layout: WorkspaceLayout,
    builder: TreeBuilder,
    options: {
      /** The machine's clock. */
      now: () => string;
      /** The time that acts are given instead, and say so. */
      fixed: (() => string) | undefined;
      latest: string;
      key: () => string;
      afterCommit: () => void;
    },
  ) {
    this.#layout = layout;
    this.#builder = builder;
    this.#now = options.now;
    this.#fixed = options.fixed;
    this.#latest = options.latest;
    this.#key = options.key;
    this.#afterCommit = options.afterCommit;
  }

  /** @throws RecordError `bad-act`, `disk-full`, `cannot-write`; `failed` once the disk has left the log in doubt */
  append(drafts: readonly ActDraft[]): Promise<Act[]> {
    return new Promise((resolve, reject) => {
      this.checkUsable();
      const now = this.#time();
      const next = this.#builder.size + this.#waitingActs;
      const acts = drafts.map((draft, i) => prepareAct(draft, now, next + i));
      if (acts.length === 0) return resolve([]);
      this.#waiting.push({ acts, resolve, reject });
      this.#waitingActs += acts.length;
      if (this.#roundPlanned) return;
      this.#roundPlanned = true;
      void this.exclusive(() => this.#writeRound());
    });
  }

  /** Runs a task alone: no append is written meanwhile. Tasks run in the order in which they come. */
  exclusive<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.#work.then(task);
    this.#work = result.catch(() => {});
    return result;
  }

  checkUsable(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Takes no more acts, for a reason that only opening the workspace again can remove. */
  stop(reason: RecordError): void {
    this.#failure ??= reason;
  }

  /** Writes one act within an exclusive task. */
  async commitAlone(draft: ActDraft): Promise<Act> {
    this.checkUsable();
    const act = prepareAct(draft, this.#time(), this.#builder.size);
    const first = this.#builder.size;
    await this.#commit([act]);
    return actOfPrepared(act, first);
  }

  /** Forgets the open file: a redaction has put another in its place. */
  releaseSegment(): void {
    if (this.#open !== undefined) closeSync(this.#open.file);
    this.#open = undefined;
  }

  async #writeRound(): Promise<void> {
    const round = this.#waiting;
    this.#waiting = [];
    this.#waitingActs = 0;
    this.#roundPlanned = false;
    let next = this.#builder.size;
    try {
      await this.#commit(round.length === 1 ? round[0]!.acts : round.flatMap(({ acts }) => acts));
    } catch (error) {
      for (const { reject } of round) reject(error);
      return;
    }
    for (const { acts, resolve } of round) {
      resolve(acts.map((act, i) => actOfPrepared(act, next + i)));
      next += acts.length;
    }
    this.#afterCommit();
  }

  async #commit(acts: readonly PreparedAct[]): Promise<void> {
    this.checkUsable();
    const touched: Touched[] = [];
    const written: EncodedActs[] = [];
    let latest = this.#latest;
    try {
      const [key, now] = [this.#key(), this.#now()];
      const times = { now, inOrder: laterOf(now, this.#latest) };
      latest = times.inOrder;
      for (let done = 0; done < acts.length; ) {
        const first = this.#builder.size + done;
        const count = Math.min(acts.length - done, SEGMENT_ACTS - (first % SEGMENT_ACTS));
        const encoded = encodeActs(acts.slice(done, done + count), first, key, times);
        const segment = this.#openSegment(Math.floor(first / SEGMENT_ACTS), touched);
        touched.push(segment);
        writeAll(segment.file, encoded.bytes);
        written.push(encoded);
        done += count;
      }
    } catch (error) {
      this.#undo(touched);
      throw this.#describe(error);
    }
    try {
      for (const { file } of touched) await syncData(file);
      if (touched.some(({ created }) => created)) syncFolder(this.#layout.acts);
    } catch (error) {
      // After a failed sync the kernel may have dropped the pages it could not write: nothing here can be trusted on.
      this.#undo(touched);
      this.#fail(error);
      throw this.#describe(error);
    }
    for (const { file } of touched.slice(0, -1)) closeSync(file);
    this.#latest = latest;
    for (const { bytes, leafStarts, leafEnds } of written) {
      for (let i = 0; i < leafStarts.length; i++) this.#builder.append(bytes, leafStarts[i]!, leafEnds[i]!);
    }
  }

  /** When an act is made, and what it says of the clock. */
  #time(): ActTime {
    const now = this.#now();
    const clock: ActClock = {
      ...(this.#fixed === undefined ? {} : { fixed: true as const }),
      ...(now < this.#latest ? { behind: this.#latest } : {}),
    };
    return { at: this.#fixed?.() ?? now, clock: Object.keys(clock).length === 0 ? undefined : clock };
  }

  #openSegment(segment: number, touched: readonly Touched[]): Touched {
    if (this.#open?.segment === segment)
      return { segment, file: this.#open.file, lengthBefore: fstatSync(this.#open.file).size, created: false };
    if (!touched.some(({ file }) => file === this.#open?.file)) this.releaseSegment();
    const file = openSync(
      segmentPath(this.#layout, segment),
      constants.O_RDWR | constants.O_APPEND | constants.O_CREAT,
      0o600,
    );
    this.#open = { segment, file };
    const lengthBefore = fstatSync(file).size;
    return { segment, file, lengthBefore, created: lengthBefore === 0 };
  }

  /** Cuts every segment back to where it was. Should that fail too, the log takes no more acts until it is reopened. */
  #undo(touched: readonly Touched[]): void {
    for (const { segment, file, lengthBefore, created } of [...touched].reverse()) {
      try {
        ftruncateSync(file, lengthBefore);
        closeSync(file);
        if (created) rmSync(segmentPath(this.#layout, segment), { force: true });
      } catch (error) {
        this.#fail(error);
      }
    }
    if (touched.some(({ file }) => file === this.#open?.file)) this.#open = undefined;
  }

  #fail(cause: unknown): void {
    this.#failure ??= new RecordError(
      'failed',
      `The disk failed while act ${actId(this.#builder.size)} was written; what was acknowledged is safe. Open the workspace again.`,
      { place: placeInRecord('acts'), cause },
    );
  }

  #describe(error: unknown): RecordError {
    if (error instanceof RecordError) return error;
    return describeWriteFailure(error, 'The act', segmentPlace(Math.floor(this.#builder.size / SEGMENT_ACTS)));
  }
}

/** Times are written so that their order as texts is that of time. */
function laterOf(a: string, b: string): string {
  return a < b ? b : a;
}
