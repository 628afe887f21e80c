import { plainName } from '../../core/plain-name.ts';
import type { ActDraft, ActId } from '../../record/log/act.ts';
import { jsonOf } from '../acts/acquire.ts';
import { silencedActs } from '../acts/evidence.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';

/** What a person wants to log, worded against the record as it stands. @throws AppError when it cannot be said so */
export type Drafting = (snapshot: Snapshot) => readonly ActDraft[] | Promise<readonly ActDraft[]>;

/** Who makes an act, and why. */
export type Signature = { readonly by: string; readonly reason?: string | null | undefined };

/** Who makes an act, as the record has it. @throws AppError `bad-option` for a name that could be taken for another */
export function personName(by: string): string {
  const name = plainName(by);
  if (name === undefined)
    throw new AppError(
      'bad-option',
      'a name may hold no control character and none that turns the direction of text or takes no place',
      { place: '--by' },
    );
  return name;
}

/** An act of a person. */
export function draftBy({ by }: Signature, kind: ActDraft['kind'], body: object): ActDraft {
  return { kind, by: { person: personName(by) }, body: jsonOf(body) };
}

/** Acts that are a person's word and can be taken back. What came in, left or was withheld cannot. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'reviewed',
  'graded',
  'linked',
  'judged',
  'found',
  'replied',
  'challenged',
  'corrected',
  'recommended',
  'decided',
  'undone',
]);

/** Takes an act back by another act; undoing an undoing restores it. @throws AppError `no-such-act`, `refused-by-rule` */
export function draftUndo(signature: Signature, id: string): Drafting {
  return ({ acts }) => {
    const target = acts.find((act) => act.id === id);
    if (target === undefined)
      throw new AppError('no-such-act', 'there is no such act in this workspace', { place: id });
    if (silencedActs(acts).has(target.id))
      throw new AppError('refused-by-rule', 'this act was taken back already; undo the act that did so to restore it', {
        place: target.id,
      });
    if (!UNDOABLE.has(target.kind))
      throw new AppError(
        'refused-by-rule',
        `an act of kind "${target.kind}" cannot be undone; what a person said of a claim, a finding or a hit can`,
      );
    return [
      {
        ...draftBy(signature, 'undone', { undoes: target.id, reason: signature.reason ?? null }),
        supersedes: target.id as ActId,
      },
    ];
  };
}
