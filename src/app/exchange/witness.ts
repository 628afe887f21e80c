import { describeError } from '../../core/errors.ts';
import { systemClock } from '../../core/time/clock.ts';
import { parsePolicy } from '../../exchange/policy/policy.ts';
import { standingOf } from '../../exchange/policy/quorum.ts';
import { describeQuorum } from '../../exchange/policy/quorum-words.ts';
import { withLogKey } from '../../exchange/witness/add-log.ts';
import { answerAddCheckpoint, answerCheckpoint, type WitnessAnswer } from '../../exchange/witness/answer.ts';
import { WitnessFolder } from '../../exchange/witness/witness-folder.ts';
import type { SigningKey } from '../../record/keys/signing-key.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../../record/log/note.ts';
import { encodeBase64 } from '../../record/storage/base64.ts';
import { AppError } from '../errors.ts';
import { instantOf } from '../standing/instant.ts';
import { readInput } from '../standing/named-file.ts';

const passphrase = (): string | undefined => process.env.PANEL_PASSPHRASE;

export type AddedLog = { readonly witness: string; readonly origin: string; readonly log: string };

/** Has a witness watch a log, and makes the witness's key when it has none. */
export async function addWitnessedLog(request: {
  dir: string;
  name?: string | undefined;
  log: string;
  endorsement?: string | undefined;
}): Promise<AddedLog> {
  const logKey = parseKey(request.log, '--log');
  const folder = new WitnessFolder(request.dir);
  return await folder.exclusive('panel witness add', systemClock(), () => {
    const held = folder.key(passphrase());
    if (held === null && request.name === undefined)
      throw new AppError('bad-option', 'say how the witness is called: --name example.org/witness', {
        place: '--name',
      });
    if (held !== null && request.name !== undefined && held.key.name !== request.name)
      throw new AppError('bad-option', `this witness is called ${held.key.name}; its name cannot change`, {
        place: '--name',
      });
    const known = folder.log(logKey.name);
    const log = withLogKey(known, logKey, request.endorsement?.trim());
    const { key } = held ?? folder.makeKey(request.name ?? '', passphrase());
    if (log !== known) folder.save(log);
    return { witness: formatVerifierKey(key), origin: log.origin, log: formatVerifierKey(logKey) };
  });
}

export type WitnessStatus = {
  readonly witness: string;
  readonly logs: readonly {
    readonly origin: string;
    readonly key: string;
    readonly size: number;
    readonly root: string;
    /** When it cosigned last; null before the first time. */
    readonly cosigned: string | null;
    readonly forks: readonly { readonly seen: string; readonly cosigned: string; readonly other: string }[];
  }[];
};

/** What a witness holds. Reads only. @throws AppError `no-such-witness` */
export function witnessStatus({ dir }: { dir: string }): WitnessStatus {
  const folder = new WitnessFolder(dir);
  return {
    witness: formatVerifierKey(keyOf(folder, dir).key),
    logs: folder.logs().map(({ origin, keys, size, root, note, time, forks }) => ({
      origin,
      key: formatVerifierKey(keys.at(-1)!),
      size,
      root: encodeBase64(root),
      cosigned: note === null ? null : instantOf(time),
      forks: forks.map((fork) => ({ ...fork, seen: instantOf(fork.seen) })),
    })),
  };
}

/** A witness that answers: one request after the other, each with its state on the disk before the answer. */
export type WitnessService = {
  readonly vkey: string;
  addCheckpoint(body: Uint8Array): Promise<WitnessAnswer>;
  checkpoint(originHash: string): WitnessAnswer;
};

/** @throws AppError `no-such-witness` */
export function openWitness(dir: string, command = 'panel witness serve'): WitnessService {
  const folder = new WitnessFolder(dir);
  const key = keyOf(folder, dir);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    vkey: formatVerifierKey(key.key),
    addCheckpoint(body) {
      const answering = turn.then(() => {
        const now = systemClock();
        return folder.exclusive(command, now, () => answerAddCheckpoint(folder, key, body, now));
      });
      turn = answering.catch(() => undefined);
      return answering;
    },
    checkpoint: (originHash) => answerCheckpoint(folder, originHash),
  };
}

/** The same request from a file, as it comes on a stick or by mail. */
export async function signFromFile({ dir, file }: { dir: string; file: string }): Promise<WitnessAnswer> {
  return await openWitness(dir, 'panel witness sign').addCheckpoint(readInput(file, 'the request'));
}

export type QuorumAnswer = {
  readonly quorum: string;
  readonly witnesses: readonly { readonly name: string; readonly vkey: string; readonly url: string | null }[];
  readonly blocking: readonly (readonly string[])[];
  readonly splitting: readonly (readonly string[])[];
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
};

/** Who could block a policy and who could split it, in sets and in words. */
export function explainQuorum({ file }: { file: string }): QuorumAnswer {
  const policy = parsePolicy(readInput(file, 'the policy'), file);
  const standing = standingOf(policy);
  return {
    quorum: policy.quorum,
    witnesses: policy.witnesses.map(({ name, key, url }) => ({ name, vkey: formatVerifierKey(key), url })),
    blocking: standing.blocking,
    splitting: standing.splitting,
    ...describeQuorum(standing),
  };
}

function keyOf(folder: WitnessFolder, dir: string): SigningKey {
  const key = folder.key(passphrase());
  if (key !== null) return key;
  throw new AppError('no-such-witness', 'there is no witness here; "panel witness add" makes one', { place: dir });
}

/** A verifier key that the user types or pastes. @throws AppError `bad-option` */
export function parseKey(text: string, option: string): VerifierKey {
  try {
    // A key that was copied from a page may come in two lines; no part of it holds a blank.
    return parseVerifierKey(text.replace(/\s+/g, ''));
  } catch (cause) {
    throw new AppError('bad-option', describeError(cause), { place: option, cause });
  }
}
