import { EXTRACTOR_VERSION } from '../../claims/extraction.ts';
import type { Claim, ClaimStatus } from '../../claims/model/claim.ts';
import { claimIdOf } from '../../claims/model/claim-id.ts';
import { CREDIBILITIES, type Credibility } from '../../core/admiralty.ts';
import type { ActDraft } from '../../record/log/act.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { sightOf } from '../derivation/needs-sight.ts';
import { originsBehind } from '../derivation/origins.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type ClaimActBuilder, type Signature, type StandingClaims } from './act-builder.ts';
import { checkClaim, checkFields, EDITABLE } from './claim-input.ts';
import { withBoundsFollowing } from './edited-bounds.ts';

/** Acts of people on claims, as command line and server word them: each logs the whole claim as it is now. */

/**
 * Accepts or rejects claims: one act each. What was read off a picture is accepted one by one, since each must be compared
 * with it.
 * @throws AppError `no-such-claim`; `refused-by-rule` for several at once that were read off pictures
 */
export function buildReviews(
  signature: Signature,
  ids: readonly string[],
  status: Extract<ClaimStatus, 'accepted' | 'rejected'>,
): ClaimActBuilder {
  const word: ClaimActBuilder['word'] = ({ claims, documents }) => {
    const layers = new Map(documents.map(({ document, layer }) => [document as string, layer]));
    const unseen = claims.filter((claim) => sightOf(claim, layers.get(claim.document))?.needed === true);
    if (status === 'accepted' && ids.length > 1 && unseen.length > 0)
      throw new AppError(
        'refused-by-rule',
        `${unseen.length} of these claims were read off a picture by a program, which misreads figures: accept each by itself, next to the picture`,
        { place: unseen[0]?.id ?? '' },
      );
    return claims.map((claim) => reviewDraft(signature, claim, status));
  };
  return { claims: ids, word };
}

/** Corrects a claim. Its id stays, so that what was said of it still holds; the old form stays in the record. */
export function buildEdit(
  signature: Signature,
  id: string,
  changes: Readonly<Record<string, unknown>>,
  option: string,
): ClaimActBuilder {
  checkFields(changes, option, EDITABLE);
  if (Object.keys(changes).length === 0) throw new AppError('bad-option', 'nothing would change', { place: option });
  const word: ClaimActBuilder['word'] = ({ claims, documents }) => {
    const before = claimById(claims, id);
    const { quantities, followed } = withBoundsFollowing(before.quantities, changes.quantities);
    const explained = followed.map((raw) => `edited:bounds-follow-the-qualifier:${raw}`);
    const rules = [...before.rules, 'edited', ...explained];
    // Whoever says again how firmly it is told says it of the whole: "stated" leaves no "may" behind.
    const firm = changes.modality === undefined || changes.modality === before.modality ? {} : { factuality: null };
    const edited = checkClaim({ ...before, ...firm, ...changes, quantities }, documents, rules);
    return [reviewDraft(signature, edited, 'accepted', followed)];
  };
  return { claims: [id], word };
}

/** Adds a claim by hand. It needs a passage of a document that the record holds. */
export function buildAddition(
  signature: Signature,
  given: Readonly<Record<string, unknown>>,
  option: string,
): ActBuilder {
  checkFields(given, option, [...EDITABLE, 'document']);
  return ({ derived }) => [additionDraft(signature, given, derived.documents, ['by-hand'])];
}

/** The act by which a person adds a claim. @throws AppError `no-such-document`, `bad-input` */
export function additionDraft(
  signature: Signature,
  given: Readonly<Record<string, unknown>>,
  documents: Snapshot['derived']['documents'],
  rules: readonly string[],
): ActDraft {
  const claim = checkClaim(given, documents, rules);
  return reviewDraft(signature, { ...claim, id: claimIdOf(claim) }, 'accepted');
}

