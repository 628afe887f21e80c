import { eventClass } from '../../claims/comparison/event-class.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Allegation } from '../model/finding.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { carrierOf, eventsAmong, sidesAmong, speakerOf, waysOf } from './denial.ts';

/** Under what denials of what claims allege are found: by each of the parties, of each kind of act, that leave open or name the same sides. */
export function deniableKeys(
  allegation: Pick<Allegation, 'act' | 'from' | 'to'>,
  claims: readonly Claim[],
): readonly string[] {
  const kinds = [allegation.act, ...[...eventsAmong(claims)].map((event) => `event ${event}`)];
  const fitting = (side: string | null): readonly string[] => (side === null ? [ANY] : [side, OPEN]);
  return keysOf(sidesAmong(allegation, claims), kinds, fitting(allegation.from), fitting(allegation.to));
}

/** Under what a denial is found: by the parties that it names, of each kind of act that it can be of, by whatever sides are asked for. */
export function denyingKeys(denial: Claim): readonly string[] {
  const { from, to } = waysOf(denial);
  return keysOf(partiesOf(denial), kindsOf(denial), [from ?? OPEN, ANY], [to ?? OPEN, ANY]);
}

/** A party that is named on one side is no other one (`isBetween`): of tens of thousands of denials by a State few are of one way. */
const [OPEN, ANY] = ['open', 'any'];

function keysOf(
  parties: ReadonlySet<string>,
  kinds: readonly string[],
  from: readonly string[],
  to: readonly string[],
): readonly string[] {
  const ways = from.flatMap((left) => to.map((right) => `${left}>${right}`));
  return [...parties].flatMap((party) => kinds.flatMap((kind) => ways.map((way) => `${party} ${kind} ${way}`)));
}

/** The States that a denial may be found by: whoever speaks, and whom it names as agent and recipient. */
function partiesOf(claim: Claim): ReadonlySet<string> {
  const { from, to } = waysOf(claim);
  return new Set([speakerOf(claim), carrierOf(claim), from, to].filter((party) => party !== null));
}

/** Under which kinds of act a denial is looked for, as `isSameKind` tells them. */
function kindsOf({ predicate }: Claim): readonly string[] {
  const rule = actRuleOf(predicate);
  if (rule === undefined) return predicate === 'denied' ? ['supply'] : [];
  if (rule.infers !== undefined) return [`event ${eventClass(predicate)}`];
  return [rule.act, ...(rule.workers === undefined ? [] : [rule.workers])];
}
