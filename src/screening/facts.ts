import { type Entity, valuesOf } from '../entities/entity.ts';
import { isShipNumber, repaintNeighbours } from '../entities/imo.ts';
import { NUMBER_PROPS } from './index/indexed-props.ts';
import { plainNumber, type ScreeningIndex } from './index/screening-index.ts';
import type { CleanQuestion } from './question.ts';
import { findPostings, hashOf } from './words/posting-table.ts';

/** A fact besides the name: what it adds to the support, and whether it lifts or limits the score. */
export type Fact = {
  readonly reason: string;
  readonly support: number;
  /** The score is at least this. */
  readonly floor?: number;
  /** The score is at most this: a veto. */
  readonly cap?: number;
  readonly factor?: number;
  /** Told before the name: numbers identify by themselves. */
  readonly first?: boolean;
};

/** Above this share a contradiction alone keeps a hit below every usual match line. */
export const VETO = 0.5;

/** Entities that share a number with the question, or whose IMO number a repainted hull could show. */
export function judgeNumbers(index: ScreeningIndex, asked: CleanQuestion): Map<number, Fact[]> {
  const found = new Map<number, Fact[]>();
  const add = (entity: number, fact: Fact): void => {
    found.set(entity, [...(found.get(entity) ?? []), fact]);
  };
  const having = (number: string, props: readonly string[]): number[] => {
    const plain = plainNumber(number);
    if (plain.length < 4) return [];
    return [...findPostings(index.arrays.numberKeys, hashOf(plain))].filter((id) =>
      valuesOf(index.entity(id), ...props).some((value) => plainNumber(value) === plain),
    );
  };
  for (const imo of asked.imoNumbers) {
    for (const entity of having(imo, ['imoNumber']))
      add(entity, { reason: `the IMO number ${imo} is the same`, support: 20, floor: 1, first: true });
    const wrong = isShipNumber(imo) ? '' : `; ${imo} itself has a wrong check digit`;
    for (const neighbour of repaintNeighbours(imo))
      for (const entity of having(neighbour, ['imoNumber']))
        add(entity, {
          reason: `IMO ${imo} becomes ${neighbour} when a 3 and an 8 are repainted: the true hull may be IMO ${neighbour}${wrong}`,
          support: 4,
          floor: wrong === '' ? 0.72 : 0.85,
          first: true,
        });
    if (wrong !== '')
      for (const entity of oneDigitAway(imo, having))
        add(entity.id, {
          reason: `IMO ${imo} has a wrong check digit; IMO ${entity.imo} differs in one digit`,
          support: 2,
          floor: 0.71,
          first: true,
        });
  }
  for (const number of asked.numbers)
    for (const entity of having(number, NUMBER_PROPS))
      add(entity, { reason: `the number ${number} is the same`, support: 10, floor: 0.95, first: true });
  return found;
}

function oneDigitAway(
  imo: string,
  having: (number: string, props: readonly string[]) => number[],
): { id: number; imo: string }[] {
  const found: { id: number; imo: string }[] = [];
  const repainted = new Set(repaintNeighbours(imo));
  for (let i = 0; i < imo.length; i++)
    for (let digit = 0; digit < 10; digit++) {
      const other = imo.slice(0, i) + digit + imo.slice(i + 1);
      if (!isShipNumber(other) || repainted.has(other)) continue;
      for (const id of having(other, ['imoNumber'])) found.push({ id, imo: other });
    }
  return found;
}

