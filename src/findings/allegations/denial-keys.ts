import { eventClass } from '../../claims/comparison/event-class.ts';
import type { Claim } from '../../claims/model/claim.ts';
import type { Allegation } from '../model/finding.ts';
import { actRuleOf } from '../naming/act-rules.ts';
import { carrierOf, eventsAmong, sidesAmong, speakerOf, waysOf } from './denial.ts';

/** Under what denials of what claims allege are found: by each of the parties, of each kind of act. */
export function deniableKeys(
  allegation: Pick<Allegation, 'act' | 'from' | 'to'>,
  claims: readonly Claim[],
): readonly string[] {
  return keysOf(sidesAmong(allegation, claims), [
    allegation.act,
    ...[...eventsAmong(claims)].map((event) => `event ${event}`),
  ]);
}

/** Under what a denial is found: by the parties that it names, of each kind of act that it can be of. */
export function denyingKeys(denial: Claim): readonly string[] {
  return keysOf(partiesOf(denial), kindsOf(denial));
}

function keysOf(parties: ReadonlySet<string>, kinds: readonly string[]): readonly string[] {
  return [...parties].flatMap((party) => kinds.map((kind) => `${party} ${kind}`));
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
