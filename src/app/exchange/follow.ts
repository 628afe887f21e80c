import { z } from 'zod';
import { ExchangeError } from '../../exchange/exchange-error.ts';
import { standingOfNotes } from '../../exchange/policy/cosigned-standing.ts';
import { describeDuration, describeStanding } from '../../exchange/policy/standing-words.ts';
import { type LastSeen, LOOK_STATES, type Look, lookAt } from '../../exchange/publication/look.ts';
import { RecordError } from '../../record/errors.ts';
import type { Act } from '../../record/log/act.ts';
import { parseCheckpoint } from '../../record/log/checkpoint.ts';
import { formatNote, formatVerifierKey, type VerifierKey } from '../../record/log/note.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { type PublicationPlace, publicationPlace } from './publication-place.ts';
import { type NamedPolicy, readPolicy } from './recorded-policy.ts';
import { parseKey } from './witness.ts';

export type FollowRequest = {
  readonly workspace: WorkspacePlace;
  /** A folder or an address. */
  readonly target: string;
  /** How the organisation is called here. */
  readonly name: string;
  /** Its log's verifier key; may be left out once a look under this name was good. */
  readonly key?: string | undefined;
  /** By which its checkpoints must be cosigned. */
  readonly policy?: NamedPolicy | undefined;
  /** Seconds. */
  readonly maxAge?: number | undefined;
};

/** `followed`: one look at the log of another, with the note as it was found. */
export const followedBody = z.object({
  name: z.string(),
  origin: z.string(),
  key: z.string(),
  way: z.string(),
  state: z.enum(LOOK_STATES),
  /** Text of the note with all its lines; null where none could be read. */
  note: z.string().nullable(),
  size: z.number().nullable(),
  root: z.string().nullable(),
  why: z.string().nullable(),
  /** The act whose state this look was held against. */
  against: z.string().nullable(),
  /** Text of the policy that was asked for, and the age that was allowed in seconds; acts of earlier versions do not say. */
  policy: z.string().nullish(),
  maxAge: z.number().nullish(),
});
export type FollowedBody = z.infer<typeof followedBody>;

export type FollowResult = FollowedBody & {
  readonly act: string;
  readonly good: boolean;
  readonly messages: readonly string[];
};

/** Looks at the log of another organisation and logs the look: so one record pins the other. */
export async function followRecord(request: FollowRequest): Promise<FollowResult> {
  const place = publicationPlace(request.target);
  const asked = request.policy === undefined ? null : readPolicy(request.policy);
  return await withWorkspace(
    { workspace: request.workspace, command: 'panel record follow', progress: silentProgress, create: false },
    async ({ record, acts }) => {
      const looks = followedActs(await acts());
      const key = keyFor(request, looks);
      if (formatVerifierKey(key) === record.verifierKey)
        throw new AppError('bad-option', 'this is the key of this very record', { place: '--key' });
      const last = lastGood(looks, key.name);
      const now = Math.floor(Date.now() / 1000);
      const look = await tryToLook(
        place,
        { key, last: last?.seen ?? null, policy: asked?.policy ?? null, maxAge: request.maxAge ?? null },
        now,
      );
      const { checkpoint, state, why } = look;
      const body = {
        name: request.name,
        origin: key.name,
        key: formatVerifierKey(key),
        way: place.way,
        state,
        note: checkpoint === null ? null : formatNote(checkpoint.note),
        size: checkpoint?.size ?? null,
        root: checkpoint?.root.toString('base64') ?? null,
        why,
        against: last?.act.id ?? null,
        policy: asked?.text ?? null,
        maxAge: request.maxAge ?? null,
      } satisfies FollowedBody;
      const [act] = await record.append([{ kind: 'followed', by: PROGRAM, body }]);
      if (act === undefined) throw new Error('an act that was appended is there');
      return { ...body, act: act.id, good: state === 'good', messages: describeLook({ act, body }, looks) };
    },
  );
}

export type FollowedAct = { readonly act: Act; readonly body: FollowedBody };

/** The looks among acts, in order. A body that is none is passed over. */
export function followedActs(acts: readonly Act[]): FollowedAct[] {
  return acts.flatMap((act) => {
    const read = act.kind === 'followed' ? followedBody.safeParse(act.body) : undefined;
    return read?.success ? [{ act, body: read.data }] : [];
  });
}

