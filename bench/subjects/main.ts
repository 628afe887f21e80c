import { openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadLists } from '../../src/app/lists/screening-index.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { openProposals } from '../../src/app/subjects/open-proposals.ts';
import { subjectsOf, type WorkspaceSubjects } from '../../src/app/subjects/workspace-subjects.ts';
import { screenedSubjects } from '../../src/app/workbench/subjects/held-subjects.ts';
import { subjectDetail } from '../../src/app/workbench/subjects/subject-detail.ts';
import { subjectList } from '../../src/app/workbench/subjects/subject-list.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';

/**
 * Subjects of a large matter: `npx tsx bench/subjects/main.ts WORKSPACE LIST...`, on a workspace such as bench/scale makes. Finds who is named,
 * proposes which are one, screens everybody, and opens pages; says how long the program was busy at once, when it answers nobody: on the
 * processor, by what Linux counts for the thread that answers, so that others who use the machine change nothing.
 */
const [workspace, ...lists] = process.argv.slice(2);
if (workspace === undefined) throw new Error('name a workspace, and list files');
const held = await holdWorkspace({ workspace, command: 'bench', progress: silentProgress, create: false });

const ownTime = openSync('/proc/thread-self/schedstat', 'r');
const buffer = Buffer.alloc(64);
/** Milliseconds of processor that this thread has had. */
function ownMilliseconds(): number {
  const length = readSync(ownTime, buffer, 0, buffer.length, 0);
  return Number(buffer.subarray(0, length).toString().split(' ')[0]) / 1e6;
}

async function measured<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  let [most, going] = [0, true];
  const watching = (async () => {
    for (let before = ownMilliseconds(); going; ) {
      await nextTurn();
      const now = ownMilliseconds();
      most = Math.max(most, now - before);
      before = now;
    }
  })();
  const [before, started] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const clock = ((performance.now() - started) / 1000).toFixed(2);
  going = false;
  await watching;
  console.log(
    `${what}: ${((user + system) / 1e6).toFixed(2)} s of processor, ${clock} s on the clock, at most ${most.toFixed(0)} ms at once`,
  );
  return result;
}

const snapshot = await measured('texts and claims', () => held.derivation.snapshot(silentProgress));
const loaded = lists.length === 0 ? null : await measured('lists', () => loadLists(lists, silentProgress));
const find = (): Promise<WorkspaceSubjects> => subjectsOf(snapshot, loaded, held.mentions, silentProgress);
await measured('who is named', find);
const subjects = await measured('who is named, again', find);
const { partition } = subjects;
console.log(
  `${snapshot.derived.documents.length} documents, ${partition.subjects.length} subjects before any judgement`,
);
const proposals = await measured('what may be one', () => openProposals(subjects));
console.log(`${proposals.length} proposals`);
const hits = await measured('screening of everybody', () => screenedSubjects(subjects));
console.log(`${[...hits.values()].filter((some) => some.length > 0).length} subjects with hits`);
await measured('list, the first page', () => subjectList(subjects, { limit: 100 }));

// Those that most is known of, and others in between.
const ranked = [...partition.subjects].sort((a, b) => b.leaves[0]!.mentions.length - a.leaves[0]!.mentions.length);
const asked = [
  ...ranked.slice(0, 50),
  ...ranked.filter((_, at) => at % Math.max(1, Math.floor(ranked.length / 200)) === 0),
];
subjectDetail(subjects, asked[0]!.id, new Date());
const times = asked
  .map(({ id }) => {
    const started = performance.now();
    subjectDetail(subjects, id, new Date());
    return performance.now() - started;
  })
  .sort((a, b) => a - b);
const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
console.log(
  `pages of ${times.length} subjects: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms, slowest ${at(1)} ms`,
);
console.log(`resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
await held.close();
