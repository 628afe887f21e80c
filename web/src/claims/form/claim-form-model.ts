import type { Claim, Role } from '../../../../src/app/workbench/contract/claim.ts';
import { rehedged } from '../../../../src/figures/drawing/words.ts';
import type { ClaimantKind, Modality, Polarity, Predicate, Qualifier, Speech } from '../claim-words.ts';

/** In the order of the form. */
export const FORM_ROLES = [
  'agent',
  'recipient',
  'object',
  'origin',
  'destination',
  'instrument',
  'vessel',
] as const satisfies readonly Role[];

export type PartyValues = { readonly name: string; readonly kind: ClaimantKind; readonly country: string };

/** A quantity as its fields stand in the form: empty text is a value that is not given. */
export type QuantityValues = {
  readonly raw: string;
  readonly counts: string;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly low: string;
  readonly high: string;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly from: string;
  readonly to: string;
  readonly of: string;
  /** What kind of figure it is; empty where nobody has said. */
  readonly nature: string;
  readonly event: string;
  readonly asOf: string;
  /** By which the extractor derived the bounds; falls away as soon as a person sets them. */
  readonly convention: string;
  readonly alternative: string;
  /** Of which series of figures it is one: kept as it is. */
  readonly series: Claim['quantities'][number]['series'];
  /** Whether the bounds were just set again because the qualifier was changed: the form says so. */
  readonly followed: boolean;
};

