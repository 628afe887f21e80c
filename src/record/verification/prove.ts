import { isDocumentId } from '../../core/hash.ts';
import { newestCosigned } from '../cosigned.ts';
import { RecordError } from '../errors.ts';
import { actIndex } from '../log/act.ts';
import { type Checkpoint, parseCheckpoint, type SignedCheckpoint } from '../log/checkpoint.ts';
import { consistencyProof, inclusionProof, type NodeSource, subtreeRoot } from '../log/merkle.ts';
import { formatNote } from '../log/note.ts';
import { nodesOfTiles } from '../log/tile.ts';
import { readActLines } from '../read-record.ts';
import { readFileIfThere, readTile } from '../read-tile.ts';
import { layoutOf, type WorkspaceLayout } from '../storage/layout.ts';
import { isThere } from '../storage/presence.ts';
import { formatInclusionProof } from './inclusion-proof-file.ts';

export type Proof = {
  /** Text of the `.tlog-proof` file; `extra` holds the leaf. */
  readonly proof: string;
  readonly index: number;
  /** Canonical JSON of the leaf. */
  readonly leaf: string;
  /** The line of the record, with salt and body: what shows, with the proof, what the leaf commits to. Not secret-free! */
  readonly line: string;
};

/**
 * A proof that an act is in the log: of the act itself, of a document by the act that acquired it, or of a claim by the
 * act that logged it. Reads plain files and needs no lock.
 * @throws RecordError `unknown-id`, `not-covered` when no checkpoint covers the act yet, `damaged` when tiles and checkpoint disagree
 */
export async function proveLine(workspace: string, id: string): Promise<Proof> {
  const layout = layoutOf(workspace);
  if (!isThere(layout.acts))
    throw new RecordError('not-a-workspace', 'There is no record here; name another --workspace.', {
      place: workspace,
    });
  const { index, leaf, line } = await findLine(layout, id);
  const checkpoint = noteFor(layout, index);
  if (checkpoint === undefined)
    throw new RecordError('not-covered', `No checkpoint covers a-${index} yet; run "panel record checkpoint" first.`);
  const nodes = checkedNodes(layout, checkpoint);
  const path = known(() => inclusionProof(nodes, index, checkpoint.size));
  return {
    proof: formatInclusionProof(Buffer.from(leaf), index, path, formatNote(checkpoint.note)),
    index,
    leaf,
    line,
  };
}

/** The newest note with cosignatures that covers the act, else the last checkpoint if that does: who checks the proof later should see who else saw it. */
function noteFor(layout: WorkspaceLayout, index: number): SignedCheckpoint | undefined {
  const cosigned = newestCosigned(layout);
  if (cosigned !== null && cosigned.size > index) return cosigned;
  const last = lastCheckpoint(layout);
  return last !== undefined && last.size > index ? last : undefined;
}

function lastCheckpoint(layout: WorkspaceLayout): SignedCheckpoint | undefined {
  const note = readFileIfThere(layout.checkpoint);
  return note && parseCheckpoint(note, 'record/log/checkpoint');
}

/**
 * The hashes that show that a checkpoint of the record continues one over `oldSize` acts (RFC 6962 section 2.1.2), for a witness.
 * `newSize` is that of an earlier checkpoint; without it, the last one is meant.
 * @throws RecordError `not-covered`, `damaged`
 */
export function proveConsistency(
  workspace: string,
  oldSize: number,
  newSize?: number,
): { path: Buffer[]; checkpoint: Checkpoint } {
  const layout = layoutOf(workspace);
  const last = lastCheckpoint(layout);
  if (last === undefined)
    throw new RecordError('not-covered', 'The record has no checkpoint yet; run "panel record checkpoint" first.');
  const size = newSize ?? last.size;
  if (size > last.size || oldSize > size)
    throw new RecordError('not-covered', `The checkpoint covers ${size} acts, fewer than ${Math.max(size, oldSize)}.`);
  const nodes = checkedNodes(layout, last);
  const checkpoint = { origin: last.origin, size, root: known(() => subtreeRoot(nodes, 0, size)) };
  return { path: known(() => consistencyProof(nodes, oldSize, size)), checkpoint };
}

