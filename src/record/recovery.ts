import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { RecordError } from './errors.ts';
import { appendNaming, type NamedKey } from './keys/key-history.ts';
import { type ParsedLine, parseLine } from './log/act-line.ts';
import { parseCheckpoint, type SignedCheckpoint } from './log/checkpoint.ts';
import { HASH_BYTES, leafHash } from './log/merkle.ts';
import { parseVerifierKey, signersOf } from './log/note.ts';
import { countSegments, readLines, type SegmentEnd, segmentPlace } from './log/segment.ts';
import { fullTilesOf, partialTilesOf, TILE_BYTES, type TileName, tilePath } from './log/tile.ts';
import { TreeBuilder } from './log/tree-builder.ts';
import { LogPublisher } from './log-publisher.ts';
import { replaceFile, syncFolder } from './storage/durable-file.ts';
import { SEGMENT_ACTS, segmentName, segmentPath, type WorkspaceLayout } from './storage/layout.ts';
import { readPlainFile } from './storage/plain-file.ts';
import { isThere } from './storage/presence.ts';

/** What is known of the log after opening it. */
export type RecoveredLog = {
  readonly publisher: LogPublisher;
  readonly history: readonly NamedKey[];
  /** The `redacted` acts that no checkpoint covers yet: they may not have been carried out. */
  readonly recentRedactions: readonly ParsedLine[];
  /** The highest time that the log remembers; empty for an empty one. */
  readonly latest: string;
};

/**
 * Brings the log into memory and puts right what a crash leaves behind: an unfinished last line goes to `recovered/`, and
 * tiles that are missing or wrong are made again. What the signed checkpoint covers is taken up from the tiles when
 * they give its root, else from every leaf. It never repairs anything else: acts that the checkpoint covers and that
 * are gone or changed are `damaged`, and the record is not opened for writing.
 */
export async function recoverLog(
  layout: WorkspaceLayout,
  now: string,
  onMessage: (text: string) => void,
): Promise<RecoveredLog> {
  const segments = countSegments(layout);
  const checkpoint = readCheckpoint(layout);
  const quick = checkpoint === null ? null : restoreFromTiles(layout, checkpoint);
  if (checkpoint !== null && quick === null)
    onMessage('The tiles of the log were incomplete and have been made again from the acts.');
  const publisher = quick ?? new LogPublisher(layout, -1);
  const covered = quick === null ? 0 : quick.builder.size;
  const recentRedactions: ParsedLine[] = [];
  let named =
    quick === null || checkpoint === null
      ? []
      : (listedKeys(layout, checkpoint) ?? (await readKeyActs(layout, covered)));
  let atCheckpoint: Buffer | undefined = checkpoint?.size === covered ? checkpoint.root : undefined;

  // The segment of the last act is read in any case: it remembers the highest time.
  const firstSegment = Math.floor(Math.max(0, covered - 1) / SEGMENT_ACTS);
  let latest = '';
  let next = firstSegment * SEGMENT_ACTS;
  for (let segment = firstSegment; segment < segments; segment++) {
    const take = (bytes: Buffer, start: number, end: number, offset: number) => {
      const line = expectLine(bytes, start, end, next, `${segmentPlace(segment)}@${offset}`);
      next++;
      for (const time of [line.leaf.time, line.body?.clock?.behind ?? '']) if (time > latest) latest = time;
      if (line.index < covered) return;
      publisher.builder.append(bytes, line.leafStart, line.leafEnd);
      if (line.leaf.kind === 'key-named') named = appendNaming(named, line.body?.body, line.index);
      if (line.leaf.kind === 'redacted' && line.index >= (checkpoint?.size ?? 0)) recentRedactions.push(line);
      if (next === checkpoint?.size) atCheckpoint = publisher.builder.root();
    };
    const end = await readLines(segmentPath(layout, segment), take);
    const isLast = segment === segments - 1;
    if (!isLast && next !== (segment + 1) * SEGMENT_ACTS)
      throw new RecordError('damaged', 'This segment of the log is cut short.', { place: segmentPlace(segment) });
    if (end.tail.length > 0)
      settleTail(layout, segment, end, { next, covered: checkpoint?.size ?? 0, isLast, now, onMessage, take });
  }
  if (checkpoint !== null && (next < checkpoint.size || !atCheckpoint?.equals(checkpoint.root)))
    throw new RecordError(
      'damaged',
      `The acts are not those that the checkpoint over ${checkpoint.size} of them covers; run "panel record verify".`,
      { place: 'record/log/checkpoint' },
    );
  if (
    checkpoint !== null &&
    signersOf(
      checkpoint.note,
      named.map(({ key }) => key),
      'record/log/checkpoint',
    ).length === 0
  )
    throw new RecordError('damaged', 'The checkpoint is not signed by a key of this record.', {
      place: 'record/log/checkpoint',
    });
  return { publisher, history: named, recentRedactions, latest };
}

function readCheckpoint(layout: WorkspaceLayout): SignedCheckpoint | null {
  if (!isThere(layout.checkpoint)) return null;
  try {
    return parseCheckpoint(readPlainFile(layout.checkpoint), 'record/log/checkpoint');
  } catch (cause) {
    if (!(cause instanceof RecordError)) throw cause;
    throw new RecordError('damaged', `The checkpoint cannot be read (${cause.message}); run "panel record verify".`, {
      place: 'record/log/checkpoint',
      cause,
    });
  }
}

