import type { CalendarDate } from '../core/calendar.ts';
import type { Act } from '../record/act.ts';
import { type Hit, screen } from '../screening/screen.ts';
import { AppError } from './errors.ts';
import { heldLists, listsAsked, openHeldLists } from './lists-in-workspace.ts';
import type { Progress } from './progress.ts';
import { type AskedName, questionOf } from './screen-question.ts';
import { screeningLog } from './screening-acts.ts';
import {
  entityById,
  type HeldDecision,
  heldDecisions,
  type RememberedDecision,
  recallDecision,
} from './screening-decisions.ts';
import { indexLists, type LoadedLists, loadLists } from './screening-index.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from './workspace.ts';

export type ScreenSettings = {
  /** List files; when there are none, the lists of the workspace are asked. */
  readonly lists: readonly string[];
  readonly limit: number;
  readonly threshold: number;
  readonly match: number;
  readonly asOf?: CalendarDate | undefined;
  /** Where the screening is logged as an act, with the lists by hash; nowhere when left out. */
  readonly workspace?: WorkspacePlace | undefined;
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

/** A hit with what was decided on it before; null where nobody has. */
export type DecidedHit = Hit & { readonly decision: RememberedDecision | null };

/** Where a screening takes place: its lists, and the workspace that remembers it. */
export type ScreeningPlace = {
  readonly lists: LoadedLists;
  readonly workspace: Workspace | null;
  readonly decisions: readonly HeldDecision[];
};

export function optionsOf({ limit, threshold, match, asOf }: ScreenSettings) {
  return { limit, threshold, match, asOf: asOf ?? null };
}

/** One name against lists. @throws AppError `bad-input` without any list, `unreadable`; EntitiesError, RecordError */
export async function screenName(request: ScreenSettings & { question: AskedName }): Promise<readonly DecidedHit[]> {
  return await atScreening(request, async (place) => {
    const question = questionOf(request.question);
    const hits = screen(place.lists.index, question, optionsOf(request));
    if (place.workspace !== null) {
      const log = screeningLog(place.workspace.record, place.lists.versions, optionsOf(request));
      log.note(question, hits);
      await log.finish();
    }
    return hits.map((hit) => ({ ...hit, decision: decisionOn(place, hit, question) }));
  });
}

function decisionOn(
  { decisions, lists }: ScreeningPlace,
  hit: Hit,
  question: ReturnType<typeof questionOf>,
): RememberedDecision | null {
  if (!decisions.some(({ entity }) => entity.id === hit.entityId)) return null;
  const entity = entityById(lists.index, hit.entityId);
  return entity === undefined ? null : recallDecision(decisions, question, entity);
}

/** Opens what a screening needs and closes it afterwards. A workspace is held while it lasts, so that the run is one. */
export async function atScreening<T>(
  settings: ScreenSettings,
  work: (place: ScreeningPlace) => Promise<T>,
): Promise<T> {
  const { workspace, lists, clock, progress } = settings;
  if (workspace === undefined) {
    if (lists.length === 0)
      throw new AppError(
        'bad-input',
        'give list files with --list FILE…, or a workspace that has lists with --workspace',
      );
    return await work({ lists: loadLists(lists, progress), workspace: null, decisions: [] });
  }
  const create = lists.length > 0;
  return await withWorkspace({ workspace, clock, progress, command: 'panel screen', create }, async (held) => {
    const acts = await held.acts();
    const loaded = create
      ? loadLists(lists, progress)
      : await loadHeldLists(held, acts, settings.asOf ?? null, progress);
    return await work({ lists: loaded, workspace: held, decisions: heldDecisions(acts) });
  });
}

/** The index of a workspace's own lists. @throws AppError `bad-input` when it has none */
export async function loadHeldLists(
  { record }: Pick<Workspace, 'record'>,
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
  return indexLists(await openHeldLists(record.read, held), progress);
}