type LastGood = FollowedAct & { readonly seen: LastSeen };

/** The state of a log that the next look is held against. */
function lastGood(looks: readonly FollowedAct[], origin: string): LastGood | null {
  const last = looks.findLast(({ body }) => body.origin === origin && body.state === 'good' && body.note !== null);
  if (last === undefined || last.body.note === null) return null;
  const { size, root } = parseCheckpoint(last.body.note);
  return { ...last, seen: { size, root } };
}

function keyFor({ name, key }: FollowRequest, looks: readonly FollowedAct[]): VerifierKey {
  if (key !== undefined) return parseKey(key, '--key');
  const known = looks.findLast(({ body }) => body.name === name && body.state === 'good');
  if (known !== undefined) return parseKey(known.body.key, '--key');
  throw new AppError(
    'bad-option',
    `say which key ${name} signs with: --key VKEY (have it confirmed by voice or on paper)`,
    { place: '--key' },
  );
}

async function tryToLook(place: PublicationPlace, held: Parameters<typeof lookAt>[1], now: number): Promise<Look> {
  try {
    return await lookAt((path) => place.read(path), held, now);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: 'unreachable', checkpoint: null, standing: null, why: error.message };
  }
}

/** A look in words, as of its own time. `looks` are those before it, with the one that it was held against. */
export function describeLook({ act, body }: FollowedAct, looks: readonly FollowedAct[]): string[] {
  const { state, size, root, why, name } = body;
  const last = body.against === null ? undefined : looks.find((one) => one.act.id === body.against);
  const day = last?.act.at.slice(0, 10);
  const words = policyWords(act, body);
  // A log that has named a new key is the same log, held against what was seen under the one before.
  const signed = last?.body.key === body.key ? 'the same key' : `another key than the one before (${keyId(body.key)})`;
  if (state === 'rollback')
    return [`ROLLBACK: ${size} acts here, ${last?.body.size} seen on ${day}; ${name} must say why`, ...words];
  if (state === 'split-view')
    return [
      size === last?.body.size
        ? `SPLIT VIEW: at ${size} acts you hold root ${last?.body.root} seen ${day}, here root ${root} signed by ${signed}; both are kept in ${last?.act.id} and ${act.id}`
        : `SPLIT VIEW: the ${size} acts here do not continue the ${last?.body.size} seen on ${day}; the one here is signed by ${signed}; both notes are kept in ${last?.act.id} and ${act.id}`,
      ...words,
    ];
  if (state === 'unreachable') {
    const since =
      last === undefined
        ? 'it has never been seen'
        : `last seen ${describeDuration((Date.parse(act.at) - Date.parse(last.act.at)) / 1000)} ago`;
    return [`NO ANSWER: ${why?.replace(/\.$/, '')}; ${since}`];
  }
  if (state === 'not-the-log')
    return why === null && words.length > 0
      ? words
      : [`NOT THE LOG: ${why ?? 'not signed by a log that the policy names'}`, ...words];
  if (state === 'damaged') return [`DAMAGED: ${why}`, ...words];
  if (state !== 'good') return words;
  const more = (size ?? 0) - (last?.body.size ?? 0);
  const grown =
    last === undefined
      ? 'seen for the first time'
      : more === 0
        ? `as many as on ${day}`
        : `${more} more than on ${day}`;
  return [`${name}: ${size} acts, ${grown}`, ...words];
}

function keyId(vkey: string): string {
  return vkey.split('+')[1] ?? vkey;
}

/** What the policy that was asked for makes of the note that was found. */
function policyWords({ at }: Act, { note, size, policy: text, maxAge = null }: FollowedBody): string[] {
  if (note === null || typeof text !== 'string') return [];
  const now = Math.floor(Date.parse(at) / 1000);
  try {
    const { policy } = readPolicy({ text });
    const standing = standingOfNotes([parseCheckpoint(note)], policy, { now, maxAge });
    return describeStanding(standing, policy, { acts: size ?? 0, now, maxAge });
  } catch (error) {
    // A record may come from somebody else, with a policy that is none.
    if (error instanceof ExchangeError || error instanceof RecordError) return [];
    throw error;
  }
}
