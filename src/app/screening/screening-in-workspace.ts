import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Act } from '../../record/log/act.ts';
import type { ActRecord } from '../../record/record.ts';
import type { Question } from '../../screening/question.ts';
import type { Hit, ScreenOptions } from '../../screening/screen.ts';
import { screeningLog } from '../acts/screening-acts.ts';
import { AppError } from '../errors.ts';
import { heldLists, listsAsked, openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists, type LoadedLists, loadLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { entityById, heldDecisions, type RememberedDecision, recallDecision } from './screening-decisions.ts';
import type { DecidedHit, ScreeningPlace, ScreenSettings } from './screening-place.ts';

/** A screening that a workspace remembers. It is held while that lasts, so that the run is one. */
export async function atWorkspace<T>(
  { lists, clock, progress, asOf }: ScreenSettings,
  workspace: WorkspacePlace,
  work: (place: ScreeningPlace) => Promise<T>,
): Promise<T> {
  const create = lists.length > 0;
  return await withWorkspace({ workspace, clock, progress, command: 'panel screen', create }, async (held) => {
    const acts = await held.acts();
    const loaded = create ? await loadLists(lists, progress) : await loadHeldLists(held, acts, asOf ?? null, progress);
    return await work({ lists: loaded, workspace: held, decisions: heldDecisions(acts) });
  });
}

/** Logs one question with its hits as an act, and says of each hit what was decided on it before. */
export async function noteHits(
  place: ScreeningPlace,
  { record }: Pick<Workspace, 'record'>,
  question: Question,
  hits: readonly Hit[],
  options: ScreenOptions,
): Promise<readonly Omit<DecidedHit, 'listAge'>[]> {
  const log = screeningLog(record, place.lists.versions, options);
  log.note(question, hits);
  await log.finish();
  return hits.map((hit) => ({ ...hit, decision: decisionOn(place, hit, question) }));
}

function decisionOn({ decisions, lists }: ScreeningPlace, hit: Hit, question: Question): RememberedDecision | null {
  if (!decisions.some(({ entity }) => entity.id === hit.entityId)) return null;
  const entity = entityById(lists.index, hit.entityId);
  return entity === undefined ? null : recallDecision(decisions, question, entity);
}

/** The index of a workspace's own lists. @throws AppError `bad-input` when it has none */
export async function loadHeldLists(
  { record }: { readonly record: Pick<ActRecord, 'read'> },
  acts: readonly Act[],
  asOf: CalendarDate | null,
  progress: Progress,
): Promise<LoadedLists> {
  const held = listsAsked(heldLists(acts), asOf);
  if (held.length === 0)
    throw new AppError(
      'bad-input',
      'this workspace has no lists yet: "panel lists add FILE…" or "panel lists sync", or give --list FILE…',
    );
  return await indexLists(await openHeldLists(record.read, held), progress);
}
