import { bareEvent, type EventTaken, listsOf } from '../act-builders/event-acts.ts';
import type { Evidence } from '../acts/evidence.ts';
import { AppError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { type TracksHeld, type TracksQuestion, tracksIn } from './workspace-tracks.ts';

/**
 * Events by their ids, as an act takes them: as detection finds them now, else as they were judged, since thresholds may have been
 * others then. @throws AppError `no-such-event`
 */
export async function takeEvents(
  held: TracksHeld,
  evidence: Evidence,
  ids: readonly string[],
  question: TracksQuestion,
  progress: Progress,
): Promise<readonly EventTaken[]> {
  if (ids.length === 0) return [];
  const { events, lists } = await tracksIn(held, evidence, question, progress);
  const judged = [...evidence.eventJudgements.values()];
  return [...new Set(ids)].map((id) => {
    const found = events.find((event) => event.id === id);
    if (found !== undefined) return { event: bareEvent(found), lists: listsOf(found, lists) };
    const before = judged.findLast(({ event }) => event.id === id);
    if (before !== undefined) return { event: before.event, lists: before.lists };
    throw new AppError(
      'no-such-event',
      'no event in the tracks of this workspace has this id; "panel tracks events" lists them',
      {
        place: id.slice(0, 80),
      },
    );
  });
}
