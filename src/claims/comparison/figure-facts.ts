import { shared } from '../../core/memoized.ts';
import type { DateInterval } from '../../core/time/interval.ts';
import type { Basis } from '../model/basis.ts';
import type { Claim, Role } from '../model/claim.ts';
import { basisOfFigure, basisOfPart } from '../model/part-basis.ts';
import type { FigureSeries, Nature, Quantity } from '../model/quantity.ts';
import { countriesIn, namesPlace } from '../names/mentioned-country.ts';
import { isCapacity } from '../quantities/capacity.ts';
import { isLimit } from '../quantities/limit.ts';
import { eventClass, isReceiving } from './event-class.ts';
import { scopeOf } from './figure-scope.ts';
import { nounName } from './noun-hierarchy.ts';
import { tellsCorrection } from './partial-counts.ts';

/**
 * What a figure is of, as far as its claim says so with certainty: a part that the text leaves open is undefined. By these, and
 * never by the number, two figures are of one thing.
 */
export type FigureFacts = {
  /** Undefined where only the measure is said ("two million barrels"). */
  readonly noun: string | undefined;
  readonly unit: string | undefined;
  readonly of: string | undefined;
  /** Class of the event, as `events.yaml` has it. */
  readonly event: string | undefined;
  /** From whom, or who did it; and to whom: keys of States and names. */
  readonly from: ReadonlySet<string> | undefined;
  readonly to: ReadonlySet<string> | undefined;
  /** Places smaller than a State, in or from or to which it was. */
  readonly where: ReadonlySet<string> | undefined;
  readonly nature: Nature | undefined;
  readonly window: DateInterval | undefined;
  readonly asOf: string | undefined;
  readonly series: FigureSeries | undefined;
  /** What its claim says that was counted in or left out, or of which part or way it is. */
  readonly scope: string | undefined;
  /** Set where its sentence tells of a correction: of one and the same figure there are two. */
  readonly corrected: true | undefined;
};

/** Measures that tell nothing of what is measured. */
const MEASURES = new Set(
  'barrel,tonne,ton,metric ton,metric tonne,kilogram,kilogramme,litre,liter,gallon,cubic metre,cubic meter,dwt,gram'.split(
    ',',
  ),
);

/** Counts of persons by what befell them, as the event that it was. */
const FATES: Readonly<Record<string, string>> = {
  'person killed': 'kill',
  'person injured': 'injure',
  casualty: 'harm',
};

/** The facts of a figure of a claim. */
export function factsOf(claim: Claim, quantity: Quantity): FigureFacts {
  const last = known.get(quantity);
  if (last?.claim === claim) return last.facts;
  const read = readFacts(claim, quantity);
  const facts = oneOf(writeFacts(read), () => read);
  known.set(quantity, { claim, facts });
  return facts;
}

/** A figure belongs to one claim, but for what people do to that. */
const known = new WeakMap<Quantity, { readonly claim: Claim; readonly facts: FigureFacts }>();

const oneOf = shared<FigureFacts>();

/** All that facts say, in a text: equal for figures of which all parts are equal. */
export function writeFacts(facts: FigureFacts): string {
  return JSON.stringify(facts, (_, part) => (part instanceof Set ? [...part].sort() : part));
}

function readFacts(claim: Claim, quantity: Quantity): FigureFacts {
  const { counts, unit, of } = quantity;
  const name = nounName(measuredIn(claim, quantity) ?? counts);
  const fate = FATES[name];
  const isMeasure = unit === undefined && MEASURES.has(name);
  const isReferred = isReferredTo(claim, quantity);
  const stated =
    !isReferred && quantity.event !== undefined && isKnown(basisOfFigure(claim, quantity, 'event'))
      ? quantity.event
      : undefined;
  const event = fate ?? (stated === undefined ? undefined : eventClass(stated));
  const ofEvent = stated !== undefined && eventClass(stated) === eventClass(claim.predicate);
  const sides = ofEvent ? sidesOf(claim, stated) : { from: undefined, to: undefined };
  return {
    noun: isMeasure ? undefined : fate === undefined ? name : nounName(of ?? 'person'),
    unit: rated(isMeasure ? name : unit?.toLowerCase(), claim, quantity),
    of:
      fate === undefined && of !== undefined && isKnown(basisOfFigure(claim, quantity, 'of'))
        ? nounName(of)
        : undefined,
    event,
    ...sides,
    where: isReferred ? undefined : placesOf(claim),
    nature: isReferred ? undefined : natureOf(claim, quantity),
    window: isReferred ? undefined : windowOf(claim, quantity, ofEvent),
    asOf:
      !isReferred && quantity.asOf !== undefined && isKnown(basisOfFigure(claim, quantity, 'asOf'))
        ? quantity.asOf
        : undefined,
    series: quantity.series,
    scope: scopeOf(claim, quantity),
    corrected: tellsCorrection(claim.quote) ? true : undefined,
  };
}

