import type { Incident } from '../../findings/comparison/incident.ts';
import { AppError } from '../errors.ts';
import type { ClaimActBuilder, ItemActBuilder, Signature, StandingItems } from './act-builder.ts';
import { buildLink, noClaim } from './claim-acts.ts';

/** Acts of people on incidents: each is a judgement on two claims, so that undoing one leaves the others. */

/** Makes one incident of claims that a person chose: each is judged to speak of what the first speaks of. */
export function buildIncident(signature: Signature, ids: readonly string[]): ClaimActBuilder {
  const [first, ...others] = [...new Set(ids)];
  if (first === undefined || others.length === 0)
    throw new AppError('bad-option', 'an incident is made of at least two claims');
  return linkingAll(
    others.map((id) => [first, id]),
    signature,
    'same',
  );
}

type Pair = readonly [string, string];

/** Several judgements on two claims each, worded against all of these at once. */
function linkingAll(pairs: readonly Pair[], signature: Signature, judgement: 'same' | 'different'): ClaimActBuilder {
  const claims = [...new Set(pairs.flat())];
  return {
    claims,
    word: (standing) =>
      pairs.flatMap(([a, b]) => {
        const named = [a, b].map((id) => standing.claims.find((claim) => claim.id === id) ?? noClaim(id));
        return buildLink(signature, a, b, judgement).word({ ...standing, claims: named });
      }),
  };
}

/** Adds claims to an incident. @throws AppError `no-such-incident`, `no-such-claim` */
export function buildJoining(signature: Signature, incident: string, ids: readonly string[]): ItemActBuilder {
  return {
    items: { incidents: [incident] },
    word: (standing) => {
      const { claims: members } = incidentById(standing, incident);
      const added = ids.filter((id) => !members.includes(id));
      if (added.length === 0) throw new AppError('bad-option', 'these claims stand in this incident already');
      return buildIncident(signature, [...members.slice(0, 1), ...added]);
    },
  };
}

/** Takes claims out of an incident: each is judged to speak of another event than every claim that stays. */
export function buildParting(signature: Signature, incident: string, ids: readonly string[]): ItemActBuilder {
  return {
    items: { incidents: [incident] },
    word: (standing) => {
      const { claims: members, by } = incidentById(standing, incident);
      const strange = ids.find((id) => !members.includes(id));
      if (strange !== undefined || ids.length === 0)
        throw new AppError('bad-option', 'a claim of the incident is needed; this one does not stand in it', {
          place: strange ?? incident,
        });
      const staying = members.filter((id) => !ids.includes(id));
      const pairs = ids.flatMap((id) => staying.map((other): Pair => [id, other]));
      // All are taken out: then they are parted from each other.
      const apart = ids.flatMap((id, at) => ids.slice(at + 1).map((other): Pair => [id, other]));
      const parting = linkingAll(pairs.length > 0 ? pairs : apart, signature, 'different');
      // What people linked by way of a claim that goes was judged one event, and stays one.
      const linked = staying.length > 1 && by.some((name) => name !== 'program');
      if (!linked) return parting;
      const joining = buildIncident(signature, staying);
      return {
        claims: [...new Set([...parting.claims, ...joining.claims])],
        word: (named) => [...parting.word(named), ...joining.word(named)],
      };
    },
  };
}

function incidentById({ incidents }: StandingItems, incident: string): Incident {
  const found = incidents.find(({ id }) => id === incident);
  if (found === undefined)
    throw new AppError('no-such-incident', 'there is no such incident; "panel incidents" lists them', {
      place: incident.slice(0, 80),
    });
  return found;
}
