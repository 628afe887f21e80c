import type { Subject } from '../../../subjects/model/subject.ts';
import type { HeldList } from '../../acts/held-list.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { heldLists } from '../../lists/lists-in-workspace.ts';
import { decisionsOf } from '../../subjects/subject-line.ts';
import { isOpen } from '../../subjects/subject-screening.ts';
import type { WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import type { ListNews } from '../contract/subject.ts';
import type { Workbench } from '../held/workbench.ts';
import { versionDifference } from '../screening/lists.ts';
import { screenedSubjects } from './held-subjects.ts';
import { nameOf } from './subject-name.ts';

type Update = ListNews['updates'][number];
type Row = Update['rows'][number];

/** What the newest version of each list says of subjects that the version before it did not. */
export async function listNews(
  workbench: Workbench,
  snapshot: Snapshot,
  subjects: WorkspaceSubjects,
): Promise<ListNews> {
  const updates: Update[] = [];
  const bearers = await bearersOf(subjects);
  for (const [before, after] of lastUpdates(heldLists(snapshot.acts))) {
    const { added, removed, changed } = await differenceOf(workbench, snapshot, before, after);
    const rowsOf = (
      change: Row['change'],
      entries: readonly { readonly id: string; readonly caption: string; readonly fields: readonly string[] }[],
      whose: (entity: string) => Row['subjects'],
    ): readonly Row[] =>
      entries.flatMap(({ id, caption, fields }) => {
        const named = whose(id);
        return named.length === 0 ? [] : [{ change, entityId: id, caption, fields, subjects: named }];
      });
    const plain = ({ id, caption }: { id: string; caption: string }) => ({ id, caption, fields: [] });
    const hit = (entity: string) => bearers.get(entity) ?? [];
    updates.push({
      list: after.list,
      before: versionOf(before),
      after: versionOf(after),
      added: added.length,
      removed: removed.length,
      changed: changed.length,
      rows: [
        ...rowsOf('added', added.map(plain), hit),
        ...rowsOf(
          'changed',
          changed.map(({ id, caption, changes }) => ({ id, caption, fields: changes.map(({ field }) => field) })),
          hit,
        ),
        // What is gone is hit no more: only what was decided on it tells whom it concerns.
        ...rowsOf('removed', removed.map(plain), (entity) => decidedTo(subjects, entity)),
      ],
    });
  }
  return { updates };
}

/** Two versions of a list say the same of each other for ever. */
const differences = new WeakMap<Workbench, Map<string, ReturnType<typeof versionDifference>>>();

async function differenceOf(workbench: Workbench, snapshot: Snapshot, before: HeldList, after: HeldList) {
  const known = differences.get(workbench) ?? new Map<string, ReturnType<typeof versionDifference>>();
  differences.set(workbench, known);
  const key = `${before.document} ${after.document}`;
  const difference = known.get(key) ?? versionDifference(workbench, snapshot, before.document, after.document);
  known.set(key, difference);
  return await difference;
}

function versionOf({ document, versionDate, published }: HeldList): Update['before'] {
  return { document, versionDate: versionDate ?? published };
}

/** The newest version of each list with the one before it; lists of which there is only one have no news. */
function lastUpdates(held: readonly HeldList[]): readonly (readonly [HeldList, HeldList])[] {
  const versions = new Map<string, HeldList[]>();
  for (const list of held) versions.set(list.list, [...(versions.get(list.list) ?? []), list]);
  return [...versions.values()].flatMap((all) => {
    const [before, after] = all.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)).slice(-2);
    return before === undefined || after === undefined ? [] : [[before, after] as const];
  });
}

function dayOf({ versionDate, published, acquired }: HeldList): string {
  return versionDate ?? published ?? acquired.slice(0, 10);
}

/** The subjects that each entry may be. */
async function bearersOf(subjects: WorkspaceSubjects): Promise<ReadonlyMap<string, Row['subjects']>> {
  const found = new Map<string, Row['subjects'][number][]>();
  for (const [subject, hits] of await screenedSubjects(subjects))
    for (const hit of hits) {
      const named = { id: subject.id, name: nameOf(subject), decision: hit.decision, open: isOpen(hit) };
      found.set(hit.entityId, [...(found.get(hit.entityId) ?? []), named]);
    }
  return found;
}

/** The subjects that somebody decided to be an entry, or not to be it. */
function decidedTo(subjects: WorkspaceSubjects, entity: string): Row['subjects'] {
  const found = new Map<Subject, Row['subjects'][number]>();
  for (const { entity: decided, leaves, decision } of decisionsOf(subjects))
    if (decided.id === entity)
      for (const leaf of leaves ?? []) {
        const subject = subjects.partition.ofLeaf.get(leaf);
        if (subject !== undefined) found.set(subject, { id: subject.id, name: nameOf(subject), decision, open: false });
      }
  return [...found.values()];
}