/** "The 40 trucks named in the report had no plates": a figure told before, which its own clause does not count. */
function isReferredTo({ quote }: Claim, { raw }: Quantity): boolean {
  if (/^(?:the|those|these) \d/i.test(raw)) return true;
  const at = quote.indexOf(raw);
  return at > 0 && /\b(?:the|those|these|all|of the)\s+$/i.test(quote.slice(0, at)) && /^\d/.test(raw);
}

/** "28,000 tonnes of anthracite": what stands behind the measure, where the figure as it was read ends before it. */
function measuredIn({ quote }: Claim, { raw, unit, counts }: Quantity): string | undefined {
  const at = quote.indexOf(raw);
  if (unit === undefined || at < 0 || raw.toLowerCase().includes(counts.toLowerCase())) return undefined;
  return /^\s+of\s+(?:the\s+)?(\p{Ll}+)\b/u.exec(quote.slice(at + raw.length))?.[1];
}

/** "2,000 dollars a month": the time of a rate is a part of its unit, so that a month's pay and a year's are no one sum. */
function rated(unit: string | undefined, { quote }: Claim, { raw }: Quantity): string | undefined {
  const at = quote.indexOf(raw);
  const time = at < 0 ? undefined : RATE.exec(quote.slice(at + raw.length))?.[1]?.toLowerCase();
  return time === undefined ? unit : `${unit ?? ''} a ${time}`.trim();
}

const RATE = /^(?:\s+[\p{Ll}-]+){0,2}?\s+(?:an?|per|each|every)\s+(hour|day|week|month|quarter|year)\b/iu;

/** What kind of figure it is: as it was read, else as the words before it or the claim's modality say. */
function natureOf({ quote, modality }: Claim, quantity: Quantity): Nature | undefined {
  if (modality === 'intends') return 'plan';
  if (isCapacity(quantity, quote)) return 'capacity';
  if (isLimit(quantity, quote)) return 'limit';
  return quantity.nature;
}

/** Explicit or carried. */
export function isKnown(basis: Basis): boolean {
  return basis !== 'open';
}

/** The window of the figure itself; else the time of the event, where the figure is of that event. */
function windowOf(claim: Claim, quantity: Quantity, ofEvent: boolean): DateInterval | undefined {
  if (quantity.window !== undefined)
    return isKnown(basisOfFigure(claim, quantity, 'window')) ? quantity.window : undefined;
  const { from, to, raw } = claim.when;
  // "the same period of 2017": a time that is told by another is of the year behind it, which may be another year.
  if (raw !== null && /\bsame\b/i.test(raw)) return undefined;
  if (!ofEvent || (from === null && to === null) || !isKnown(basisOfPart(claim, 'when'))) return undefined;
  return { from, to };
}

/** From whom to whom, by the roles that the event's word gives. */
function sidesOf(claim: Claim, event: string): Pick<FigureFacts, 'from' | 'to'> {
  const agent = keysOf(claim, ['agent']);
  const recipient = keysOf(claim, ['recipient']) ?? keysOf(claim, ['destination']);
  if (isReceiving(event)) return { from: keysOf(claim, ['origin']), to: agent ?? recipient };
  return { from: agent ?? keysOf(claim, ['origin']), to: recipient };
}

/** Places that a claim names, States left out: "exported from Nampo" may be a part of what a State exported. */
function placesOf({ where, roles }: Claim): ReadonlySet<string> | undefined {
  const named = [...where, ...(roles.origin ?? []), ...(roles.destination ?? [])];
  const places = named.filter((name) => isName(name) && namesPlace(name)).map((name) => name.toLowerCase());
  return places.length === 0 ? undefined : sharedSet(places);
}

function keysOf(claim: Claim, roles: readonly Role[]): ReadonlySet<string> | undefined {
  const keys = roles
    .filter((role) => isKnown(basisOfPart(claim, role)))
    .flatMap((role) => claim.roles[role] ?? [])
    .flatMap(partyKeys);
  return keys.length === 0 ? undefined : sharedSet(keys);
}

const oneSet = shared<ReadonlySet<string>>();

/** A hundred thousand figures name a few thousand parties and places: the set of each is held once. */
function sharedSet(keys: readonly string[]): ReadonlySet<string> {
  return oneSet(keys.join('\n'), () => new Set(keys));
}

/** The States that a phrase names, else the name itself; a common noun ("the vessels") names nobody. */
export function partyKeys(phrase: string): readonly string[] {
  const countries = countriesIn(phrase).map(({ country }) => country);
  if (countries.length > 0) return countries;
  return isName(phrase) ? [phrase.toLowerCase().replace(/^the /, '')] : [];
}

/** A phrase with a word written as a name, beyond an article. */
export function isName(phrase: string): boolean {
  return /\p{Lu}/u.test(
    phrase.replace(/^(?:The|A|An|Its|Their|His|Her|These|Those|Some|Several|Two|Three|Both)\s+/, ''),
  );
}