/** Roots of the trees over fewer acts than the last checkpoint covers, or as many. @throws RecordError `not-covered`, `damaged` */
export function rootsOf(workspace: string): (size: number) => Buffer {
  const layout = layoutOf(workspace);
  const last = lastCheckpoint(layout);
  if (last === undefined) throw new RecordError('not-covered', 'The record has no checkpoint yet.');
  const nodes = checkedNodes(layout, last);
  return (size) => {
    if (size > last.size) throw new RecordError('not-covered', `The checkpoint covers ${last.size} acts.`);
    return known(() => subtreeRoot(nodes, 0, size));
  };
}

/** The path of one leaf in the tree over the first `size` acts. @throws RecordError `not-covered`, `damaged` */
export function proveLeaf(workspace: string, index: number, size: number): Buffer[] {
  const layout = layoutOf(workspace);
  const last = lastCheckpoint(layout);
  if (last === undefined || size > last.size || index >= size)
    throw new RecordError('not-covered', `No checkpoint covers a-${index} yet; run "panel record checkpoint" first.`);
  const nodes = checkedNodes(layout, last);
  return known(() => inclusionProof(nodes, index, size));
}

/** An act by its id; a document or a claim by the first act that brings it in. */
async function findLine(layout: WorkspaceLayout, id: string): Promise<{ index: number; leaf: string; line: string }> {
  const wanted = actIndex(id);
  const brings = isDocumentId(id) ? bringsDocument : bringsClaim;
  for await (const { line, act, lineText } of readActLines(layout, wanted ?? 0)) {
    const found = wanted !== undefined ? line.index === wanted : act !== null && brings(act, id);
    if (found) return { index: line.index, leaf: leafTextOf(lineText), line: lineText };
    if (wanted !== undefined) break;
  }
  const why = isDocumentId(id)
    ? 'No act says that this document came in, or that act is withheld.'
    : wanted !== undefined
      ? 'There is no such act.'
      : !id.startsWith('c-')
        ? 'This is no id: write that of an act (a-7), of a claim (c-...) or of a document (sha256:...).'
        : 'No act logs such a claim: a claim enters the record when it is first reviewed, graded or linked.';
  throw new RecordError('unknown-id', why, { place: id.slice(0, 80) });
}

type Content = { readonly kind: string; readonly body: { readonly [key: string]: unknown } };

function bringsDocument({ kind, body }: Content, id: string): boolean {
  return kind === 'acquired' && body.document === id;
}

/** The act that logs a claim carries it whole: as `claim`, or among `claims` when it links several. */
function bringsClaim({ body }: Content, id: string): boolean {
  const claims = [body.claim, ...(Array.isArray(body.claims) ? body.claims : [])];
  return claims.some((claim) => typeof claim === 'object' && claim !== null && (claim as { id?: unknown }).id === id);
}

function leafTextOf(lineText: string): string {
  const start = lineText.lastIndexOf('"leaf":{') + '"leaf":'.length;
  return lineText.slice(start, lineText.indexOf('}', start) + 1);
}

/** Node hashes out of the tiles, which must give the very root that was signed: a proof that fails elsewhere helps nobody. */
function checkedNodes(layout: WorkspaceLayout, checkpoint: SignedCheckpoint): NodeSource {
  const size = lastCheckpoint(layout)?.size ?? checkpoint.size;
  const nodes = nodesOfTiles(checkpoint.size, (name) => readTile(layout, size, name));
  if (known(() => subtreeRoot(nodes, 0, checkpoint.size)).equals(checkpoint.root)) return nodes;
  throw new RecordError('damaged', 'The tiles do not give the root of the checkpoint; run "panel record verify".', {
    place: 'record/log',
  });
}

function known<T>(compute: () => T): T {
  try {
    return compute();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RecordError(
      'damaged',
      'A tile is missing or cut short; open the workspace for writing, which makes it again.',
      {
        place: 'record/log',
        cause,
      },
    );
  }
}
