import { existsSync, readdirSync } from 'node:fs';
import { RecordError } from '../errors.ts';
import { actIndex } from '../log/act.ts';
import { findLeaf, type ParsedLine, parseLine } from '../log/act-line.ts';
import { readLines, segmentPlace } from '../log/segment.ts';
import type { TreeBuilder } from '../log/tree-builder.ts';
import { parseSegmentName, placeInRecord, SEGMENT_ACTS, segmentPath, type WorkspaceLayout } from '../storage/layout.ts';
import { meaningOf, type Statements } from './act-meaning.ts';
import { type FaultList, whyUnread } from './verification.ts';

/** What was found of the acts. Its size goes with documents and redactions, not with acts. */
export type ActsFound = Statements & {
  acts: number;
  /** Lines, whole or damaged. */
  lines: number;
  withheld: number;
  /** Acts by what they say of the clock, and by what their times say. */
  readonly times: TimesFound;
};

export type TimesFound = {
  /** The highest time so far. */
  latest: string;
  /** Acts logged at an earlier time than one before them that say so. */
  readonly behind: number[];
  /** Acts logged at an earlier time than one before them that do not say so. */
  readonly unsaid: number[];
  /** Acts whose own time was fixed by whoever made them. */
  fixed: number;
};

/** Reads every line of every segment into the tree, checking each by itself and in its place. */
export async function verifyActs(
  layout: WorkspaceLayout,
  builder: TreeBuilder,
  faults: FaultList,
  options: { afterLeaf: () => void; onBytes: (bytes: number) => void; hasWriter: () => boolean },
): Promise<ActsFound> {
  const found: ActsFound = {
    acts: 0,
    lines: 0,
    withheld: 0,
    history: [],
    acquired: new Map(),
    received: new Set(),
    removed: new Map(),
    redacted: new Map(),
    times: { latest: '', behind: [], unsaid: [], fixed: 0 },
  };
  const withheldBy = new Map<number, number>();
  const segments = listSegments(layout, faults);
  options.afterLeaf();
  for (let segment = 0; segment < segments; segment++) {
    const place = segmentPlace(segment);
    if (!existsSync(segmentPath(layout, segment))) {
      faults.add(place, 0, 'missing', 'this segment of the log is missing');
      continue;
    }
    let next = segment * SEGMENT_ACTS;
    const takeLine = (bytes: Buffer, start: number, end: number, offset: number) => {
      const line = parseLine(bytes, start, end, (kind) => meaningOf(kind) !== null);
      const index = next++;
      found.lines = next;
      if ('fault' in line) {
        faults.add(place, offset, 'bad-line', `this line is not the act that was logged: ${line.fault}`);
        const leaf = findLeaf(bytes, start, end, index);
        if (leaf === null) return;
        builder.append(bytes, leaf.start, leaf.end);
        options.afterLeaf();
        return;
      }
      if (line.index !== index)
        return faults.add(place, offset, 'out-of-order', `act a-${line.index} stands where a-${index} belongs`);
      builder.append(bytes, line.leafStart, line.leafEnd);
      found.acts++;
      if (line.withheld !== null) {
        found.withheld++;
        withheldBy.set(index, actIndex(line.withheld)!);
      }
      takeTime(line, found.times);
      takeMeaning(line, found, faults, place, offset);
      if (found.history.at(-1)?.key.id !== line.leaf.key)
        faults.add(place, offset, 'wrong-key', `act a-${index} names the key ${line.leaf.key}, which was not in force`);
      options.afterLeaf();
    };
    const end = await readLines(segmentPath(layout, segment), takeLine, options.onBytes).catch((error: unknown) => {
      if (!(error instanceof RecordError)) throw error;
      faults.add(place, 0, 'unreadable', `it cannot be read to its end (${whyUnread(error)})`);
      return null;
    });
    if (end === null) continue;
    const isLast = segment === segments - 1;
    if (end.tail.length > 0 && !(isLast && options.hasWriter()))
      faults.add(
        place,
        end.whole,
        'unfinished-line',
        `${end.tail.length} bytes after the last whole act; opening the workspace for writing settles what a crash left`,
      );
    const missing = (segment + 1) * SEGMENT_ACTS - next;
    if (!isLast && missing !== 0) faults.add(place, end.whole, 'missing', `this segment lacks ${missing} acts`);
    if (isLast && missing < 0)
      faults.add(place, end.whole, 'out-of-order', 'this segment has more acts than a segment holds');
  }
  checkRedactions(found, withheldBy, faults);
  return found;
}

function listSegments(layout: WorkspaceLayout, faults: FaultList): number {
  let last = -1;
  for (const entry of readdirSync(layout.acts, { withFileTypes: true })) {
    const segment = entry.isFile() ? parseSegmentName(entry.name) : undefined;
    if (segment === undefined)
      faults.add(placeInRecord('acts', entry.name), 0, 'unknown-file', 'nothing of this name belongs to a record');
    else last = Math.max(last, segment);
  }
  // A forged name with a huge number would otherwise have every number below it looked for.
  const names = readdirSync(layout.acts).length;
  if (last < names) return last + 1;
  faults.add(segmentPlace(last), 0, 'out-of-order', 'segments before this one are missing');
  return names;
}

/** Lines that say something of the clock come with their value: the fast way knows only the common form. */
function takeTime({ index, leaf, body }: ParsedLine, times: TimesFound): void {
  if (body?.clock?.fixed === true) times.fixed++;
  if (leaf.time < times.latest) (body?.clock?.behind === undefined ? times.unsaid : times.behind).push(index);
  else times.latest = leaf.time;
}

function takeMeaning(line: ParsedLine, found: ActsFound, faults: FaultList, place: string, offset: number): void {
  const wrong = meaningOf(line.leaf.kind)?.(line.body?.body, found, line.index);
  if (wrong !== undefined) faults.add(place, offset, wrong.code, wrong.message);
}

function checkRedactions(found: ActsFound, withheldBy: ReadonlyMap<number, number>, faults: FaultList): void {
  const placeOf = (index: number) => segmentPlace(Math.floor(index / SEGMENT_ACTS));
  for (const [index, redaction] of withheldBy) {
    if (found.redacted.get(index) !== redaction || redaction <= index)
      faults.add(placeOf(index), 0, 'bad-redaction', `act a-${index} is withheld, and a-${redaction} does not say so`);
  }
  for (const [index, redaction] of found.redacted) {
    if (index >= redaction)
      faults.add(placeOf(redaction), 0, 'bad-redaction', `a-${redaction} redacts an act that came later`);
    else if (!withheldBy.has(index))
      faults.add(
        placeOf(index),
        0,
        'redaction-unfinished',
        `a-${redaction} redacts a-${index}, which can still be read; opening the workspace for writing settles what a crash left`,
      );
  }
}
