import { type CalendarDate, utcDateOf } from '../../core/time/calendar.ts';
import type { Hit } from '../../screening/screen.ts';
import { AppError } from '../errors.ts';
import { loadLists } from '../lists/screening-index.ts';
import { hasOldList, listAgeNote } from './list-age.ts';
import { type AskedName, questionOf } from './screen-question.ts';
import type { DecidedHit, ScreeningPlace, ScreenSettings } from './screening-place.ts';

export function optionsOf({ limit, threshold, match, asOf }: ScreenSettings) {
  return { limit, threshold, match, asOf: asOf ?? null };
}

/** One name against lists. @throws AppError `bad-input` without any list, `unreadable`; EntitiesError, RecordError */
export async function screenName(request: ScreenSettings & { question: AskedName }): Promise<readonly DecidedHit[]> {
  return await atScreening(request, async (place) => {
    const { screen } = await import('../../screening/screen.ts');
    const question = questionOf(request.question);
    const hits = screen(place.lists.index, question, optionsOf(request));
    const day = request.asOf ?? utcDateOf(request.clock === undefined ? new Date() : new Date(request.clock));
    if (place.workspace === null)
      return await dated(
        place,
        day,
        hits.map((hit) => ({ ...hit, decision: null })),
      );
    const { noteHits } = await import('./screening-in-workspace.ts');
    return await dated(place, day, await noteHits(place, place.workspace, question, hits, optionsOf(request)));
  });
}

/** Hits with what is to be said of the age of the lists that they come from. */
async function dated<Found extends Hit>({ lists }: ScreeningPlace, day: CalendarDate, hits: readonly Found[]) {
  const { index, versions } = lists;
  if (!hasOldList(versions, day)) return hits.map((hit) => ({ ...hit, listAge: null }));
  const { entityById } = await import('./screening-decisions.ts');
  return hits.map((hit) => {
    const sources = entityById(index, hit.entityId)?.values.map(({ source }) => source.document) ?? [];
    return { ...hit, listAge: listAgeNote([...new Set(sources)], versions, day) };
  });
}

/**
 * Opens what a screening needs and closes it afterwards. What belongs to workspaces is loaded for them alone: it would
 * take as long as a name against a cached index.
 */
export async function atScreening<T>(
  settings: ScreenSettings,
  work: (place: ScreeningPlace) => Promise<T>,
  load: typeof loadLists = loadLists,
): Promise<T> {
  const { workspace, lists, progress } = settings;
  if (workspace !== undefined) {
    const { atWorkspace } = await import('./screening-in-workspace.ts');
    return await atWorkspace(settings, workspace, work);
  }
  if (lists.length === 0)
    throw new AppError(
      'bad-input',
      'give list files with --list FILE…, or a workspace that has lists with --workspace',
    );
  return await work({ lists: await load(lists, progress), workspace: null, decisions: [] });
}
