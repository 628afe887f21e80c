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
 * A claim read from a mail, with the rule that says whose it is; what the mail tells of others has passed through it. Undefined for
 * what is no evidence: a letter tells of many things in its own words, and only of an event or a figure somebody may ask where it is from.
 */
export function asOfMail(claim: Claim, sender: Claimant): Claim | undefined {
  const passed = [claim.claimant, ...claim.relay].some(({ name }) => name === sender.name);
  if (claim.claimant.name === sender.name) {
    if (claim.predicate === 'said' && claim.quantities.length === 0) return undefined;
    return { ...claim, rules: [...claim.rules, `speaker:${RULE}`] };
  }
  if (passed) return claim;
  const basis = claim.basis === undefined ? {} : { basis: { ...claim.basis, relay: 'carried' as const } };
  return { ...claim, ...basis, relay: [...claim.relay, sender] };
}
