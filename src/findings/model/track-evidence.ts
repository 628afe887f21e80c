import type { Verdict } from '../../regime/model/assessment.ts';
import type { AskedList, KeptEvent } from '../../tracks/detection/event/kept-event.ts';

/** An event in ships' tracks that a person took into a finding, as their act has it. */
export type TakenEvent = {
  readonly event: KeptEvent;
  /** The lists that it was measured against, where it rests on them. */
  readonly lists: readonly AskedList[];
};

/** What a paragraph in force on the event's day says of it, if something holds that positions do not show. */
export type SupposedLaw = {
  /** "if goods that go to or come from the country passed between the two ships" */
  readonly supposing: string;
  readonly paragraphs: readonly {
    readonly provision: string;
    /** `duty`: it demands something of States, and forbids nothing by itself. */
    readonly effect: Verdict | 'duty';
    readonly text: string;
  }[];
};

/** An event on which a finding rests beside its claims. It shows positions, and is no finding by itself. */
export type FindingEvent = TakenEvent & {
  readonly words: readonly string[];
  /** Empty where no paragraph of the day is about what the event may have been. */
  readonly law: readonly SupposedLaw[];
  /** A file that it rests on was withheld since: the event stands as it was taken. */
  readonly isGone: boolean;
};
