import { RecordError } from '../errors.ts';
import { parseCheckpoint, parseTreeSize, type SignedCheckpoint } from '../log/checkpoint.ts';
import { HASH_BYTES, leafHash, verifyInclusion } from '../log/merkle.ts';
import { decodeUtf8, signersOf, type VerifierKey } from '../log/note.ts';
import { decodeBase64, encodeBase64 } from '../storage/base64.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';
const LONGEST_PROOF = 1_000_000;

/** A `.tlog-proof` after C2SP tlog-proof. `extra` is not authenticated by the format; ours holds the leaf, which the proof then binds. */
export type InclusionProofFile = {
  readonly extra: Buffer | undefined;
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
};

/** `checkpointNote` is included as it was signed, byte for byte. */
export function formatInclusionProof(
  leaf: Uint8Array,
  index: number,
  path: readonly Uint8Array[],
  checkpointNote: string,
): string {
  const hashes = path.map((step) => `${encodeBase64(step)}\n`).join('');
  return `${HEADER}\nextra ${encodeBase64(leaf)}\nindex ${index}\n${hashes}\n${checkpointNote}`;
}

/** @throws RecordError `bad-format` */
export function parseInclusionProof(bytes: Uint8Array | string, place?: string): InclusionProofFile {
  const refuse = (why: string) => new RecordError('bad-format', `not a tlog-proof: ${why}`, { place });
  if (bytes.length > LONGEST_PROOF) throw refuse('it is longer than a megabyte');
  const text = typeof bytes === 'string' ? bytes : decodeUtf8(bytes);
  if (text === undefined) throw refuse('it is not UTF-8');
  const end = text.indexOf('\n\n');
  if (end < 0) throw refuse('it has no empty line before its checkpoint');
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== HEADER) throw refuse(`its first line is not ${HEADER}`);
  let extra: Buffer | undefined;
  if (lines[0]?.startsWith('extra ')) {
    extra = decodeBase64(lines.shift()!.slice('extra '.length));
    if (extra === undefined) throw refuse('its extra line is not base64');
  }
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? parseTreeSize(indexLine.slice('index '.length)) : undefined;
  if (index === undefined) throw refuse('it has no index line');
  const path = lines.map((line) => {
    const step = decodeBase64(line);
    if (step?.length !== HASH_BYTES) throw refuse(`"${line.slice(0, 60)}" is not a hash`);
    return step;
  });
  return { extra, index, path, checkpoint: parseCheckpoint(text.slice(end + 2), place) };
}

/**
 * Checks that the leaf in `extra` lies at the stated index of the log whose checkpoint one of the `trusted` keys signed.
 * Returns the leaf; the reasons for refusal are errors, so that no caller can overlook them.
 * @throws RecordError `bad-format` for a malformed file, `damaged` for one that proves nothing
 */
export function verifyInclusionProofFile(
  bytes: Uint8Array | string,
  trusted: readonly VerifierKey[],
  place?: string,
): Buffer {
  const { extra, index, path, checkpoint } = parseInclusionProof(bytes, place);
  if (extra === undefined)
    throw new RecordError('bad-format', 'the proof does not carry its leaf in "extra"', { place });
  const signers = signersOf(checkpoint.note, trusted, place).filter((key) => key.name === checkpoint.origin);
  if (signers.length === 0)
    throw new RecordError('damaged', 'the checkpoint in the proof is not signed by a key that you hold', { place });
  if (!verifyInclusion(leafHash(extra), index, checkpoint.size, path, checkpoint.root))
    throw new RecordError('damaged', 'the leaf in the proof is not in the tree that the checkpoint states', { place });
  return extra;
}
