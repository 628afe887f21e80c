import { RegimeError } from '../errors.ts';

export const BALLOTS = ['yes', 'no', 'abstain', 'absent'] as const;
export type Ballot = (typeof BALLOTS)[number];

export type MemberBallot = { readonly member: string; readonly permanent: boolean; readonly ballot: Ballot };

/** One vote as it is put to `tallyBallots`. */
export type BallotsOf = {
  readonly id: string;
  readonly members: readonly MemberBallot[];
  readonly procedural?: boolean | undefined;
};

export type Tally = {
  readonly id: string;
  readonly adopted: boolean;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly absent: number;
  /** The permanent members against, in the order given, when the draft had nine votes and the matter is not procedural. */
  readonly veto: readonly string[];
  readonly reason: string;
};

/** Votes needed: Charter, Article 27(2) and (3), as amended in 1965. */
const NEEDED = 9;

/**
 * The result of a vote of the Council. Article 27(3): nine members in favour and no permanent member against; Article 27(2):
 * nine members in procedural matters. A permanent member's abstention or absence is no veto (constant practice, affirmed by
 * the International Court of Justice in its Namibia opinion of 1971).
 */
export function tallyBallots({ id, members, procedural = false }: BallotsOf): Tally {
  const count = (ballot: Ballot) => members.filter((member) => member.ballot === ballot).length;
  const inFavour = count('yes');
  const against = members.filter((member) => member.permanent && member.ballot === 'no').map((member) => member.member);
  const enough = inFavour >= NEEDED;
  const veto = enough && !procedural ? against : [];
  const adopted = enough && veto.length === 0;
  return {
    id,
    adopted,
    inFavour,
    against: count('no'),
    abstained: count('abstain'),
    absent: count('absent'),
    veto,
    reason: reasonOf({ inFavour, enough, procedural, veto }),
  };
}

function reasonOf(vote: { inFavour: number; enough: boolean; procedural: boolean; veto: readonly string[] }): string {
  const rule = vote.procedural ? 'Article 27(2)' : 'Article 27(3)';
  const votes = `${vote.inFavour} in favour`;
  if (!vote.enough) return `Not adopted: ${votes}, ${NEEDED} needed (${rule}).`;
  if (vote.veto.length > 0)
    return `Not adopted: ${votes}, but ${listInWords(vote.veto)} voted against, with the veto of a permanent member (${rule}).`;
  if (vote.procedural)
    return `Adopted: ${votes}, ${NEEDED} needed; in a procedural matter no member has a veto (${rule}).`;
  return `Adopted: ${votes}, ${NEEDED} needed, and no permanent member against (${rule}).`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listInWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Checks one vote as it comes from a file. @throws RegimeError `ballots-invalid` */
export function parseBallots(value: unknown): BallotsOf {
  const fail = (message: string): never => {
    throw new RegimeError('ballots-invalid', message);
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail('write one object a line: {"id", "members": [{"member", "permanent", "ballot"}], "procedural"}');
  const { id, members, procedural } = value as { id?: unknown; members?: unknown; procedural?: unknown };
  if (typeof id !== 'string' && typeof id !== 'number') return fail('"id" is missing');
  if (!Array.isArray(members)) return fail('"members" is missing; write [{"member", "permanent", "ballot"}]');
  if (procedural !== undefined && procedural !== null && typeof procedural !== 'boolean')
    return fail('"procedural" must be true or false');
  const names = new Set<string>();
  const checked = members.map((row: unknown, index): MemberBallot => {
    const place = `members[${index}]`;
    if (typeof row !== 'object' || row === null) return fail(`${place}: write {"member", "permanent", "ballot"}`);
    const { member, permanent, ballot } = row as { member?: unknown; permanent?: unknown; ballot?: unknown };
    if (typeof member !== 'string' || member === '') return fail(`${place}: "member" is missing`);
    if (names.has(member)) return fail(`${place}: ${member} votes twice`);
    names.add(member);
    if (permanent !== undefined && permanent !== null && typeof permanent !== 'boolean')
      return fail(`${place}: "permanent" must be true or false`);
    if (!BALLOTS.includes(ballot as Ballot)) return fail(`${place}: "ballot" must be ${BALLOTS.join(', ')}`);
    return { member, permanent: permanent === true, ballot: ballot as Ballot };
  });
  return { id: String(id), members: checked, procedural: procedural === true };
}
