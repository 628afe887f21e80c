import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../core/canonical-json.ts';
import { CoreError } from '../../core/errors.ts';
import { deepFreeze } from '../../core/json.ts';
import { RecordError } from '../errors.ts';
import { type Act, type ActDraft, actId, checkDraft } from './act.ts';
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
  readonly bodyText: string;
  readonly bodyBytes: number;
};

/** Lines ready to be written, and where their leaves stand among them. */
export type EncodedActs = {
  readonly bytes: Buffer;
  readonly leafStarts: Uint32Array;
  readonly leafEnds: Uint32Array;
};

/** @throws RecordError `bad-act`. Drafts are frozen, so that what was logged cannot be changed in the caller's hands. */
export function prepareAct(draft: ActDraft, now: string, next: number): PreparedAct {
  checkDraft(draft, next);
  const at = draft.at ?? now;
  const { by, body, supersedes } = draft;
  try {
    const bodyText = canonicalJson(supersedes === undefined ? { at, body, by } : { at, body, by, supersedes });
    const bodyBytes = Buffer.byteLength(bodyText);
    if (bodyBytes > LONGEST_BODY)
      throw new RecordError('bad-act', `This "${draft.kind}" act cannot be logged: it is longer than 8 MiB.`);
    return { draft: deepFreeze(draft), at, bodyText, bodyBytes };
  } catch (error) {
    if (!(error instanceof CoreError || error instanceof RangeError)) throw error;
    const why = error instanceof CoreError ? error.message : 'it is nested too deeply';
    throw new RecordError('bad-act', `This "${draft.kind}" act cannot be logged: ${why}.`, { cause: error });
  }
}

/** Longest text of a line around its body: openings, leaf, salt. */
const LINE_OVERHEAD = 400;

/** The lines of acts that will be the leaves `first`, `first + 1` and so on. */
export function encodeActs(acts: readonly PreparedAct[], first: number, key: string, time: string): EncodedActs {
  let capacity = 0;
  for (const { bodyBytes } of acts) capacity += bodyBytes + LINE_OVERHEAD;
  const bytes = Buffer.allocUnsafe(capacity);
  const salts = randomBytes(SALT_BYTES * acts.length);
  const leafStarts = new Uint32Array(acts.length);
  const leafEnds = new Uint32Array(acts.length);
  let at = 0;
  for (let i = 0; i < acts.length; i++) {
    const { draft, bodyText } = acts[i]!;
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
export function actOfPrepared({ draft, at }: PreparedAct, index: number): Act {
  const { kind, by, body, supersedes } = draft;
  const act = { id: actId(index), kind, at, by, body };
  return Object.freeze(supersedes === undefined ? act : { ...act, supersedes });
}
