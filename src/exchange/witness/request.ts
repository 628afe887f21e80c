import { RecordError } from '../../record/errors.ts';
import { parseCheckpoint, parseTreeSize, type SignedCheckpoint } from '../../record/log/checkpoint.ts';
import { HASH_BYTES } from '../../record/log/merkle.ts';
import { decodeUtf8 } from '../../record/log/note.ts';
import { decodeBase64, encodeBase64 } from '../../record/storage/base64.ts';
import { ExchangeError } from '../exchange-error.ts';

/** What is asked of a witness by `add-checkpoint` (C2SP tlog-witness). */
export type CosignRequest = {
  /** Size of the tree that the witness is thought to have cosigned last. */
  readonly old: number;
  /** RFC 6962 section 2.1.2, from `old` to the checkpoint. */
  readonly proof: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
};

/** More cannot be needed: a tree has fewer than 2^63 leaves. */
const MOST_PROOF_LINES = 63;

export function formatCosignRequest(old: number, proof: readonly Uint8Array[], note: string): string {
  return `old ${old}\n${proof.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${note}`;
}

/** @throws ExchangeError `bad-request` */
export function parseCosignRequest(bytes: Uint8Array): CosignRequest {
  const refuse = (why: string, cause?: unknown) => new ExchangeError('bad-request', why, { cause });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw refuse('the request is not UTF-8');
  const end = text.indexOf('\n\n');
  if (end < 0) throw refuse('the request has no empty line before its checkpoint');
  const [oldLine = '', ...proofLines] = text.slice(0, end).split('\n');
  const old = oldLine.startsWith('old ') ? parseTreeSize(oldLine.slice('old '.length)) : undefined;
  if (old === undefined) throw refuse('the first line is not "old SIZE"');
  if (proofLines.length > MOST_PROOF_LINES) throw refuse(`there are more than ${MOST_PROOF_LINES} proof lines`);
  const proof = proofLines.map((line) => {
    const hash = decodeBase64(line);
    if (hash?.length !== HASH_BYTES) throw refuse('a proof line is not the base64 of a hash');
    return hash;
  });
  try {
    return { old, proof, checkpoint: parseCheckpoint(text.slice(end + 2)) };
  } catch (cause) {
    if (!(cause instanceof RecordError)) throw cause;
    throw refuse(cause.message, cause);
  }
}
