import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { parseCanonicalJson } from '../../core/json/canonical-json.ts';
import { deepFreeze, type JsonObject } from '../../core/json/json.ts';
import {
  type Act,
  type ActClock,
  type ActId,
  type ActKind,
  type Actor,
  actId,
  actIndex,
  isActClock,
  isActor,
  isTimestamp,
} from './act.ts';
import { hasCommittedForm } from './committed-form.ts';

/**
 * One act, one line of a segment: `{body, leaf, salt}`, or `{leaf, withheld}` after a redaction, in canonical JSON
 * (RFC 8785) with a newline. `body` holds `at`, `by`, `body`, `clock` and `supersedes`: what may have to be withheld. The leaf
 * holds the rest and goes into the tree; its commitment binds the body without telling it.
 */

/** Keeps a commitment from being the hash of anything else that the product hashes. */
const COMMITMENT_TAG = Buffer.from('standing-panel/act/v1', 'ascii');
export const SALT_BYTES = 32;
/** A body beyond this is a document and belongs among the documents. */
export const LONGEST_BODY = 8 * 1024 * 1024;
const LEAF_VERSION = 1;

export type Leaf = {
  readonly v: 1;
  readonly kind: string;
  readonly id: ActId;
  /** Base 64 of SHA-256(tag || salt || canonical body). */
  readonly commitment: string;
  /** Id of the key in force when the act was logged. */
  readonly key: string;
  /** When it was logged. */
  readonly time: string;
};

/** What `body` of a line holds. */
export type CommittedBody = {
  readonly at: string;
  readonly by: Actor;
  readonly body: JsonObject;
  readonly supersedes?: ActId;
  readonly clock?: ActClock;
};

let scratch = Buffer.alloc(8192);
COMMITMENT_TAG.copy(scratch);

/** Base 64 of the commitment to the canonical body in `bytes[start, end)`, under a salt in base 64. */
export function commitmentOf(salt: string, bytes: Buffer, start: number, end: number): string {
  const length = COMMITMENT_TAG.length + SALT_BYTES + (end - start);
  if (scratch.length < length) {
    scratch = Buffer.alloc(2 * length);
    COMMITMENT_TAG.copy(scratch);
  }
  scratch.write(salt, COMMITMENT_TAG.length, SALT_BYTES, 'base64');
  bytes.copy(scratch, COMMITMENT_TAG.length + SALT_BYTES, start, end);
  return hash('sha256', scratch.subarray(0, length), 'base64');
}

/** Canonical JSON of a leaf. Its values need no escaping, so the template is the canonical form. */
export function formatLeaf(leaf: Omit<Leaf, 'v'>): string {
  return `{"commitment":"${leaf.commitment}","id":"${leaf.id}","key":"${leaf.key}","kind":"${leaf.kind}","time":"${leaf.time}","v":${LEAF_VERSION}}`;
}

/** Before the body, between body and leaf, between leaf and salt: the fixed text of a line. */
export const BODY_OPENING = '{"body":';
export const LEAF_OPENING = ',"leaf":';
export const SALT_OPENING = ',"salt":"';
export const LINE_CLOSING = '"}\n';

export function formatWithheldLine(leaf: string, redaction: ActId): string {
  return `{"leaf":${leaf},"withheld":"${redaction}"}\n`;
}

/** Base 64 of exactly 32 bytes; the last digit carries four bits, so only these sixteen are strict. */
const BASE64_32 = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=';
const LEAF = `\\{"commitment":"(${BASE64_32})","id":"(a-\\d{1,16})","key":"([0-9a-f]{8})","kind":"([a-z][a-z-]{0,39})","time":"([0-9TZ:.-]{24})","v":1\\}`;
const TAIL = new RegExp(`^,"leaf":(${LEAF}),"salt":"(${BASE64_32})"\\}$`);
const WITHHELD = new RegExp(`^\\{"leaf":(${LEAF}),"withheld":"(a-\\d{1,16})"\\}$`);
/** Longer than any match of TAIL or WITHHELD. */
const TAIL_LENGTH = 400;
const SALT_TAIL = SALT_OPENING.length + 44 + '"}'.length;

export type ParsedLine = {
  readonly index: number;
  readonly leaf: Leaf;
  /** Where the leaf stands in the buffer. */
  readonly leafStart: number;
  readonly leafEnd: number;
  /** Canonical text of the body; null when it is withheld, or was not asked for. */
  readonly bodyText: string | null;
  /** The value of `bodyText`. */
  readonly body: CommittedBody | null;
  readonly salt: string | null;
  readonly withheld: ActId | null;
};

export type LineFault = { readonly fault: string };

/**
 * Reads the line `bytes[start, end)` (without its newline) and checks all that can be checked on it alone: its
 * canonical form byte for byte, strict base64, the commitment, the form of the body. A body that `wants` is not interested
 * in is checked all the same, and its value left out.
 */
