import type { Claim } from '../../claims/model/claim.ts';
import { plainName } from '../../core/plain-name.ts';
import type { Incident } from '../../findings/comparison/incident.ts';
import type { Finding } from '../../findings/model/finding.ts';
import type { ActDraft, ActId } from '../../record/log/act.ts';
import { jsonOf } from '../acts/acquire.ts';
import { canBeUndone } from '../acts/act-table.ts';
import { supersededActs } from '../acts/superseded-acts.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import { AppError } from '../errors.ts';

/** What a person wants to log, worded against the record as it stands. @throws AppError when it cannot be said so */
export type ActBuilder = RecordActBuilder | ClaimActBuilder | ItemActBuilder;

/** Worded against the whole record: all texts and claims are read for it. */
export type RecordActBuilder = (snapshot: Snapshot) => readonly ActDraft[] | Promise<readonly ActDraft[]>;

/** Worded against some claims alone: no other text is read for it, however many the record holds. */
export type ClaimActBuilder = {
  readonly claims: readonly string[];
  word(standing: StandingClaims): readonly ActDraft[];
};

/** Worded against the log and some items alone: no text is read for it. What it says of claims is worded against these in turn. */
export type ItemActBuilder = {
  readonly items: ItemsNamed;
  word(standing: StandingItems): readonly ActDraft[] | ClaimActBuilder;
};

/** The items against which acts are worded, by their ids; `findingsOn` are the findings that rest on any of some claims. */
export type ItemsNamed = Partial<
  Readonly<Record<'findings' | 'findingsOn' | 'comparisons' | 'incidents', readonly string[]>>
>;

/** What the log says, and the items that were named, as far as they are there. */
export type StandingItems = Pick<Snapshot, 'acts' | 'evidence'> & {
  readonly findings: readonly Finding[];
  readonly comparisons: readonly StandingComparison[];
  readonly incidents: readonly Incident[];
};

/** A comparison with the claims whose figures stand in it. */
export type StandingComparison = { readonly id: string; readonly title: string; readonly claims: readonly string[] };

/** Claims as they count, in the order in which they were named, and the documents that they are of. */
export type StandingClaims = { readonly claims: readonly Claim[]; readonly documents: readonly ReadDocument[] };

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
export function actBy({ by }: Signature, kind: ActDraft['kind'], body: object): ActDraft {
  return { kind, by: { person: personName(by) }, body: jsonOf(body) };
}

/** Takes an act back by another act; undoing an undoing restores it. @throws AppError `no-such-act`, `refused-by-rule` */
export function buildUndo(signature: Signature, id: string): ItemActBuilder {
  const word = ({ acts }: StandingItems): readonly ActDraft[] => {
    const target = acts.find((act) => act.id === id);
    if (target === undefined)
      throw new AppError('no-such-act', 'there is no such act in this workspace', { place: id });
    if (supersededActs(acts).has(target.id))
      throw new AppError('refused-by-rule', 'this act was taken back already; undo the act that did so to restore it', {
        place: target.id,
      });
    if (!canBeUndone(target))
      throw new AppError(
        'refused-by-rule',
        `an act of kind "${target.kind}" cannot be undone; what a person said of a claim, a finding, a hit or the columns of a table can`,
      );
    return [
      {
        ...actBy(signature, 'undone', { undoes: target.id, reason: signature.reason ?? null }),
        supersedes: target.id as ActId,
      },
    ];
  };
  return { items: {}, word };
}
