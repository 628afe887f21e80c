import { join } from 'node:path';
import { cosignaturesOn } from '../../exchange/cosignature/cosignature.ts';
import {
  isLineOver,
  keptLines,
  parseSignatureLines,
  withCosignatures,
} from '../../exchange/cosignature/signature-lines.ts';
import { ExchangeError } from '../../exchange/exchange-error.ts';
import { standingOfNotes } from '../../exchange/policy/cosigned-standing.ts';
import { type Policy, type PolicyWitness, witnessOf } from '../../exchange/policy/policy.ts';
import { isQuorum, leastQuorum } from '../../exchange/policy/quorum.ts';
import { formatCosignRequest } from '../../exchange/witness/request.ts';
import { cosignedSizes, readCosigned } from '../../record/cosigned.ts';
import { parseCheckpoint, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { formatNote, formatVerifierKey, type NoteSignature } from '../../record/log/note.ts';
import type { ActRecord } from '../../record/record.ts';
import { layoutOf } from '../../record/storage/layout.ts';
import { proveConsistency } from '../../record/verification/prove.ts';
import { AppError } from '../errors.ts';
import { silentProgress } from '../progress.ts';
import { instantOf } from '../standing/instant.ts';
import { readInput } from '../standing/named-file.ts';
import { PROGRAM } from '../version.ts';
import { type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { askWitness, type WitnessReply } from './ask-witness.ts';
import { type NamedPolicy, readPolicy, recordedPolicy } from './recorded-policy.ts';
import { requestFileName, writeRequest } from './request-file.ts';

export type CosignRequestOptions = {
  readonly workspace: WorkspacePlace;
  readonly policy: NamedPolicy;
  /** Seconds that a witness is waited for. */
  readonly timeout?: number | undefined;
  /** Folder into which one request a witness is written, instead of asking. */
  readonly request?: string | undefined;
  /** File with signature lines of witnesses that were asked so. */
  readonly add?: string | undefined;
};

export type CosignResult = {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** Whether the policy is met at this size, by witnesses that do not now say that they know this log otherwise. */
  readonly quorum: boolean;
  readonly needs: number;
  readonly cosigned: readonly { readonly name: string; readonly key: string; readonly time: string }[];
  readonly missing: readonly { readonly name: string; readonly why: string; readonly status: number | null }[];
  /** Files that were written for witnesses. */
  readonly requests: readonly string[];
  readonly messages: readonly string[];
};

const PATIENCE_S = 20;
/** C2SP tlog-witness: the checkpoint does not continue what the witness has cosigned. */
const OTHER_HISTORY = 422;

/** Has the witnesses of a policy cosign the record as it stands, and keeps what came. @throws AppError, ExchangeError `bad-policy` */
export async function cosignRecord(request: CosignRequestOptions): Promise<CosignResult> {
  const { text, policy, place } = readPolicy(request.policy);
  return await withWorkspace(
    { workspace: request.workspace, command: 'panel record cosign', progress: silentProgress, create: false },
    async ({ folder, record, acts }) => {
      refuseForeignPolicy(policy, record, place);
      if (request.add !== undefined) return await addLines(folder, record, policy, request.add);
      // The policy becomes part of what is cosigned: a later, weaker one cannot be passed off as the one of this day.
      if (recordedPolicy(await acts()) !== text)
        await record.append([{ kind: 'described', by: PROGRAM, body: { policy: { text } } }]);
      await record.checkpoint();
      const checkpoint = parseCheckpoint(record.read.checkpointNote() ?? '');
      if (request.request !== undefined)
        return await writeRequests(folder, record, policy, checkpoint, request.request);
      return await askAll(folder, record, policy, checkpoint, (request.timeout ?? PATIENCE_S) * 1000);
    },
  );
}

function refuseForeignPolicy({ logs }: Policy, { verifierKey }: ActRecord, file: string): void {
  if (logs.length === 0 || logs.some(({ key }) => formatVerifierKey(key) === verifierKey)) return;
  throw new AppError('no-policy', `the policy does not name this log; add the line "log ${verifierKey}"`, {
    place: file,
  });
}

async function askAll(
  folder: string,
  record: ActRecord,
  policy: Policy,
  checkpoint: SignedCheckpoint,
  timeoutMs: number,
): Promise<CosignResult> {
  const { size } = checkpoint;
  const offered = {
    size,
    note: logNote(checkpoint),
    prove: (old: number) => (old > size ? [] : proveConsistency(folder, old, size).path),
  };
  const reached = await Promise.all(
    policy.witnesses.map(async (witness) => {
      if (witness.url === null)
        return { witness, reply: { kind: 'no-answer', why: 'the policy has no address of it' } as WitnessReply };
      const old = lastSeenBy(folder, witness) ?? 0;
      return { witness, reply: await askWitness(witness.url, offered, { old: Math.min(old, size), timeoutMs }) };
    }),
  );
  const why = new Map<string, { why: string; status: number | null }>();
  const messages: string[] = [];
  const lines: NoteSignature[] = [];
  const contradicting = new Set<string>();
  for (const { witness, reply } of reached) {
    const { name } = witness;
    if (reply.kind === 'cosigned') {
      try {
        const own = parseSignatureLines(reply.lines).filter((line) => witnessOf(policy, line)?.name === name);
        if (withCosignatures(checkpoint, own, [witness.key]).added.length === 0)
          why.set(name, { why: 'its answer has no cosignature by the key of the policy', status: 200 });
        lines.push(...own);
      } catch (error) {
        why.set(name, { why: error instanceof Error ? error.message : String(error), status: 200 });
      }
    } else if (reply.kind === 'ahead') {
      why.set(name, { why: `it holds ${reply.size} acts`, status: 409 });
      contradicting.add(name);
      messages.push(
        `REFUSED BY ${name}: it holds ${reply.size} acts of this log, here are ${size}. Was this workspace restored from a backup?`,
      );
    } else if (reply.kind === 'refused' && reply.status === OTHER_HISTORY) {
      why.set(name, { why: reply.why, status: reply.status });
      contradicting.add(name);
      messages.push(
        `REFUSED BY ${name}: by its word the ${size} acts here do not continue what it has cosigned of this log (${reply.why})`,
      );
    } else why.set(name, { why: reply.why, status: reply.kind === 'refused' ? reply.status : null });
  }
  return await keepLines(record, policy, checkpoint, lines, { why, messages, contradicting });
}

async function writeRequests(
  folder: string,
  record: ActRecord,
  policy: Policy,
  checkpoint: SignedCheckpoint,
  into: string,
): Promise<CosignResult> {
  const requests: string[] = [];
  const why = new Map<string, { why: string; status: number | null }>();
  for (const witness of policy.witnesses) {
    const old = lastSeenBy(folder, witness) ?? 0;
    const body = formatCosignRequest(old, proveConsistency(folder, old, checkpoint.size).path, logNote(checkpoint));
    const file = join(into, requestFileName(witness, requests.length, policy));
    writeRequest(file, body, requests);
    requests.push(file);
    why.set(witness.name, { why: `its request is in ${file}`, status: null });
  }
  // Kept now, so that the lines that come back later find the note that they are over.
  return { ...(await keepLines(record, policy, checkpoint, [], { why, messages: [] })), requests };
}

/** Lines do not say of which size they are: each is tried on the notes that are kept, the newest first. The newest that gains by them is told of. */
async function addLines(folder: string, record: ActRecord, policy: Policy, file: string): Promise<CosignResult> {
  const lines = parseSignatureLines(readInput(file, 'the signature lines').toString('utf8'), file);
  const layout = layoutOf(folder);
  const messages = [...new Set(lines.map(({ name }) => name))]
    .filter((name) => name !== record.origin && !policy.witnesses.some(({ key }) => key.name === name))
    .map((name) => `UNKNOWN WITNESS: ${name} is not in the policy (ignored)`);
  const keys = policy.witnesses.map(({ key }) => key);
  let left = lines.filter((line) => witnessOf(policy, line) !== undefined);
  let newest: CosignResult | undefined;
  for (const size of cosignedSizes(layout)) {
    const checkpoint = readCosigned(layout, size);
    const fitting = checkpoint === null ? [] : left.filter((line) => isLineOver(checkpoint, line, keys));
    if (checkpoint === null || fitting.length === 0) continue;
    left = left.filter((line) => !fitting.includes(line));
    const kept = await keepLines(record, policy, checkpoint, fitting, { why: new Map(), messages: [] });
    newest ??= kept;
  }
  const stray = left.map(({ name }) => `NOT KEPT: a line of ${name} is over no note that is kept here`);
  if (newest !== undefined) return { ...newest, messages: [...messages, ...stray] };
  throw new ExchangeError(
    'bad-cosignature',
    'none of these lines is a cosignature by a witness of the policy over a note that is kept here',
    { place: file },
  );
}

async function keepLines(
  record: ActRecord,
  policy: Policy,
  checkpoint: SignedCheckpoint,
  lines: readonly NoteSignature[],
  answered: {
    why: ReadonlyMap<string, { why: string; status: number | null }>;
    messages: readonly string[];
    /** Witnesses that say now that they know this log otherwise: what they have cosigned before does not count today. */
    contradicting?: ReadonlySet<string>;
  },
): Promise<CosignResult> {
  const keys = policy.witnesses.map(({ key }) => key);
  const { added } = withCosignatures(checkpoint, lines, keys);
  const signatures = [...checkpoint.note.signatures, ...added.map(({ signature }) => signature)];
  const kept = await record.keepCosigned({ text: checkpoint.note.text, signatures }, (joined) =>
    keptLines({ ...checkpoint, note: joined }, keys),
  );
  const standing = standingOfNotes([kept], policy, { now: Math.floor(Date.now() / 1000) });
  const { contradicting = new Set() } = answered;
  const counted = standing.words.filter(({ witness }) => !contradicting.has(witness.name));
  const missing = policy.witnesses.filter(({ name }) => counted.every(({ witness }) => witness.name !== name));
  const ahead = new Map(
    standing.ahead.map(({ witness, time }) => [
      witness.name,
      { why: `its cosignature is dated ${instantOf(time)}, after now: one of the two clocks is wrong`, status: 200 },
    ]),
  );
  const silent = { why: 'no cosignature yet', status: null };
  return {
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: checkpoint.root.toString('base64'),
    quorum: standing.state === 'holds' && isQuorum(policy, new Set(counted.map(({ witness }) => witness.name))),
    needs: leastQuorum(policy),
    cosigned: counted.map(({ witness, time }) => ({
      name: witness.name,
      key: formatVerifierKey(witness.key),
      time: instantOf(time),
    })),
    missing: missing.map(({ name }) => ({ name, ...(answered.why.get(name) ?? ahead.get(name) ?? silent) })),
    requests: [],
    messages: answered.messages,
  };
}

/** The checkpoint with the log's own line alone: other witnesses need not see who else was asked. */
function logNote({ origin, note }: SignedCheckpoint): string {
  return formatNote({ text: note.text, signatures: note.signatures.filter(({ name }) => name === origin) });
}

/** The largest size that this witness is known to have cosigned. */
function lastSeenBy(folder: string, { key }: PolicyWitness): number | undefined {
  const layout = layoutOf(folder);
  return cosignedSizes(layout).find((size) => {
    const note = readCosigned(layout, size);
    return note !== null && cosignaturesOn(note, [key]).length > 0;
  });
}
