import type { CalendarDate } from '../../core/time/calendar.ts';
import type { Draft } from './draft.ts';

/**
 * What is told of a day after the telling has not been done: "Next autumn the mill exports paper, a trader hopes". Whatever the
 * tense, it is a plan, and its figures with it.
 */
export function laterThanTold(draft: Draft, published: CalendarDate | null): Draft {
  const { when, modality, predicate } = draft;
  if (published === null || when.from === null || when.from <= published) return draft;
  if (/^(?:intends|calls-for|assesses)$/.test(modality) || /^(?:said|denied|called-for)$/.test(predicate)) return draft;
  return {
    ...draft,
    modality: 'intends',
    quantities: draft.quantities.map((quantity) =>
      quantity.nature === undefined || quantity.nature === 'count' ? { ...quantity, nature: 'plan' } : quantity,
    ),
    rules: [...draft.rules, 'modality:later-than-told'],
  };
}
