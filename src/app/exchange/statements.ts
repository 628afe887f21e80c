import { asRecordedBy, originalOf, receivedBodyOf } from '../../exchange/package/received-act.ts';
import type { Act } from '../../record/log/act.ts';
import { summariseAct } from '../acts/act-table.ts';
import { actorName } from '../acts/actor-name.ts';

/** What somebody else has asserted, as their record has it. It stands beside what is said here, and replaces none of it. */
export type SignedStatement = {
  /** The act by which it was received. */
  readonly act: string;
  /** The name under which the sender is known here. */
  readonly recordedBy: string;
  readonly origin: string;
  /** Their act. */
  readonly their: string;
  readonly kind: string;
  /** Who asserted it there, and when; null where they have withheld it. */
  readonly by: string | null;
  readonly at: string | null;
  readonly marking: string | null;
  /** "B. Colleague, as recorded by Y: …" */
  readonly text: string;
};

/** The statements of others among acts, in the order in which they came. */
export function receivedStatements(acts: readonly Act[]): SignedStatement[] {
  return acts.flatMap(({ id, kind, body }): SignedStatement[] => {
    const received = kind === 'received' ? receivedBodyOf(body) : undefined;
    if (received === undefined || received.way === 'continued') return [];
    const { from, marking } = received;
    const { line, act, recordedBy } = originalOf(received);
    const base = {
      act: id,
      recordedBy: from.name,
      origin: from.origin,
      their: line.leaf.id,
      kind: line.leaf.kind,
      marking,
    };
    if (act === null)
      return [{ ...base, by: null, at: null, text: `Withheld by ${recordedBy[0]?.name ?? from.name}.` }];
    const by = actorName(act.by);
    return [{ ...base, by, at: act.at, text: `${asRecordedBy(by, recordedBy)}: ${summariseAct(act)}` }];
  });
}
