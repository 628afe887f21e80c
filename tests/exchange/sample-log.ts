import { formatCosignRequest } from '../../src/exchange/witness/request.ts';
import { generateSigningKey } from '../../src/record/keys/signing-key.ts';
import { signCheckpoint } from '../../src/record/log/checkpoint.ts';
import { consistencyProof, leafHash, type NodeSource, nodeHash, subtreeRoot } from '../../src/record/log/merkle.ts';
import { formatVerifierKey } from '../../src/record/log/note.ts';

/** A log in memory with as many histories as a test wants: leaves of two histories are the same up to `fork`. */
export type SampleLog = {
  readonly origin: string;
  readonly vkey: string;
  root(size: number, history?: number): Buffer;
  note(size: number, history?: number): string;
  proof(old: number, size: number, history?: number): Buffer[];
  /** The body of `add-checkpoint`. */
  request(old: number, size: number, history?: number): string;
};

export function sampleLog({ fork = Number.POSITIVE_INFINITY, signer = generateSigningKey(null) } = {}): SampleLog {
  const nodesOf = (history: number): NodeSource => {
    const known = new Map<string, Buffer>();
    const node = (height: number, index: number): Buffer => {
      const name = `${height}/${index}`;
      const held = known.get(name);
      if (held !== undefined) return held;
      const hash =
        height === 0
          ? leafHash(Buffer.from(`${index >= fork ? history : 0}/${index}`))
          : nodeHash(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
      known.set(name, hash);
      return hash;
    };
    return node;
  };
  const histories = new Map<number, NodeSource>();
  const nodes = (history: number): NodeSource => {
    const made = histories.get(history) ?? nodesOf(history);
    histories.set(history, made);
    return made;
  };
  const root = (size: number, history = 0) => subtreeRoot(nodes(history), 0, size);
  const note = (size: number, history = 0) =>
    signCheckpoint({ origin: signer.key.name, size, root: root(size, history) }, signer);
  const proof = (old: number, size: number, history = 0) => consistencyProof(nodes(history), old, size);
  return {
    origin: signer.key.name,
    vkey: formatVerifierKey(signer.key),
    root,
    note,
    proof,
    request: (old, size, history = 0) => formatCosignRequest(old, proof(old, size, history), note(size, history)),
  };
}
