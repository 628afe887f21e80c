import { describe, expect, it } from 'vitest';
import { claimOf } from '../../../tests/findings/sample-claim.ts';
import { builtInPorts } from '../../tracks/places/port.ts';
import { statedCall } from './stated-in-claims.ts';

const ports = builtInPorts();

/** Whether a sentence on a call "at Nampo WHEN" states days that positions can be held against. */
function states(when: string, raw: string, rest = ''): boolean {
  const quote = `The tanker Amber Lark (IMO 9074729) called at Nampo ${when}${rest}, the Navy said.`;
  const claim = claimOf({
    predicate: 'called-at',
    modality: 'states',
    quote,
    roles: { vessel: ['Amber Lark'], destination: ['Nampo'] },
    when: { from: '2021-06-03', to: '2021-06-03', raw },
  });
  return statedCall(claim, ports) !== null;
}

describe('the days of a call that a claim states', () => {
  it.each([
    ['on 3 June 2021', 'on 3 June 2021'],
    ['on the night of 3 June 2021', '3 June 2021'],
    ['in early June 2021', 'in early June 2021'],
    ['between 2 and 3 June 2021', 'between 2 and 3 June 2021'],
    ['on 3 June 2021 to load coal', 'on 3 June 2021'],
  ])('are held against positions: %s', (when, raw) => {
    expect(states(when, raw)).toBe(true);
  });

  it.each([
    ['on or about 3 June 2021', '3 June 2021'],
    ['around 3 June 2021', '3 June 2021'],
    ['around 3 June 2021', 'around 3 June 2021'],
    ['no later than 3 June 2021', '3 June 2021'],
    ['by 3 June 2021', '3 June 2021'],
    ['some days before 3 June 2021', '3 June 2021'],
    ['between 2 and 3 June 2021 or a week later', 'between 2 and 3 June 2021'],
    ['on 3 June 2021 at the latest', 'on 3 June 2021'],
  ])('are not, where they are only about a day or bound it: %s', (when, raw) => {
    expect(states(when, raw)).toBe(false);
  });

  it('are not, where the sentence says that the report was wrong', () => {
    expect(states('on 3 June 2021', 'on 3 June 2021', ', but that report was wrong')).toBe(false);
  });
});
