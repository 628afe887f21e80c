import type { Incident } from '../../findings/comparison/incident.ts';
import type { ActDraft } from '../../record/log/act.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import type { ClaimActBuilder, RecordActBuilder, Signature } from './act-builder.ts';
import { buildLink, noClaim } from './claim-acts.ts';

/** Acts of people on incidents: each is a judgement on two claims, so that undoing one leaves the others. */

/** Makes one incident of claims that a person chose: each is judged to speak of what the first speaks of. */
export function buildIncident(signature: Signature, ids: readonly string[]): RecordActBuilder {
  const [first, ...others] = [...new Set(ids)];
  if (first === undefined || others.length === 0)
    throw new AppError('bad-option', 'an incident is made of at least two claims');
  return (snapshot) => others.flatMap((id) => linkIn(snapshot, buildLink(signature, first, id, 'same')));
}

function linkIn({ derived }: Snapshot, { claims, word }: ClaimActBuilder): readonly ActDraft[] {
  return word({ claims: claims.map((id) => derived.claimOf(id) ?? noClaim(id)), documents: [] });
}

/** Adds claims to an incident. @throws AppError `no-such-incident`, `no-such-claim` */
export function buildJoining(signature: Signature, incident: string, ids: readonly string[]): RecordActBuilder {
  return async (snapshot) => {
    const { claims: members } = incidentById(snapshot, incident);
    const added = ids.filter((id) => !members.includes(id));
    if (added.length === 0) throw new AppError('bad-option', 'these claims stand in this incident already');
    return await buildIncident(signature, [members[0] ?? '', ...added])(snapshot);
  };
}

/** Takes claims out of an incident: each is judged to speak of another event than every claim that stays. */
export function buildParting(signature: Signature, incident: string, ids: readonly string[]): RecordActBuilder {
  return async (snapshot) => {
    const { claims: members, by } = incidentById(snapshot, incident);
    const strange = ids.find((id) => !members.includes(id));
    if (strange !== undefined || ids.length === 0)
      throw new AppError('bad-option', 'a claim of the incident is needed; this one does not stand in it', {
        place: strange ?? incident,
      });
    const staying = members.filter((id) => !ids.includes(id));
    const pairs = ids.flatMap((id) => staying.map((other) => [id, other] as const));
    // All are taken out: then they are parted from each other.
    const apart = ids.flatMap((id, at) => ids.slice(at + 1).map((other) => [id, other] as const));
    const drafts = (pairs.length > 0 ? pairs : apart).flatMap(([a, b]) =>
      linkIn(snapshot, buildLink(signature, a, b, 'different')),
    );
    // What people linked by way of a claim that goes was judged one event, and stays one.
    const linked = staying.length > 1 && by.some((name) => name !== 'program');
    return [...drafts, ...(linked ? await buildIncident(signature, staying)(snapshot) : [])];
  };
}

function incidentById({ derived }: Snapshot, incident: string): Incident {
  const found = derived.incidents.find(({ id }) => id === incident);
  if (found === undefined)
    throw new AppError('no-such-incident', 'there is no such incident; "panel incidents" lists them', {
      place: incident.slice(0, 80),
    });
  return found;
}