function restoreFromTiles(layout: WorkspaceLayout, checkpoint: SignedCheckpoint): LogPublisher | null {
  const partials = new Map<TileName['level'], Buffer>();
  try {
    for (const name of partialTilesOf(checkpoint.size))
      partials.set(name.level, readPlainFile(join(layout.log, tilePath(name))));
    if (!hasFullTiles(layout, checkpoint.size)) return null;
  } catch {
    return null;
  }
  const publisher = new LogPublisher(layout, checkpoint.size, (onFull) => {
    const builder = new TreeBuilder(onFull);
    builder.restore(checkpoint.size, partials);
    return builder;
  });
  const isRight =
    publisher.builder.root().equals(checkpoint.root) && isBundleOf(partials.get('entries'), partials.get(0));
  return isRight ? publisher : null;
}

/** True when the entries of an unfinished bundle are those whose hashes stand in the unfinished tile: the root does not cover the bundle. */
function isBundleOf(bundle: Buffer | undefined, tile: Buffer | undefined): boolean {
  if (bundle === undefined || tile === undefined) return bundle === tile;
  let at = 0;
  for (let hash = 0; hash < tile.length; hash += HASH_BYTES) {
    if (at + 2 > bundle.length) return false;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length || !leafHash(bundle.subarray(at + 2, end)).equals(tile.subarray(hash, hash + HASH_BYTES)))
      return false;
    at = end;
  }
  return at === bundle.length;
}

/** Full tiles are not read, but each must be there in full length: a power cut may have emptied the latest. @throws when one is not there */
function hasFullTiles(layout: WorkspaceLayout, size: number): boolean {
  return fullTilesOf(size).every((name) => {
    const { size: length } = statSync(join(layout.log, tilePath(name)));
    return name.level === 'entries' ? length > 0 : length === TILE_BYTES;
  });
}

/** The keys in `log/keys`, when the last of them signed the checkpoint; null when the key acts must be read instead. */
function listedKeys(layout: WorkspaceLayout, checkpoint: SignedCheckpoint): NamedKey[] | null {
  try {
    const lines = readPlainFile(layout.keyList).toString('utf8').split('\n').slice(0, -1);
    const keys = lines.map((line) => parseVerifierKey(line));
    const last = keys.at(-1);
    if (last === undefined || signersOf(checkpoint.note, [last]).length === 0) return null;
    return keys.map((key) => ({ key, since: -1, endorsed: true }));
  } catch {
    return null;
  }
}

/** The keys as the key acts among the first `size` acts name them. */
async function readKeyActs(layout: WorkspaceLayout, size: number): Promise<NamedKey[]> {
  let history: NamedKey[] = [];
  for (let index = 0, segment = 0; index < size; segment++) {
    await readLines(segmentPath(layout, segment), (bytes, start, end, offset) => {
      if (index < size && bytes.subarray(start, end).includes('"kind":"key-named"')) {
        const line = expectLine(bytes, start, end, index, `${segmentPlace(segment)}@${offset}`);
        if (line.leaf.kind === 'key-named') history = appendNaming(history, line.body?.body, line.index);
      }
      index++;
    });
  }
  return history;
}

function expectLine(bytes: Buffer, start: number, end: number, index: number, place: string): ParsedLine {
  const line = parseLine(bytes, start, end);
  if ('fault' in line)
    throw new RecordError('damaged', `This act is damaged: ${line.fault}; run "panel record verify".`, { place });
  if (line.index !== index)
    throw new RecordError(
      'damaged',
      `Act a-${line.index} stands where a-${index} belongs; run "panel record verify".`,
      { place },
    );
  return line;
}

type TailContext = {
  readonly next: number;
  readonly covered: number;
  readonly isLast: boolean;
  readonly now: string;
  readonly onMessage: (text: string) => void;
  readonly take: (bytes: Buffer, start: number, end: number, offset: number) => void;
};

/** An unfinished last line is completed when only its newline is missing, else moved out, since it was never acknowledged. */
function settleTail(layout: WorkspaceLayout, segment: number, end: SegmentEnd, context: TailContext): void {
  const place = `${segmentPlace(segment)}@${end.whole}`;
  if (!context.isLast || context.next < context.covered)
    throw new RecordError('damaged', 'An act that the checkpoint covers is cut short; run "panel record verify".', {
      place,
    });
  const line = parseLine(end.tail, 0, end.tail.length);
  const path = segmentPath(layout, segment);
  const file = openSync(path, 'r+');
  try {
    if (!('fault' in line) && line.index === context.next) {
      writeSync(file, '\n', end.whole + end.tail.length);
      fdatasyncSync(file);
      context.take(end.tail, 0, end.tail.length, end.whole);
      context.onMessage(`${place}: the last act lacked the end of its line, which has been added.`);
      return;
    }
    const digest = createHash('sha256').update(end.tail).digest('hex').slice(0, 8);
    const name = `${context.now.replaceAll(/[-:.]/g, '')}-${segmentName(segment)}-${end.whole}-${digest}`;
    mkdirSync(layout.recovered, { recursive: true, mode: 0o700 });
    replaceFile(layout, join(layout.recovered, name), end.tail, { synced: true, mode: 0o600 });
    syncFolder(layout.root);
    ftruncateSync(file, end.whole);
    fdatasyncSync(file);
    context.onMessage(
      `${place}: an unfinished act of ${end.tail.length} bytes, left by a crash and never acknowledged, was moved to recovered/${name}.`,
    );
  } finally {
    closeSync(file);
  }
}
