import type { TakenEvent } from '../../findings/model/track-evidence.ts';
import { eventKey } from '../../tracks/detection/event/event.ts';
import type { AskedList, KeptEvent } from '../../tracks/detection/event/kept-event.ts';
import { EVENT_JUDGEMENTS, type EventJudgedBody, type EventJudgement } from '../acts/event-body.ts';
import { AppError } from '../errors.ts';
import { actBy, type RecordActBuilder, type Signature } from './act-builder.ts';

/**
 * Judges events in tracks: an act for each. A judgement needs its reason, since the next person sees the same positions.
 * @throws AppError `bad-option`
 */
export function buildEventJudgement(
  signature: Signature,
  taken: readonly TakenEvent[],
  judgement: EventJudgement,
): RecordActBuilder {
  const reason = signature.reason?.trim() ?? '';
  if (reason === '') throw new AppError('bad-option', 'a judgement on an event needs its reason: --reason TEXT');
  if (!EVENT_JUDGEMENTS.includes(judgement))
    throw new AppError('bad-option', `there is ${EVENT_JUDGEMENTS.join(', ')}`, { place: 'judgement' });
  return () =>
    taken.map(({ event, lists }) =>
      actBy(signature, 'event-judged', {
        event: bareEvent(event),
        lists: listsOf(event, lists),
        key: keyOf(event),
        judgement,
        reason,
      } satisfies EventJudgedBody),
    );
}

/** What an event is, by the documents that its rows lead to. */
function keyOf(event: KeptEvent): string {
  return eventKey(event, (file) => event.rows.find((row) => row.file === file)?.document ?? '');
}

/** Lists are named where the event rests on them. */
export function listsOf({ kind }: KeptEvent, lists: readonly AskedList[]): readonly AskedList[] {
  return kind === 'listed-vessel' ? lists : [];
}

/** The event itself, without what a workspace says of it: that follows, and changes. */
export function bareEvent<Event extends KeptEvent>(event: Event): KeptEvent {
  const { judgement: _, words: __, document: ___, ...bare } = event as KeptEvent;
  return bare as KeptEvent;
}
