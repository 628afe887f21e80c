import type { Claim, Claimant } from '../model/claim.ts';

/** Longer names are cut: a header holds whatever somebody wrote there. */
const LONGEST_NAME = 80;

/**
 * Who says what a mail says. Its header proves nobody, so that the mail itself is named, with what it states of its sender; and a
 * claimant that is not known binds together what may be one origin, makes nothing more than an allegation, and is never taken for
 * somebody of that name.
 */
export function claimantOfMail(name: string | null): Claimant {
  if (name === null) return { name: 'a mail that gives an address for its sender', kind: 'unnamed' };
  // Marks of its own could end the quotation, and signs without a shape could turn the words round.
  const plain = name
    .replace(/["“”„«»]/gu, '’')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const short = plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME).trimEnd()}…`;
  return { name: `a mail that names “${short}” as its sender`, kind: 'unnamed' };
}

/** The rule by which a claim is the sender's. */
const RULE = 'mail-sender';

/**
 * A claim of the sender of a mail, with the rule that says so; undefined for what is no evidence. A letter tells of many things in its
 * own words, and only of an event or a figure somebody may ask where it is from; what it tells of others is hearsay of somebody whom
 * nobody knows, and would stand under the name of a ministry as if that had said it.
 */
export function asOfMail(claim: Claim, sender: Claimant): Claim | undefined {
  if (claim.claimant.name !== sender.name) return undefined;
  if (claim.predicate === 'said' && claim.quantities.length === 0) return undefined;
  return { ...claim, rules: [...claim.rules, `speaker:${RULE}`] };
}
