import { describe, expect, it } from 'vitest';
import type { Claim } from '../../claims/model/claim.ts';
import { builtInPorts } from '../../tracks/places/port.ts';
import { statedDays } from './stated-days.ts';
import { statedCall } from './stated-in-claims.ts';
import { takenBackIn } from './taken-back.ts';

const DAY = '14 May 2021';

function stated(quote: string, raw = DAY) {
  return statedDays({
    quote,
    when: { raw, from: '2021-05-14', to: '2021-05-14' },
    basis: { when: 'explicit' },
  } as Claim);
}

function called(quote: string): Claim {
  return {
    id: `c-${quote.length}`,
    predicate: 'called-at',
    polarity: 'asserts',
    modality: 'states',
    status: 'proposed',
    quote,
    roles: { vessel: ['Pyol Hae'], destination: ['Nampo'] },
    when: { raw: DAY, from: '2021-05-14', to: '2021-05-14' },
    basis: { when: 'explicit', destination: 'explicit' },
  } as unknown as Claim;
}

describe('the days that a claim states', () => {
  it.each(['on', 'during the night of', 'early in the harbour on'])(
    'are those that it is said to have been %s',
    (words) => {
      expect(stated(`She called at Nampo ${words} ${DAY}.`)).not.toBeNull();
    },
  );

  it.each([
    `She called at Nampo on or about ${DAY}.`,
    `She called at Nampo around ${DAY}.`,
    `She called at Nampo no later than ${DAY}.`,
    `She called at Nampo by ${DAY}.`,
    `She called at Nampo in the week of ${DAY}.`,
    `She called at Nampo probably on ${DAY}.`,
    `She called at Nampo at the earliest on ${DAY}.`,
    `She called at Nampo on ${DAY} or a week later.`,
    `She called at Nampo on ${DAY}, or thereabouts.`,
  ])('are none where a day is only near: %s', (quote) => {
    expect(stated(quote)).toBeNull();
  });
});

describe('a call that is laid beside tracks', () => {
  const call = (quote: string) => statedCall(called(quote), builtInPorts());

  it('is one that its claimant states', () => {
    expect(call(`The Pyol Hae (IMO 9000015) called at Nampo on ${DAY}, the port said.`)).not.toBeNull();
  });

  it.each([
    `The Pyol Hae (IMO 9000015) was said to have called at Nampo on ${DAY}, but this was wrong, the port said.`,
    `The Pyol Hae (IMO 9000015) was alleged to have called at Nampo on ${DAY}, the port said.`,
    `The port withdrew its statement that the Pyol Hae (IMO 9000015) called at Nampo on ${DAY}.`,
  ])('is none that somebody only passes on or gives up: %s', (quote) => {
    expect(call(quote)).toBeNull();
  });

  it('is none of which the record says that a statement about the ship was given up', () => {
    const claim = called(`The Pyol Hae (IMO 9000015) called at Nampo on ${DAY}, the port said.`);
    const ships = [{ imo: '9000015', mmsi: null }];
    const other = called('The port has withdrawn its statement about the Pyol Hae (IMO 9000015).');
    const elsewhere = called('The port has withdrawn its statement about the Sol Hae (IMO 9000027).');
    expect(takenBackIn([claim, other])(claim, ships)).toBe(true);
    expect(takenBackIn([claim, elsewhere])(claim, ships)).toBe(false);
  });
});
