import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { JsonObject } from '../../core/json/json.ts';
import type { Act } from '../../record/log/act.ts';
import { actOfLine, type ParsedLine, parseLine } from '../../record/log/act-line.ts';
import { ExchangeError } from '../exchange-error.ts';

/**
 * Body of a `received` act: a line of another record as it stands there, so that it can be checked for ever without whoever gave
 * it. It is their word. `proof` binds its leaf to a note of their log; it is null where the whole log came along (`continued`).
 */
export type ReceivedBody = {
  readonly from: { readonly origin: string; readonly key: string; readonly name: string };
  /** `{body, leaf, salt}`, or `{leaf, withheld}` where they have withheld it. */
  readonly line: JsonObject;
  readonly proof: { readonly note: string; readonly path: readonly string[] } | null;
  readonly marking: string | null;
  readonly way: string;
};

export type InnerLine = {
  readonly line: ParsedLine;
  /** The bytes that their tree has a leaf of. */
  readonly leaf: Buffer;
  /** Their act; null when they have withheld it. */
  readonly act: Act | null;
};

/** Undefined for a body that is none of a `received` act. */
export function receivedBodyOf(body: unknown): ReceivedBody | undefined {
  const { from, line, way } = (body ?? {}) as Partial<ReceivedBody>;
  const isText = (value: unknown) => typeof value === 'string';
  if (typeof from !== 'object' || from === null || typeof line !== 'object' || line === null || !isText(way))
    return undefined;
  return isText(from.origin) && isText(from.key) && isText(from.name) ? (body as ReceivedBody) : undefined;
}

const read = new WeakMap<JsonObject, InnerLine>();

/**
 * The line that came, checked as every line of a record is: canonical form, commitment, strict base64. Whether its leaf is in
 * their log, the proof says.
 * @throws ExchangeError `bad-package`
 */
export function innerLineOf(line: JsonObject): InnerLine {
  const known = read.get(line);
  if (known !== undefined) return known;
  const bytes = Buffer.from(canonicalJson(line));
  const parsed = parseLine(bytes, 0, bytes.length);
  if ('fault' in parsed)
    throw new ExchangeError('bad-package', `an act that came is not as it was logged: ${parsed.fault}`);
  const inner = {
    line: parsed,
    leaf: bytes.subarray(parsed.leafStart, parsed.leafEnd),
    act: actOfLine(parsed) ?? null,
  };
  read.set(line, inner);
  return inner;
}

/** The act at the core of what was received, and the records through which it came. */
export type OriginalAct = {
  /** Null when one of them has withheld it. */
  readonly act: Act | null;
  readonly line: ParsedLine;
  /** Whose log the act stands in first, then whoever passed it on, up to the sender. */
  readonly recordedBy: readonly ReceivedBody['from'][];
  /** How far it may go on, as each of them has said, in the same order; null where nobody has said anything. */
  readonly marking: string | null;
  /** Whether each of them held the proof of what it passed on; else it is their word that the log before had it. */
  readonly isProven: boolean;
};

/** More hands than a thing is passed through; a package could nest without end. */
export const MOST_HANDS = 12;

/** Follows an act that was received from one who had received it. @throws ExchangeError as `innerLineOf` */
export function originalOf(received: Pick<ReceivedBody, 'from' | 'line' | 'marking'>): OriginalAct {
  const recordedBy = [received.from];
  const markings = [received.marking];
  let isProven = true;
  let inner = innerLineOf(received.line);
  while (inner.act?.kind === 'received' && recordedBy.length < MOST_HANDS) {
    const before = receivedBodyOf(inner.act.body);
    if (before === undefined) break;
    recordedBy.unshift(before.from);
    markings.unshift(before.marking);
    isProven &&= before.proof !== null;
    inner = innerLineOf(before.line);
  }
  const said = new Set(markings.filter((one) => typeof one === 'string'));
  const marking = said.size === 0 ? null : [...said].join(', ');
  return { act: inner.act, line: inner.line, recordedBy, marking, isProven };
}

/** The log that a `continued` act says its own goes on for; undefined for any other act. */
export function continuedLogOf(act: Act | null): { readonly origin: string; readonly key: string } | undefined {
  if (act?.kind !== 'continued') return undefined;
  const { origin, key } = (act.body as { from?: { origin?: unknown; key?: unknown } }).from ?? {};
  return typeof origin === 'string' && typeof key === 'string' ? { origin, key } : undefined;
}

/** "B. Colleague, as recorded by Y", and by each who passed it on. */
export function asRecordedBy(name: string, recordedBy: OriginalAct['recordedBy']): string {
  return [name, ...recordedBy.map((from) => `as recorded by ${from.name}`)].join(', ');
}

/** A line of a record as the object that a `received` act carries. */
export function lineObjectOf(lineText: string): JsonObject {
  return JSON.parse(lineText) as JsonObject;
}
