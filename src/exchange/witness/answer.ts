import type { SigningKey } from '../../record/keys/signing-key.ts';
import { formatNote, formatSignature } from '../../record/log/note.ts';
import { cosign } from '../cosignature/cosignature.ts';
import { ExchangeError } from '../exchange-error.ts';
import { decide, isFork } from './decision.ts';
import { type CosignRequest, parseCosignRequest } from './request.ts';
import type { WitnessFolder } from './witness-folder.ts';
import { MOST_FORKS, type WitnessedLog } from './witnessed-log.ts';

/** An answer of the witness's interface: a status of HTTP, and a body of that type. */
export type WitnessAnswer = { readonly status: number; readonly type: string; readonly body: string };

const TEXT = 'text/plain; charset=utf-8';
/** C2SP tlog-witness: what a 409 carries. */
const SIZE = 'text/x.tlog.size';

/**
 * Answers `add-checkpoint`. What is cosigned is on the disk before this returns, together with the comparison it rests on:
 * the caller holds the folder alone (`WitnessFolder.exclusive`).
 */
export function answerAddCheckpoint(
  folder: WitnessFolder,
  key: SigningKey,
  body: Uint8Array,
  now: Date,
): WitnessAnswer {
  let request: CosignRequest;
  try {
    request = parseCosignRequest(body);
  } catch (error) {
    if (!(error instanceof ExchangeError) || error.code !== 'bad-request') throw error;
    return { status: 400, type: TEXT, body: `${error.message}\n` };
  }
  const { checkpoint } = request;
  const log = folder.log(checkpoint.origin);
  const seconds = Math.floor(now.getTime() / 1000);
  if (log !== undefined && isFork(log, checkpoint)) keepFork(folder, log, formatNote(checkpoint.note), seconds);
  const decision = decide(log, request);
  if (decision.status === 409) return { status: 409, type: SIZE, body: `${decision.size}\n` };
  if (decision.status !== 200 || log === undefined)
    return { status: decision.status, type: TEXT, body: 'why' in decision ? `${decision.why}\n` : '' };
  const time = timeAfter(log.time, seconds);
  const signature = cosign(key, checkpoint.note.text, time);
  const inForce = log.keys.at(-1);
  const logLines = checkpoint.note.signatures.filter(({ name, id }) => name === inForce?.name && id === inForce.id);
  const note = formatNote({ text: checkpoint.note.text, signatures: [...logLines, signature] });
  folder.save({ ...log, size: checkpoint.size, root: checkpoint.root, note, time });
  return { status: 200, type: TEXT, body: formatSignature(signature) };
}

/** Seconds by which clocks are set right day by day; `policy/` lets clocks be as far apart. */
const SET_RIGHT = 300;

/**
 * A clock that was set back a little must not make a later tree look older than an earlier one. One that is far behind what was
 * signed before was wrong then or is wrong now: what it says now is signed, since nobody counts a time that has not come.
 */
function timeAfter(last: number, now: number): number {
  return last - now > SET_RIGHT ? now : Math.max(now, last);
}

function keepFork(folder: WitnessFolder, log: WitnessedLog, other: string, seen: number): void {
  const isKnown = log.forks.some((fork) => fork.other === other);
  if (isKnown || log.note === null || log.forks.length >= MOST_FORKS) return;
  folder.save({ ...log, forks: [...log.forks, { seen, cosigned: log.note, other }] });
}

/** Answers the monitoring address of a log, `<hex SHA-256 of its origin>/checkpoint`. */
export function answerCheckpoint(folder: WitnessFolder, hash: string): WitnessAnswer {
  const note = folder.logByHash(hash)?.note ?? null;
  if (note === null) return { status: 404, type: TEXT, body: 'no checkpoint of such a log was cosigned here\n' };
  return { status: 200, type: TEXT, body: note };
}
