import type { JsonObject } from '../../core/json/json.ts';
import { plainName } from '../../core/plain-name.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import { RecordError } from '../errors.ts';

/** What people and programs do to evidence. Acts are never edited; a later act supersedes an earlier one. */
export const ACT_KINDS = [
  /** A document came in, with its custody (documents/custody/custody.ts). */
  'acquired',
  /** A file was offered and not taken in, and why. */
  'refused',
  /** Facts about a source or the dossier: its kind, its parent, who controls it. */
  'described',
  /** A run of an extractor: its version and counts. What it found is a projection and is not logged. */
  'extracted',
  'reviewed',
  'graded',
  'linked',
  'judged',
  /** Whether two namings in documents are one subject (subjects/). */
  'subject-judged',
  /** Whether an event in ships' tracks matters (tracks/). */
  'event-judged',
  /** A finding that a person made from claims. */
  'found',
  /** A party was written to about a finding, and what came back. */
  'replied',
  /** Somebody challenges a finding, and how credible that was found to be. */
  'challenged',
  /** Facts about a document, or the wording of a finding, put right. */
  'corrected',
  /** What should be done, and by whom, because of a finding. */
  'recommended',
  /** Takes back an earlier act, which it supersedes. */
  'undone',
  /** Names were screened against lists: which lists by hash, what was asked, what was found. */
  'screened',
  /** A person's decision on a hit of a screening: the one asked for or not, or unsure. */
  'decided',
  /** A report left the workspace. */
  'published',
  'redacted',
  /** The published log of another organisation was looked at, and what was found. */
  'followed',
  /** An act of another record, with its proof: their word as they logged it, never one's own. */
  'received',
  /** Acts and documents left the workspace: to whom, and which. */
  'shared',
  /** This log goes on where another, which it names, can go on no more. */
  'continued',
  /** Names the key that signs from here on, and ends the one before. */
  'key-named',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** `a-` and the number of its leaf in the log, from 0: the id tells nothing about the act, so that it can outlive a redaction. */
export type ActId = `a-${number}`;

export type Actor =
  /** A person by name or agreed pseudonym. */
  { readonly person: string } | { readonly program: string; readonly version: string };

/** What an act says of the clock that dated it, where that was no clock that went on. */
export type ActClock = {
  /** The time was fixed by whoever made the act (`--clock`): it dates nothing. */
  readonly fixed?: true;
  /** The machine's clock stood before this time, the highest that the log had: it had gone back. */
  readonly behind?: string;
};

export type Act = {
  readonly id: ActId;
  readonly kind: ActKind;
  /** When it was done: UTC with milliseconds. */
  readonly at: string;
  readonly by: Actor;
  readonly body: JsonObject;
  /** The act that this one replaces or takes back. */
  readonly supersedes?: ActId;
  readonly clock?: ActClock;
};

/** An act before the log gives it its id. Without `at` it is done when it is logged. */
export type ActDraft = {
  readonly kind: ActKind;
  readonly at?: string;
  readonly by: Actor;
  readonly body: JsonObject;
  readonly supersedes?: ActId;
};

export function actId(index: number): ActId {
  return `a-${index}`;
}

/** The leaf that an act id names; undefined for any other text. */
export function actIndex(id: string): number | undefined {
  const match = /^a-(0|[1-9]\d{0,15})$/.exec(id);
  const index = match ? Number(match[1]) : Number.NaN;
  return Number.isSafeInteger(index) ? index : undefined;
}

/** UTC with milliseconds and nothing else: 2024-03-28T15:04:05.000Z, an instant that exists. */
export function isTimestamp(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) &&
    isCalendarDate(text.slice(0, 10))
  );
}

export function isActClock(value: unknown): value is ActClock {
  if (typeof value !== 'object' || value === null) return false;
  const { fixed, behind } = value as Record<string, unknown>;
  const said = [fixed, behind].filter((one) => one !== undefined).length;
  if (said === 0 || Object.keys(value).length !== said) return false;
  return (fixed === undefined || fixed === true) && (behind === undefined || isTimestamp(behind));
}

export function isActor(value: unknown): value is Actor {
  if (typeof value !== 'object' || value === null) return false;
  const { person, program, version } = value as Record<string, unknown>;
  const keys = Object.keys(value).length;
  return keys === 1 ? isName(person) : keys === 2 && isName(program) && isName(version);
}

function isName(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

/** @throws RecordError `bad-act` naming what is wrong with a draft; `next` is the index that the act will get at the earliest */
export function checkDraft(draft: ActDraft, next: number): void {
  const refuse = (why: string) => new RecordError('bad-act', `This "${draft.kind}" act cannot be logged: ${why}.`);
  if (!ACT_KINDS.includes(draft.kind)) throw refuse('there is no such kind of act');
  if (draft.at !== undefined && !isTimestamp(draft.at)) throw refuse('"at" is not UTC with milliseconds');
  if (!isActor(draft.by)) throw refuse('"by" must be {person} or {program, version}');
  if ('person' in draft.by && plainName(draft.by.person) !== draft.by.person)
    throw refuse('the name of its person holds a control character or one that turns the direction of text');
  if (typeof draft.body !== 'object' || draft.body === null || Array.isArray(draft.body))
    throw refuse('its body is not an object');
  if (draft.supersedes === undefined) return;
  const superseded = actIndex(draft.supersedes);
  if (superseded === undefined || superseded >= next)
    throw refuse(`it supersedes ${draft.supersedes}, which is no earlier act`);
}
