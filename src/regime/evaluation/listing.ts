import type { Designation } from '../model/activity.ts';
import type { Considered } from '../model/assessment.ts';
import type { Provision } from '../model/regime.ts';
import type { CompiledRegime } from './compile.ts';
import type { Facts } from './facts.ts';
import { findDesignations, indexDesignations, isParty, namedParty } from './party.ts';

/** A party of the activity that is on a list, on whatever days. */
export type PartyListing = { readonly party: string; readonly designation: Designation };

const indexed = new WeakMap<readonly Designation[], ReturnType<typeof indexDesignations>>();

export function listingsOf(
  compiled: CompiledRegime,
  facts: Facts,
  designations: readonly Designation[] | undefined,
): readonly PartyListing[] {
  if (facts.parties.length === 0) return [];
  const maps = [compiled.designations];
  if (designations) {
    let index = indexed.get(designations);
    if (!index) {
      index = indexDesignations(designations);
      indexed.set(designations, index);
    }
    maps.push(index);
  }
  return facts.parties.flatMap((party) =>
    maps.flatMap((map) => findDesignations(map, party).map((designation) => ({ party, designation }))),
  );
}

export function listedUnder(designation: Designation, provision: Provision, date: string): boolean {
  if (date < designation.listedFrom || (designation.listedTo !== null && date > designation.listedTo)) return false;
  return provision.parties?.listedUnder.some((id) => designation.basis.includes(id)) === true;
}

/** Whether every party of the activity is among those a clause is for; a clause for all parties names none. */
export function concernsOnly(parties: readonly string[], facts: Facts): boolean {
  return parties.length === 0 || facts.parties.every((party) => parties.some((id) => isParty(party, id)));
}

/** Says of each party why its name adds nothing: listed on other days only, a name and no id, or on no list known here. */
export function considerUnlisted(
  compiled: CompiledRegime,
  facts: Facts,
  listings: readonly PartyListing[],
  considered: Considered[],
): void {
  const { date } = facts;
  for (const party of facts.parties) {
    const own = listings.filter((row) => row.party === party).map((row) => row.designation);
    const holding = own.some((row) => row.listedFrom <= date && (row.listedTo === null || date <= row.listedTo));
    if (holding) continue;
    const provision = own[0]?.basis[0] ?? compiled.freezeProvision;
    if (provision === null) continue;
    considered.push({ provision, reason: unlistedReason(compiled, party, own, date) });
  }
}

function unlistedReason(compiled: CompiledRegime, party: string, own: readonly Designation[], date: string): string {
  if (own.length > 0) {
    const days = own
      .map((row) => (date < row.listedFrom ? `from ${row.listedFrom} on` : `until ${row.listedTo}`))
      .join(', ');
    return `${party} was not listed on ${date}: listed ${days}.`;
  }
  const id = namedParty(compiled.partyNames, party);
  return id === undefined
    ? `${party} is on no list known here.`
    : `${party} is a name, and a name alone lists nobody; ${id} is listed under it. Give that id if it is the same party.`;
}