/** Grades a claim's credibility. Grade 1, "confirmed by other sources", needs a second independent origin. */
export function buildGrade(signature: Signature, id: string, grade: string): ActBuilder {
  if (!(CREDIBILITIES as readonly string[]).includes(grade)) {
    throw new AppError(
      'bad-option',
      `"${grade}" is no grade of credibility; write 1 (confirmed by others) to 6 (cannot be judged)`,
    );
  }
  const credibility = grade as Credibility;
  const { reason = null } = signature;
  const word = (claim: Claim): readonly ActDraft[] => [
    actBy(signature, 'graded', { claim, extractor: EXTRACTOR_VERSION, credibility, reason }),
  ];
  if (credibility !== '1') return { claims: [id], word: ({ claims }: StandingClaims) => word(claimById(claims, id)) };
  return (snapshot) => {
    const claim = claimById(snapshot.derived.claims, id);
    if (!isConfirmed(snapshot, claim)) {
      throw new AppError(
        'refused-by-rule',
        'Grade 1 means confirmed by other sources: there is no second independent origin. Grade it 2, or show independence first (panel claims independent).',
      );
    }
    return word(claim);
  };
}

/** Whether two independent origins speak of the incident that a claim belongs to. */
function isConfirmed({ evidence, derived }: Snapshot, claim: Claim): boolean {
  const incident = derived.incidents.find(({ claims }) => claims.includes(claim.id));
  const together = new Set(incident?.claims ?? [claim.id]);
  // Whoever denies it stands in the same incident and confirms nothing.
  const reporting = derived.claims.filter(({ id, polarity }) => together.has(id) && polarity === claim.polarity);
  return originsBehind(reporting, { evidence, documents: derived.documents, parties: derived.parties }).length >= 2;
}

/** Judges whether two claims speak of one event. */
export function buildLink(
  signature: Signature,
  a: string,
  b: string,
  judgement: 'same' | 'different' | 'unsure',
): ClaimActBuilder {
  if (a === b) throw new AppError('bad-option', 'a claim cannot be linked to itself');
  const reason = signature.reason ?? null;
  return {
    claims: [a, b],
    word: ({ claims }) => [actBy(signature, 'linked', { claims, extractor: EXTRACTOR_VERSION, judgement, reason })],
  };
}

/** Judges where two claimants have their statement from; only this makes two origins independent, so it needs a reason. */
export function buildJudgement(
  signature: Signature,
  a: string,
  b: string,
  judgement: 'derives' | 'common-control' | 'independent',
): ActBuilder {
  const { reason } = signature;
  if (!reason?.trim()) throw new AppError('bad-option', 'a judgement on origins needs its reason: --reason TEXT');
  if (a === b) throw new AppError('bad-option', 'two different claimants are needed for a judgement on origins');
  return ({ derived }) => {
    for (const name of [a, b]) {
      if (!derived.claims.some(({ claimant, relay }) => [claimant, ...relay].some((one) => one.name === name))) {
        throw new AppError('bad-input', `no claim of this workspace names "${name}" as its claimant or relay`);
      }
    }
    return [actBy(signature, 'judged', { origins: [a, b], judgement, reason })];
  };
}

function reviewDraft(
  signature: Signature,
  claim: Claim,
  status: ClaimStatus,
  followed: readonly string[] = [],
): ActDraft {
  const { reason = null } = signature;
  const word = { claim, extractor: EXTRACTOR_VERSION, status, reason };
  return actBy(signature, 'reviewed', followed.length === 0 ? word : { ...word, followed });
}

/** A claim as it counts now. @throws AppError `no-such-claim` */
export function claimById(claims: readonly Claim[], id: string): Claim {
  const claim = claims.find((one) => one.id === id);
  return claim ?? noClaim(id);
}

/** @throws AppError `no-such-claim` */
export function noClaim(id: string): never {
  throw new AppError('no-such-claim', 'there is no such claim in this workspace; "panel claims" lists them', {
    place: id,
  });
}
