import { ExchangeError } from '../../exchange/exchange-error.ts';
import { type CosignedStanding, standingOfNotes, strangersOn } from '../../exchange/policy/cosigned-standing.ts';
import { type Policy, parsePolicy } from '../../exchange/policy/policy.ts';
import { standingOf } from '../../exchange/policy/quorum.ts';
import { describeQuorum } from '../../exchange/policy/quorum-words.ts';
import { describeDuration, describeStanding } from '../../exchange/policy/standing-words.ts';
import type { Act } from '../../record/log/act.ts';
import type { SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { formatVerifierKey } from '../../record/log/note.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { continuedBody } from '../exchange/continue-record.ts';
import { describeLook, type FollowedAct, followedActs } from '../exchange/follow.ts';
import { withoutCredentials } from '../standing/address-words.ts';
import { instantOf } from '../standing/instant.ts';
import { describeStamp, judgeStamps } from '../standing/judge-stamps.ts';
import { describeOtherNote, keptNotes } from '../standing/kept-notes.ts';
import type { WatchView } from './contract/record/watching.ts';
import type { Workbench } from './held/workbench.ts';

/** Policies say nothing of age: how long nobody need look before the page warns, unless a look was asked for with another age. */
const ALLOWED_DAYS = 30;
const DAY_S = 86_400;
/** Notes that are told of one by one. */
const MOST_NOTES = 20;
/** Where no policy is named nobody is known, so nobody counts. */
const NOBODY: Policy = { logs: [], witnesses: [], groups: [], quorum: 'none' };

/** Who has seen what of this record, and what was seen of the records of others. */
export async function watchView(
  { acts, evidence }: Snapshot,
  { held: { folder, record }, places }: Pick<Workbench, 'held' | 'places'>,
  at: Date,
): Promise<WatchView> {
  const now = Math.floor(at.getTime() / 1000);
  const { own, other } = keptNotes(folder, record.size);
  const policy = readable(evidence.policy);
  const maxAge = ALLOWED_DAYS * DAY_S;
  const standing = policy === null ? null : standingOfNotes(own, policy, { now, maxAge });
  const judge = (note: SignedCheckpoint) => ({ note, words: wordsOn(note, policy, now) });
  const judged = own.map(judge);
  const notes = [
    ...judged.map((one) => ({ ...one, why: one.words?.fault ?? null })),
    ...other.map(({ note, why }) => ({ ...judge(note), why })),
  ].sort((a, b) => b.note.size - a.note.size);
  const began = Date.parse(acts[0]?.at ?? at.toISOString()) / 1000;
  const seen = judged.flatMap(({ words }) => words?.words.map(({ time }) => time) ?? []);
  return {
    allowedDays: ALLOWED_DAYS,
    policy: policy === null ? null : describeQuorum(standingOf(policy)),
    holds: standing?.state === 'holds',
    state: standing?.state ?? null,
    words:
      standing === null || policy === null
        ? []
        : [...describeStanding(standing, policy, { acts: record.size, now, maxAge }), ...other.map(describeOtherNote)],
    warning: silenceOf(standing, { began, seen, now }),
    witnesses: (policy?.witnesses ?? []).map(({ name, key }) => {
      const last = judged.find(({ words }) => words?.words.some(({ witness }) => witness.name === name));
      const word = last?.words?.words.find(({ witness }) => witness.name === name);
      return {
        name,
        key: formatVerifierKey(key),
        size: last?.note.size ?? null,
        at: word === undefined ? null : instantOf(word.time),
        since: last === undefined ? null : record.size - last.note.size,
      };
    }),
    notes: notes.slice(0, MOST_NOTES).map(({ note, words, why }) => ({
      size: note.size,
      by: (words?.words ?? []).map(({ witness, time }) => ({
        name: witness.name,
        key: formatVerifierKey(witness.key),
        at: instantOf(time),
      })),
      strangers: strangersOn(note, policy ?? NOBODY),
      fault: why,
    })),
    noteCount: notes.length,
    stamps: (await judgeStamps(folder, undefined)).map((stamp) => {
      const isOther = other.some(({ note }) => note.size === stamp.size);
      return {
        name: stamp.name,
        size: stamp.size,
        at: stamp.time,
        words: `${describeStamp(stamp)}${isOther ? '; what is stamped is no state of this record' : ''}`,
        holds: stamp.fault === null && !isOther,
      };
    }),
    logs: followedLogs(followedActs(acts), now),
    continued: continuedLogs(acts),
    kept: {
      publication: places.publication === null ? null : withoutCredentials(places.publication),
      copy: places.copy === null ? null : withoutCredentials(places.copy),
    },
  };
}

function continuedLogs(acts: readonly Act[]): WatchView['continued'] {
  return acts.flatMap(({ id, kind, at, body }) => {
    const read = kind === 'continued' ? continuedBody.safeParse(body) : undefined;
    if (read?.success !== true) return [];
    const { from, size, reason } = read.data;
    return [{ act: id, at, origin: from.origin, size, reason }];
  });
}

function readable(text: string | null): Policy | null {
  if (text === null) return null;
  try {
    return parsePolicy(Buffer.from(text), 'policy');
  } catch (error) {
    // A record may come from somebody else, with a policy that is none.
    if (error instanceof ExchangeError) return null;
    throw error;
  }
}

/** What the policy makes of one note; null without a policy. */
function wordsOn(note: SignedCheckpoint, policy: Policy | null, now: number): CosignedStanding | null {
  return policy === null ? null : standingOfNotes([note], policy, { now });
}

/** Warns when for longer than is allowed no quorum, or else nobody at all, has cosigned. Null while all is well or young. */
function silenceOf(
  standing: CosignedStanding | null,
  { began, seen, now }: { readonly began: number; readonly seen: readonly number[]; readonly now: number },
): string | null {
  if (standing?.state === 'holds') return null;
  const last = standing?.quorumTime ?? seen.reduce((latest, time) => Math.max(latest, time), 0);
  const since = last === 0 ? began : last;
  if (now - since <= ALLOWED_DAYS * DAY_S) return null;
  const long = describeDuration(now - since);
  if (standing === null)
    return `Nobody outside is asked to cosign this record: it began ${long} ago and names no policy. What its keeper changed in it could be shown by nobody who has not kept a checkpoint.`;
  if (last === 0)
    return `No witness has cosigned this record since it began ${long} ago; ${ALLOWED_DAYS} days are allowed.`;
  return `${standing.quorumTime === null ? 'The last witness' : 'Enough witnesses last'} cosigned this record ${long} ago; ${ALLOWED_DAYS} days are allowed.`;
}

/** Each log that is followed, by its last look, those that do not hold first. */
function followedLogs(looks: readonly FollowedAct[], now: number): WatchView['logs'] {
  const keys = [...new Set(looks.map(({ body }) => body.key))];
  const logs = keys.flatMap((key) => {
    const own = looks.filter(({ body }) => body.key === key);
    const last = own.at(-1);
    if (last === undefined) return [];
    const { act, body } = last;
    const good = own.findLast(({ body: one }) => one.state === 'good' && one.size !== null);
    return [
      {
        name: body.name,
        origin: body.origin,
        key: body.key,
        way: body.way,
        act: act.id,
        at: act.at,
        state: body.state,
        words: describeLook(last, looks),
        lastGood: good === undefined ? null : { act: good.act.id, at: good.act.at, size: good.body.size ?? 0 },
        warning: unseenFor(good, body.maxAge ?? ALLOWED_DAYS * DAY_S, now),
      },
    ];
  });
  return logs.sort((a, b) => Number(a.state === 'good') - Number(b.state === 'good') || (a.name < b.name ? -1 : 1));
}

function unseenFor(good: FollowedAct | undefined, allowed: number, now: number): string | null {
  if (good === undefined) return null;
  const since = now - Date.parse(good.act.at) / 1000;
  if (since <= allowed) return null;
  return `Last seen well ${describeDuration(since)} ago; ${describeDuration(allowed)} are allowed.`;
}
