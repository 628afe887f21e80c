import { randomBytes } from 'node:crypto';
import { CoreError } from '../../core/errors.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { RecordError } from '../errors.ts';
import { type Act, type ActClock, type ActDraft, actId, checkDraft } from './act.ts';
import {
  BODY_OPENING,
  commitmentOf,
  formatLeaf,
  LEAF_OPENING,
  LINE_CLOSING,
  LONGEST_BODY,
  SALT_BYTES,
  SALT_OPENING,
} from './act-line.ts';

/** A draft that has passed all checks, with the canonical text that its line will carry. */
export type PreparedAct = {
  readonly draft: ActDraft;
  readonly at: string;
  readonly clock: ActClock | undefined;
  readonly bodyText: string;
  readonly bodyBytes: number;
};

/** Lines ready to be written, and where their leaves stand among them. */
export type EncodedActs = {
  readonly bytes: Buffer;
  readonly leafStarts: Uint32Array;
  readonly leafEnds: Uint32Array;
};

/** When an act is prepared: its own time unless the draft has one, and what it says of the clock. */
export type ActTime = { readonly at: string; readonly clock: ActClock | undefined };

/** @throws RecordError `bad-act`. Drafts are frozen, so that what was logged cannot be changed in the caller's hands. */
export function prepareAct(draft: ActDraft, now: ActTime, next: number): PreparedAct {
  checkDraft(draft, next);
  const at = draft.at ?? now.at;
  const { clock } = now;
  const { by, body, supersedes } = draft;
  try {
    const bodyText = canonicalJson({
      at,
      body,
      by,
      ...(clock === undefined ? {} : { clock }),
      ...(supersedes === undefined ? {} : { supersedes }),
    });
    const bodyBytes = Buffer.byteLength(bodyText);
    if (bodyBytes > LONGEST_BODY)
      throw new RecordError('bad-act', `This "${draft.kind}" act cannot be logged: it is longer than 8 MiB.`);
    return { draft: deepFreeze(draft), at, clock, bodyText, bodyBytes };
  } catch (error) {
    if (!(error instanceof CoreError || error instanceof RangeError)) throw error;
    const why = error instanceof CoreError ? error.message : 'it is nested too deeply';
    throw new RecordError('bad-act', `This "${draft.kind}" act cannot be logged: ${why}.`, { cause: error });
  }
}

/** Longest text of a line around its body: openings, leaf, salt. */
const LINE_OVERHEAD = 400;

/** When acts are logged. `inOrder` is never before the highest time of the log; acts that say that the clock went back have the clock's own. */
export type LogTime = { readonly now: string; readonly inOrder: string };

/** The lines of acts that will be the leaves `first`, `first + 1` and so on. */
export function encodeActs(acts: readonly PreparedAct[], first: number, key: string, times: LogTime): EncodedActs {
  let capacity = 0;
  for (const { bodyBytes } of acts) capacity += bodyBytes + LINE_OVERHEAD;
  const bytes = Buffer.allocUnsafe(capacity);
  const salts = randomBytes(SALT_BYTES * acts.length);
  const leafStarts = new Uint32Array(acts.length);
  const leafEnds = new Uint32Array(acts.length);
  let at = 0;
  for (let i = 0; i < acts.length; i++) {
    const { draft, bodyText, clock } = acts[i]!;
    const time = clock?.behind === undefined ? times.inOrder : times.now;
    const salt = salts.toString('base64', i * SALT_BYTES, (i + 1) * SALT_BYTES);
    at += bytes.write(BODY_OPENING, at, 'latin1');
    const bodyStart = at;
    at += bytes.write(bodyText, at, 'utf8');
    const commitment = commitmentOf(salt, bytes, bodyStart, at);
    const leaf = formatLeaf({ commitment, id: actId(first + i), key, kind: draft.kind, time });
    leafStarts[i] = at + LEAF_OPENING.length;
    leafEnds[i] = leafStarts[i]! + leaf.length;
    at += bytes.write(`${LEAF_OPENING}${leaf}${SALT_OPENING}${salt}${LINE_CLOSING}`, at, 'latin1');
  }
  return { bytes: bytes.subarray(0, at), leafStarts, leafEnds };
}

/** The act that a prepared draft became as leaf `index`. */
export function actOfPrepared({ draft, at, clock }: PreparedAct, index: number): Act {
  const { kind, by, body, supersedes } = draft;
  return Object.freeze({
    id: actId(index),
    kind,
    at,
    by,
    body,
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(clock === undefined ? {} : { clock }),
  });
}