/** Birth dates, countries, gender and differing hull numbers of one entity. */
export function judgeFacts(entity: Entity, asked: CleanQuestion): Fact[] {
  const facts: Fact[] = [];
  const birth = judgeBirth(asked.birthDates, entity);
  if (birth !== null) facts.push(birth);
  if (asked.gender !== '') {
    const genders = valuesOf(entity, 'gender');
    if (genders.includes(asked.gender)) facts.push({ reason: `gender: ${asked.gender}`, support: 0.3 });
    else if (genders.length > 0)
      facts.push({ reason: `gender differs: ${asked.gender}, listed ${genders.join(', ')}`, support: -3, cap: 0.65 });
  }
  if (asked.countries.length > 0) {
    const countries = valuesOf(
      entity,
      'nationality',
      'citizenship',
      'country',
      'birthCountry',
      'jurisdiction',
      'flag',
      'pastFlags',
    );
    const shared = asked.countries.filter((country) => countries.includes(country));
    if (shared.length > 0) facts.push({ reason: `country: ${shared.join(', ').toUpperCase()}`, support: 1 });
    else if (countries.length > 0)
      facts.push({
        reason: `countries differ: ${asked.countries.join(', ').toUpperCase()}, listed ${countries.join(', ').toUpperCase()}`,
        support: -1,
        factor: 0.95,
      });
  }
  const hulls = entity.schema === 'Vessel' ? valuesOf(entity, 'imoNumber') : [];
  if (hulls.length > 0 && asked.imoNumbers.length > 0 && !asked.imoNumbers.some((imo) => hulls.includes(imo))) {
    const known = asked.imoNumbers.flatMap(repaintNeighbours);
    if (!hulls.some((hull) => known.includes(hull)))
      facts.push({
        reason: `another hull: IMO ${asked.imoNumbers.join(', ')}, listed IMO ${hulls.join(', ')}`,
        support: -6,
        cap: VETO,
      });
  }
  return facts;
}

type Span = { readonly from: string; readonly to: string; readonly exact: boolean };

function spanOf(date: string): Span {
  const [start = '', end = start] = date.split('/');
  return {
    from: start.padEnd(10, start.length === 4 ? '-01-01' : '-01').slice(0, 10),
    to: lastDay(end),
    exact: start === end && start.length === 10,
  };
}

function lastDay(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

/** The best agreement between any asked and any listed birth date; ranges agree when they overlap. */
function judgeBirth(asked: readonly string[], entity: Entity): Fact | null {
  const listed = entity.values.filter((value) => value.prop === 'birthDate');
  if (asked.length === 0 || listed.length === 0) return null;
  let best: Fact | null = null;
  for (const a of asked)
    for (const value of listed) {
      const fact = compareBirth(a, value.value, /circa|approx/i.test(value.note ?? ''));
      if (best === null || fact.support > best.support) best = fact;
    }
  return best;
}

function compareBirth(asked: string, listed: string, circa: boolean): Fact {
  const [a, b] = [spanOf(asked), spanOf(listed)];
  if (a.exact && b.exact && a.from === b.from) return { reason: `born ${asked}`, support: 5 };
  if (a.from <= b.to && b.from <= a.to)
    return {
      reason: `born ${asked}, listed ${listed}`,
      support: asked.includes('/') || listed.includes('/') ? 1.5 : 2,
    };
  const years = Math.abs(Number(a.from.slice(0, 4)) - Number(b.from.slice(0, 4)));
  const gap =
    a.from > b.to
      ? Number(a.from.slice(0, 4)) - Number(b.to.slice(0, 4))
      : Number(b.from.slice(0, 4)) - Number(a.to.slice(0, 4));
  const apart = Math.min(Math.abs(gap), years);
  const swapped =
    a.exact &&
    b.exact &&
    apart === 0 &&
    a.from.slice(5, 7) === b.from.slice(8, 10) &&
    a.from.slice(8, 10) === b.from.slice(5, 7);
  if (swapped) return { reason: `born ${asked}, listed ${listed}: day and month may be exchanged`, support: 3 };
  if (apart === 0) return { reason: `born in one year, on other days: ${asked}, listed ${listed}`, support: 0 };
  if (circa && apart <= 3) return { reason: `born ${asked}, listed about ${listed}`, support: 0.5 };
  if (apart <= 1) return { reason: `born ${asked}, listed ${listed}`, support: -0.5, factor: 0.95 };
  if (apart <= 4)
    return { reason: `born ${asked}, listed ${listed}: ${apart} years apart`, support: -2.5, factor: 0.85 };
  return { reason: `born ${asked}, listed ${listed}: ${apart} years apart`, support: -6, cap: VETO };
}
