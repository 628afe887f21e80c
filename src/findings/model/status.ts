import type { Claim } from '../../claims/model/claim.ts';
import { attributedName } from './claimant-name.ts';
import { counts } from './counting.ts';
import type { FindingStatus } from './finding.ts';
import { challengeStands, type Hearing } from './hearing.ts';
import { stanceOf } from './reply-stance.ts';

/** What the status rules look at. */
export type StatusGrounds = {
  readonly claims: readonly Claim[];
  /** Claims that deny what these allege. */
  readonly denials: readonly Claim[];
  /** Whether a denial names what the allegation leaves open, and so denies a part of it at most. */
  inPart(denial: Claim): boolean;
  /** Whether figures of these claims exclude each other. */
  readonly contradicted: boolean;
  /** Independent origins behind the claims; origins that are not known count as one. */
  readonly origins: number;
  readonly hearing: Hearing;
};

/**
 * The status of a finding by rule, with the rule as a sentence. Independence is counted by origin, never by the number of
 * claims: many outlets that repeat one statement are one origin.
 */
export function statusOf({ claims, denials, inPart, contradicted, origins, hearing }: StatusGrounds): {
  status: FindingStatus;
  reason: string;
  /** Of a contested finding behind which no two independent origins stand: what does. */
  onOneOrigin?: string;
} {
  const standing = claims.filter(counts);
  if (standing.length === 0) return { status: 'withdrawn', reason: 'Every claim behind it was rejected or withdrawn.' };
  const contested = [
    ...(contradicted
      ? ['Figures of the claims behind it exclude each other, if they are of one thing, as the program reads them.']
      : []),
    ...deniedBy(denials, inPart),
    ...denialsInReplies(hearing),
    ...challenges(hearing),
  ];
  const support = supportOf(standing, origins);
  // A finding that is denied may rest on one origin all the same: the one does not hide the other.
  if (contested.length > 0)
    return {
      status: 'contested',
      reason: contested.join(' '),
      ...(support.status === 'corroborated' ? {} : { onOneOrigin: support.reason }),
    };
  return support;
}

/** What stands behind a finding, as far as nobody contests it. */
function supportOf(standing: readonly Claim[], origins: number): { status: FindingStatus; reason: string } {
  if (standing.every((claim) => claim.claimant.kind === 'unnamed')) {
    return { status: 'alleged', reason: 'No named claimant stands behind it.' };
  }
  if (origins >= 2) return { status: 'corroborated', reason: `${origins} independent origins stand behind it.` };
  return {
    status: 'single-source',
    reason:
      standing.length === 1
        ? `One claim stands behind it, by ${namesOf(standing)}.`
        : `${standing.length} claims stand behind it, but they are not shown to be independent of each other.`,
  };
}

/** Who denies the whole, and who denies what may be a part of it. */
function deniedBy(denials: readonly Claim[], inPart: StatusGrounds['inPart']): readonly string[] {
  const [parts, wholes] = [denials.filter((denial) => inPart(denial)), denials.filter((denial) => !inPart(denial))];
  return [
    ...(wholes.length > 0 ? [`Denied by ${namesOf(wholes)}.`] : []),
    ...(parts.length > 0 ? [`What may be a part of it is denied by ${namesOf(parts)}.`] : []),
  ];
}

/** Replies in which a party denies what is alleged, each as a sentence. */
function denialsInReplies({ replies }: Hearing): readonly string[] {
  return replies
    .filter((reply) => stanceOf(reply) === 'denies')
    .map(({ party, received }) => `Denied by ${party} in a reply of ${received}.`);
}

function challenges({ challenges: all }: Hearing): readonly string[] {
  return all
    .filter(challengeStands)
    .map(
      ({ from, date, credibility }) =>
        `Challenged by ${from} on ${date}${credibility === null ? '; the challenge was not weighed yet' : ''}.`,
    );
}

function namesOf(claims: readonly Claim[]): string {
  const names = [...new Set(claims.map(({ claimant, relay }) => attributedName(claimant, relay)))];
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