/** A claim as the form edits it. Lists of names are one name a line, since names have commas. */
export type ClaimValues = {
  readonly start: number;
  readonly end: number;
  readonly claimant: PartyValues;
  readonly relay: readonly PartyValues[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly speech: Speech;
  readonly predicate: Predicate;
  readonly roles: Readonly<Record<Role, string>>;
  readonly quantities: readonly QuantityValues[];
  readonly from: string;
  readonly to: string;
  readonly time: string;
  readonly where: string;
};

export const NEW_PARTY: PartyValues = { name: '', kind: 'person', country: '' };

export const NEW_QUANTITY: QuantityValues = {
  raw: '',
  counts: '',
  unit: '',
  qualifier: 'exactly',
  low: '',
  high: '',
  lowOpen: false,
  highOpen: false,
  from: '',
  to: '',
  of: '',
  nature: '',
  event: '',
  asOf: '',
  convention: '',
  alternative: '',
  series: undefined,
  followed: false,
};

/** An empty claim over a passage, for one added by hand. */
export function newClaimValues(start: number, end: number): ClaimValues {
  return {
    start,
    end,
    claimant: NEW_PARTY,
    relay: [],
    polarity: 'asserts',
    modality: 'states',
    speech: 'reported',
    predicate: 'said',
    roles: { agent: '', recipient: '', object: '', origin: '', destination: '', instrument: '', vessel: '' },
    quantities: [],
    from: '',
    to: '',
    time: '',
    where: '',
  };
}

export function claimValues(claim: Claim): ClaimValues {
  const party = ({ name, kind, country }: Claim['claimant']): PartyValues => ({ name, kind, country: country ?? '' });
  const names = (list: readonly string[] | undefined) => (list ?? []).join('\n');
  return {
    start: claim.start,
    end: claim.end,
    claimant: party(claim.claimant),
    relay: claim.relay.map(party),
    polarity: claim.polarity,
    modality: claim.modality,
    speech: claim.speech,
    predicate: claim.predicate,
    roles: {
      agent: names(claim.roles.agent),
      recipient: names(claim.roles.recipient),
      object: names(claim.roles.object),
      origin: names(claim.roles.origin),
      destination: names(claim.roles.destination),
      instrument: names(claim.roles.instrument),
      vessel: names(claim.roles.vessel),
    },
    quantities: claim.quantities.map((quantity) => ({
      raw: quantity.raw,
      counts: quantity.counts,
      unit: quantity.unit ?? '',
      qualifier: quantity.qualifier,
      low: quantity.low ?? '',
      high: quantity.high ?? '',
      lowOpen: quantity.lowOpen ?? false,
      highOpen: quantity.highOpen ?? false,
      from: quantity.window?.from ?? '',
      to: quantity.window?.to ?? '',
      of: quantity.of ?? '',
      nature: quantity.nature ?? '',
      event: quantity.event ?? '',
      asOf: quantity.asOf ?? '',
      convention: quantity.convention ?? '',
      alternative: quantity.alternative ?? '',
      series: quantity.series,
      followed: false,
    })),
    from: claim.when.from ?? '',
    to: claim.when.to ?? '',
    time: claim.when.raw ?? '',
    where: names(claim.where),
  };
}

/** The claim of the form in the shape that the interface takes. */
export function claimFields(values: ClaimValues): Readonly<Record<string, unknown>> {
  const { start, end, polarity, modality, speech, predicate } = values;
  const party = ({ name, kind, country }: PartyValues) => ({
    name: name.trim(),
    kind,
    ...(country.trim() === '' ? {} : { country: country.trim().toUpperCase() }),
  });
  const roles = FORM_ROLES.map((role) => [role, namesOf(values.roles[role])] as const).filter(
    ([, list]) => list.length > 0,
  );
  return {
    start,
    end,
    claimant: party(values.claimant),
    relay: values.relay.filter(({ name }) => name.trim() !== '').map(party),
    polarity,
    modality,
    speech,
    predicate,
    roles: Object.fromEntries(roles),
    quantities: values.quantities.map(quantityFields),
    when: { from: orNull(values.from), to: orNull(values.to), raw: orNull(values.time) },
    where: namesOf(values.where),
  };
}

/** The fields that a person changed, and only these: what is sent again would be said again by that person. */
export function changedFields(claim: Claim, values: ClaimValues): Readonly<Record<string, unknown>> {
  const before = claimFields(claimValues(claim));
  return Object.fromEntries(
    Object.entries(claimFields(values)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  );
}

/**
 * Sets bounds or qualifier. The bounds follow a qualifier that was changed, where they can; the convention that gave the old
 * bounds no longer holds for those that a person sets.
 */
export function changeQuantity(quantity: QuantityValues, change: Partial<QuantityValues>): QuantityValues {
  const rebound = ['low', 'high', 'qualifier', 'lowOpen', 'highOpen'].some((key) => key in change);
  const changed = { ...quantity, ...change, ...(rebound ? { convention: '' } : {}), followed: false };
  if (change.qualifier === undefined || change.qualifier === quantity.qualifier) return changed;
  const bounds = rehedged(
    { qualifier: quantity.qualifier, low: decimalOf(quantity.low), high: decimalOf(quantity.high) },
    change.qualifier,
  );
  if (bounds === null) return changed;
  const { low, high, lowOpen = false, highOpen = false, convention = '' } = bounds;
  return { ...changed, low: low ?? '', high: high ?? '', lowOpen, highOpen, convention, followed: true };
}

function decimalOf(text: string): string | null {
  const digits = text.replaceAll(',', '').trim();
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? digits : null;
}

function quantityFields(quantity: QuantityValues): Readonly<Record<string, unknown>> {
  const { raw, counts, unit, qualifier, low, high, lowOpen, highOpen, from, to, of, nature, event, asOf } = quantity;
  const given = (key: string, text: string) => (text.trim() === '' ? {} : { [key]: text.trim() });
  return {
    counts: counts.trim(),
    ...given('unit', unit),
    qualifier,
    low: orNull(low),
    high: orNull(high),
    ...(lowOpen ? { lowOpen } : {}),
    ...(highOpen ? { highOpen } : {}),
    raw,
    ...(from === '' && to === '' ? {} : { window: { from: orNull(from), to: orNull(to) } }),
    ...given('of', of),
    ...given('event', event),
    ...given('nature', nature),
    ...given('asOf', asOf),
    ...given('convention', quantity.convention),
    ...given('alternative', quantity.alternative),
    ...(quantity.series === undefined ? {} : { series: quantity.series }),
  };
}

function namesOf(lines: string): readonly string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
