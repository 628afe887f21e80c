import { describe, expect, test } from 'vitest';
import { compareQuantities } from '../comparison/comparison.ts';
import { extractQuantities } from './quantity-extraction.ts';

describe('the killed and the injured are counted apart', () => {
  test.each([
    ['Mortar fire left 12 dead and 30 injured.', ['person killed 12', 'person injured 30']],
    ['At least 14 people were killed and 70 wounded in Tikrit.', ['person killed 14', 'person injured 70']],
    ['The raid killed three people and injured 64 others.', ['person killed 3', 'person injured 64']],
    ['Shelling killed nine and hurt 31.', ['person killed 9', 'person injured 31']],
    ['Two drones hit a depot, killing 3 and wounding 20.', ['drone 2', 'person killed 3', 'person injured 20']],
    ['The ministry recorded 14 deaths and 41 injuries.', ['person killed 14', 'person injured 41']],
    ['Some 300 people have been killed and 9,000 displaced.', ['person killed 240', 'person displaced 9000']],
    ['Fifty soldiers killed three villagers.', ['soldier 50', 'person killed 3']],
    ['The brigade sent 40 soldiers.', ['soldier 40']],
    [
      'At least 30 guards sent to hold the bridge in May have been killed and 270 have been hurt.',
      ['person killed 30', 'person injured 270'],
    ],
    ['About 3,000 guards were killed or wounded.', ['person killed or injured 2400']],
    ['Some 200 people died, while 900 have been forcibly displaced.', ['person killed 160', 'person displaced 900']],
    ['The army has so far murdered over 300 and arrested 2,300 more.', ['person killed 300', 'person 2300']],
    ['The firm paid $40 million. Police arrested 2,500.', ['USD 40000000', 'person 2500']],
    ['Twenty men were killed and 30 were captured.', ['person killed 20', 'person 30']],
  ])('%s', (text, expected) => {
    expect(extractQuantities(text).map((quantity) => `${quantity.counts} ${quantity.low}`)).toEqual(expected);
  });

  test('who was killed narrows the count, and the two kinds never compare', () => {
    const [killed, hurt] = extractQuantities('The blast killed 14 civilians and hurt 70.');
    expect(killed?.of).toBe('civilian');
    expect(compareQuantities(killed!, hurt!).relation).toBe('incomparable');
  });
});

describe('figures that count nothing', () => {
  test.each([
    'Call +372 555 01 77, ext. 4410.',
    'Nolan, 44, left her post.',
    'Exports fell; 2024 was no better.',
    'See pages 12-19 of the annex.',
    'He is one of the few who stayed.',
  ])('%s', (text) => expect(extractQuantities(text)).toEqual([]));

  test('a plural that looks like a verb is what is counted', () => {
    expect(
      extractQuantities('The tankers made 43 port calls and 6 supply runs.').map((quantity) => quantity.counts),
    ).toEqual(['port call', 'supply run']);
  });
});
