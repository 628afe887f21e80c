import { AppError } from '../errors.ts';
import { loadLists } from '../lists/screening-index.ts';
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
    if (place.workspace === null) return hits.map((hit) => ({ ...hit, decision: null }));
    const { noteHits } = await import('./screening-in-workspace.ts');
    return await noteHits(place, place.workspace, question, hits, optionsOf(request));
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