export function parseLine(
  bytes: Buffer,
  start: number,
  end: number,
  wants: (kind: string) => boolean = () => true,
): ParsedLine | LineFault {
  const tailStart = Math.max(start, end - TAIL_LENGTH);
  const tail = bytes.toString('latin1', tailStart, end);
  const match = TAIL.exec(tail.slice(Math.max(0, tail.lastIndexOf(LEAF_OPENING))));
  if (match === null || !beginsWithBody(bytes, start)) return parseWithheld(bytes, start, end);
  const leafEnd = end - SALT_TAIL;
  const leafStart = leafEnd - match[1]!.length;
  const bodyStart = start + BODY_OPENING.length;
  const bodyEnd = leafStart - LEAF_OPENING.length;
  const leaf = leafOf(match);
  if (typeof leaf === 'string') return { fault: leaf };
  if (bodyEnd <= bodyStart) return { fault: 'it has no body' };
  const salt = match[7]!;
  if (commitmentOf(salt, bytes, bodyStart, bodyEnd) !== leaf.commitment)
    return { fault: 'its body is not the one that its leaf commits to' };
  const index = actIndex(leaf.id);
  if (index === undefined) return { fault: `"${leaf.id}" is not an act's id` };
  if (!wants(leaf.kind) && hasCommittedForm(bytes, bodyStart, bodyEnd))
    return { index, leaf, leafStart, leafEnd, bodyText: null, body: null, salt, withheld: null };
  const bodyText = bytes.toString('utf8', bodyStart, bodyEnd);
  // The decoder puts this character where bytes are malformed; only then is it worth asking which of the two it is.
  if (bodyText.includes('\ufffd') && !isUtf8(bytes.subarray(bodyStart, bodyEnd)))
    return { fault: 'its body is not UTF-8' };
  const body = parseCanonicalJson(bodyText);
  if (body === undefined) return { fault: 'its body is not canonical JSON' };
  if (!isCommittedBody(body)) return { fault: 'its body lacks "at", "by" or "body"' };
  return { index, leaf, leafStart, leafEnd, bodyText, body, salt, withheld: null };
}

function beginsWithBody(bytes: Buffer, start: number): boolean {
  for (let i = 0; i < BODY_OPENING.length; i++) if (bytes[start + i] !== BODY_OPENING.charCodeAt(i)) return false;
  return true;
}

function parseWithheld(bytes: Buffer, start: number, end: number): ParsedLine | LineFault {
  const match = end - start > TAIL_LENGTH ? null : WITHHELD.exec(bytes.toString('latin1', start, end));
  if (match === null) return { fault: 'it is not an act in canonical form' };
  const leaf = leafOf(match);
  if (typeof leaf === 'string') return { fault: leaf };
  const index = actIndex(leaf.id);
  const withheld = match[7]! as ActId;
  if (index === undefined || actIndex(withheld) === undefined)
    return { fault: "it names something that is not an act's id" };
  const leafStart = start + '{"leaf":'.length;
  return {
    index,
    leaf,
    leafStart,
    leafEnd: leafStart + match[1]!.length,
    bodyText: null,
    body: null,
    salt: null,
    withheld,
  };
}

const ANY_LEAF = new RegExp(LEAF, 'g');

/**
 * Where the leaf of act `index` stands in a damaged line, when the damage lies elsewhere: verification goes on with it,
 * so that one changed body is reported as one fault and not as a fault of every tile after it.
 */
export function findLeaf(
  bytes: Buffer,
  start: number,
  end: number,
  index: number,
): { start: number; end: number } | null {
  const text = bytes.toString('latin1', start, end);
  const leaves = [...text.matchAll(ANY_LEAF)].filter((match) => match[2] === actId(index));
  const leaf = leaves.at(-1);
  return leaf === undefined ? null : { start: start + leaf.index, end: start + leaf.index + leaf[0].length };
}

/** Acts come in bursts of the same millisecond: the last times found good need not be judged again. */
let lastGoodTime = '';
let lastGoodAt = '';

function leafOf(match: RegExpExecArray): Leaf | string {
  const time = match[6]!;
  if (time !== lastGoodTime) {
    if (!isTimestamp(time)) return `its time "${time}" does not exist`;
    lastGoodTime = time;
  }
  return { v: 1, commitment: match[2]!, id: match[3]! as ActId, key: match[4]!, kind: match[5]!, time };
}

function isCommittedBody(value: unknown): value is CommittedBody {
  if (typeof value !== 'object' || value === null) return false;
  const { at, by, body, supersedes, clock } = value as Record<string, unknown>;
  const more = [supersedes, clock].filter((one) => one !== undefined).length;
  if (Object.keys(value).length !== 3 + more || (clock !== undefined && !isActClock(clock))) return false;
  if (at !== lastGoodAt) {
    if (!isTimestamp(at)) return false;
    lastGoodAt = at;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !isActor(by)) return false;
  return supersedes === undefined || (typeof supersedes === 'string' && actIndex(supersedes) !== undefined);
}

/** The act on a line; undefined when it is withheld. */
export function actOfLine({ index, leaf, body }: ParsedLine): Act | undefined {
  if (body === null) return undefined;
  const { at, by, body: content, supersedes, clock } = body;
  const act: Act = { id: actId(index), kind: leaf.kind as ActKind, at, by, body: content };
  return deepFreeze({
    ...act,
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(clock === undefined ? {} : { clock }),
  });
}
