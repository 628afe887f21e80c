import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim, Roles } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-14' });
}

const namesOf = (roles: Roles) => [roles.agent, roles.object, roles.recipient].map((names) => (names ?? []).join(', '));

const told = ({ claimant, polarity, modality, predicate, roles, quantities }: Claim) => [
  `${claimant.name} ${polarity} ${modality} ${predicate}`,
  ...namesOf(roles),
  quantities.map(({ raw }) => raw).join('; '),
];

describe('who does a deed, and what belongs to another', () => {
  test.each<[string, string[][]]>([
    [
      "Latvia sent armoured vehicles to Haftar's forces and Malta sent drones to Chad.",
      [
        ['Nordic Wire asserts states transferred', 'Latvia', 'armoured vehicles', "Haftar's forces", ''],
        ['Nordic Wire asserts states transferred', 'Malta', 'drones', 'Chad', ''],
      ],
    ],
    [
      'Latvia delivered 300 drones to Chad in March and Malta sent 20 more in April.',
      [
        ['Nordic Wire asserts states transferred', 'Latvia', 'drones', 'Chad', '300 drones'],
        ['Nordic Wire asserts states transferred', 'Malta', '', '', '20'],
      ],
    ],
    [
      'Latvia allowed Malta to send tanks to Chad.',
      [['Nordic Wire asserts states transferred', 'Malta', 'tanks', 'Chad', '']],
    ],
    [
      'Latvia helped the army to ship rifles to Chad.',
      [['Nordic Wire asserts states transferred', 'army', 'rifles', 'Chad', '']],
    ],
    ['Latvia refused to let Malta send armoured vehicles to Chad.', []],
    ['Latvia did not allow Malta to send armoured vehicles to Chad.', []],
    [
      'Rifles were sent to Chad by rail and radars by air.',
      [['Nordic Wire asserts states transferred', '', 'Rifles', 'Chad', '']],
    ],
    [
      'Latvia sold none of the rifles to Chad.',
      [['Nordic Wire denies states transferred', 'Latvia', 'rifles', 'Chad', '']],
    ],
    ['Chad bought nothing from the company.', [['Nordic Wire denies states procured', 'Chad', '', '', '']]],
    [
      'The ministry would not confirm or deny that Latvia had sold rifles to Chad.',
      [['unnamed asserts alleges transferred', 'Latvia', 'rifles', 'Chad', '']],
    ],
    [
      'The Panel notes that Chad neither confirmed nor denied that it had received radars from Latvia.',
      [['Panel asserts states said', 'Chad', '', '', '']],
    ],
    [
      'Latvia sold radars to Chad and may have sold rifles to Togo.',
      [
        ['Nordic Wire asserts states transferred', 'Latvia', 'radars', 'Chad', ''],
        ['Nordic Wire asserts assesses transferred', 'Latvia', 'rifles', 'Togo', ''],
      ],
    ],
    [
      'If Latvia sells rifles to Chad, Malta will send radars to Togo.',
      [['Nordic Wire asserts assesses transferred', 'Malta', 'radars', 'Togo', '']],
    ],
    [
      'Latvia shipped coal to Chad and oil from Malta to Togo.',
      [['Nordic Wire asserts states transferred', 'Latvia', 'coal', 'Chad', '']],
    ],
    [
      'Latvia, which sold radars to Chad, and Malta, which sold rifles to Togo, are members.',
      [
        ['Nordic Wire asserts states transferred', 'Latvia', 'radars', 'Chad', ''],
        ['Nordic Wire asserts states transferred', 'Malta', 'rifles', 'Togo', ''],
      ],
    ],
    [
      'Latvia sold radars to Chad, Malta reported, and sent rifles to Togo.',
      [
        ['Malta asserts alleges transferred', 'Latvia', 'radars', 'Chad', ''],
        ['Malta asserts alleges transferred', 'Latvia', 'rifles', 'Togo', ''],
      ],
    ],
    [
      'Latvia sold 40 rifles to Chad, which paid $2 million for them.',
      [
        ['Nordic Wire asserts states transferred', 'Latvia', 'rifles', 'Chad', '40 rifles'],
        ['Nordic Wire asserts states financed', 'Chad', '$2 million', '', '$2 million'],
      ],
    ],
    [
      'A firm offered to sell 20 boats to Chad and delivered six of them.',
      [['Nordic Wire asserts states said', 'firm', '', '', '20 boats; six']],
    ],
    [
      'Hackers stole $40 million, and exchanges froze $2 million of it.',
      [
        ['Nordic Wire asserts states stole', 'Hackers', '$40 million', '', '$40 million'],
        ['Nordic Wire asserts states said', '', '', '', '$2 million'],
      ],
    ],
    [
      'Latvia sent no tanks to Chad, but it repaired 30 armoured vehicles.',
      [
        ['Nordic Wire denies states transferred', 'Latvia', 'tanks', 'Chad', ''],
        ['Nordic Wire asserts states said', '', '', '', '30 armoured vehicles'],
      ],
    ],
    [
      "A bank processed $40 million for two firms that had supplied engines to Chad's army.",
      [
        ['Nordic Wire asserts states said', '', '', '', '$40 million'],
        ['Nordic Wire asserts states transferred', 'firms', 'engines', "Chad's army", 'two firms'],
      ],
    ],
    [
      'The Committee received notifications of 12,000 barrels from Latvia and 43,000 barrels from Malta.',
      [['Nordic Wire asserts states said', 'Committee', '', '', '12,000 barrels; 43,000 barrels']],
    ],
    [
      'Latvia has delivered 14 battle tanks and Malta 18 to Chad.',
      [['Nordic Wire asserts states transferred', 'Latvia', 'battle tanks', 'Chad', '14 battle tanks']],
    ],
    [
      "The group supplied the rebels with missiles and Hale's forces with trucks.",
      [['Nordic Wire asserts states transferred', 'group', 'missiles', 'rebels', '']],
    ],
    [
      'On 7 June the Ada Konk transferred oil to the Un Hung 8, and on 9 June to the Chon Ma San.',
      [['Nordic Wire asserts states transferred', 'Ada Konk', 'oil', 'Un Hung 8, Chon Ma San', '']],
    ],
    [
      'Latvia gave the army 40 radars and the navy 12 boats.',
      [['Nordic Wire asserts states transferred', 'Latvia', 'radars', 'army', '40 radars; 12 boats']],
    ],
    [
      'Rebels fired 12 rockets at the port and 4 missiles at the airport.',
      [
        ['Nordic Wire asserts states fired', 'Rebels', 'rockets', 'port', '12 rockets'],
        ['Nordic Wire asserts states fired', 'Rebels', 'missiles', 'airport', '4 missiles'],
      ],
    ],
    [
      'Rebels attacked the port with drones and the airport with missiles.',
      [
        ['Nordic Wire asserts states attacked', 'Rebels', 'port', '', ''],
        ['Nordic Wire asserts states attacked', 'Rebels', 'airport', '', ''],
      ],
    ],
  ])('%s', async (text, expected) => {
    expect((await claimsOf(text)).map(told)).toEqual(expected);
  });
});

describe('one claim a deed with parties of its own', () => {
  test.each<[string, string[][]]>([
    [
      'Latvia shipped 40 radars to Chad and received 12 rifles from Togo.',
      [
        ['Latvia', 'radars', 'Chad'],
        ['Togo', 'rifles', 'Latvia'],
      ],
    ],
    [
      'Latvia sold 40 radars to Chad, while Malta sold 12 boats to Togo.',
      [
        ['Latvia', 'radars', 'Chad'],
        ['Malta', 'boats', 'Togo'],
      ],
    ],
    [
      'Latvia exported 300 tonnes of coal to Chad in March and 90 tonnes of steel to Togo in April.',
      [
        ['Latvia', 'coal', 'Chad'],
        ['Latvia', 'steel', 'Togo'],
      ],
    ],
    [
      'The army received boats from Malta and radars from Latvia.',
      [
        ['Malta', 'boats', 'army'],
        ['Latvia', 'radars', 'army'],
      ],
    ],
    [
      'Twelve rifles were handed to Chad by Latvia, while 40 radars were sent to Togo by Malta.',
      [
        ['Latvia', 'rifles', 'Chad'],
        ['Malta', 'radars', 'Togo'],
      ],
    ],
    [
      'Latvia sold rifles to Chad, sent radars to Togo and shipped boats to Malta.',
      [
        ['Latvia', 'rifles', 'Chad'],
        ['Latvia', 'radars', 'Togo'],
        ['Latvia', 'boats', 'Malta'],
      ],
    ],
    [
      'Latvia sold rifles to a broker, who sold radars to Chad.',
      [
        ['Latvia', 'rifles', 'broker'],
        ['broker', 'radars', 'Chad'],
      ],
    ],
    [
      'Chad, which received 12 drones from Malta, supplied mortars to rebels in Togo.',
      [
        ['Malta', 'drones', 'Chad'],
        ['Chad', 'mortars', 'rebels'],
      ],
    ],
    [
      'The army received 12 guns from Malta and the rival militia received 30 mortars from Chad.',
      [
        ['Malta', 'guns', 'army'],
        ['Chad', 'mortars', 'rival militia'],
      ],
    ],
    [
      'Latvia sent 14 tanks to Chad and Malta sent 18.',
      [
        ['Latvia', 'tanks', 'Chad'],
        ['Malta', '', ''],
      ],
    ],
    [
      'The militia attacked a convoy near Goma, and the army attacked a camp near Bunia.',
      [
        ['militia', 'convoy', ''],
        ['army', 'camp', ''],
      ],
    ],
    ['Latvia took 40 tonnes of coal to Chad.', [['Latvia', 'coal', 'Chad']]],
    [
      'Cyprus exported cement to Chad, Togo and Benin, and Malta exported steel to Mali.',
      [
        ['Cyprus', 'cement', 'Chad, Togo, Benin'],
        ['Malta', 'steel', 'Mali'],
      ],
    ],
    [
      'The ship Delta carried 60 tonnes of coal to Chad, then carried 30 tonnes of steel to Malta.',
      [
        ['ship Delta', 'coal', 'Chad'],
        ['ship Delta', 'steel', 'Malta'],
      ],
    ],
    [
      'Togo said it neither sold arms to Mali nor bought rifles from it.',
      [
        ['Togo', 'arms', 'Mali'],
        ['Togo', 'rifles', ''],
      ],
    ],
    // One deed, however many take part in it.
    ['Latvia shipped drones and missiles to Chad and Togo.', [['Latvia', 'drones, missiles', 'Chad, Togo']]],
    ['Latvia sent 12 guns, 40 radars and 6 boats to Chad.', [['Latvia', 'guns, radars, boats', 'Chad']]],
    ['Latvia sold rifles to Chad and to Togo.', [['Latvia', 'rifles', 'Chad, Togo']]],
    ['The broker sold and delivered 80 engines to Chad.', [['broker', 'engines', 'Chad']]],
    ['Latvia received 40 rifles from Chad and Togo.', [['Chad, Togo', 'rifles', 'Latvia']]],
    ['Latvia sold 40 rifles to a broker and shipped them to Chad.', [['Latvia', 'rifles', 'broker, Chad']]],
    ['The ship carried 40 tonnes of coal from Malta via Togo to Chad.', [['ship', 'coal', 'Chad']]],
    ['Rebel forces shelled a depot in Goma, killing three soldiers.', [['Rebel forces', 'depot, soldiers', '']]],
  ])('%s', async (text, deeds) => {
    expect((await claimsOf(text)).map(({ roles }) => namesOf(roles))).toEqual(deeds);
  });

  test('each has its own figures, time, place, vessel and passage', async () => {
    const text =
      'In 2023 the tanker Amber Star delivered 900 barrels of diesel to Nampo, while the tanker Blue Heron took 3,000 tonnes of coal to Ningbo.';
    const [first, second, ...rest] = await claimsOf(text);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      quote: 'In 2023 the tanker Amber Star delivered 900 barrels of diesel to Nampo',
      quantities: [{ raw: '900 barrels of diesel' }],
      when: { raw: 'In 2023' },
      roles: { vessel: ['Amber Star'] },
    });
    expect(second).toMatchObject({
      quote: 'the tanker Blue Heron took 3,000 tonnes of coal to Ningbo.',
      quantities: [{ raw: '3,000 tonnes of coal' }],
      when: { raw: 'In 2023' },
      roles: { vessel: ['Blue Heron'] },
    });
    expect([first, second].map((claim) => text.slice(claim!.start, claim!.end))).toEqual([first!.quote, second!.quote]);
  });

  test('the time of one is not that of another', async () => {
    const [first, second] = await claimsOf('Latvia sold 40 radars to Chad in 2022, while Malta sold 12 boats to Togo.');
    expect(first).toMatchObject({ when: { raw: 'in 2022' }, quantities: [{ window: { from: '2022-01-01' } }] });
    expect(second!.when).toEqual({ from: null, to: null, raw: null });
    expect(second!.quantities[0]).not.toHaveProperty('window');
    const later = await claimsOf('In 2022 Latvia sold radars to Chad; Malta sold boats to Togo.');
    expect(later.map(({ when }) => when.raw)).toEqual(['In 2022', null]);
  });

  test('all are said by the same one, whose words the passages hold', async () => {
    const claims = await claimsOf(
      'Latvia sold 40 radars to Chad, while Malta sold 12 boats to Togo, the Panel of Experts said.',
    );
    expect(claims.map(({ claimant, quote }) => [claimant.name, quote])).toEqual([
      [
        'Panel of Experts',
        'Latvia sold 40 radars to Chad, while Malta sold 12 boats to Togo, the Panel of Experts said',
      ],
      ['Panel of Experts', 'Malta sold 12 boats to Togo, the Panel of Experts said'],
    ]);
  });

  test('each by who says it, where two speak', async () => {
    const claims = await claimsOf('Latvia sold 3 boats to Togo and, according to Malta, Chad sold 2 radars to Benin.');
    expect(claims.map(({ claimant, roles }) => [claimant.name, ...namesOf(roles)])).toEqual([
      ['Nordic Wire', 'Latvia', 'boats', 'Togo'],
      ['Malta', 'Chad', 'radars', 'Benin'],
    ]);
  });

  test.each<[string, string[]]>([
    ['Latvia has not sold rifles to Chad or received boats from Malta.', ['denies', 'denies']],
    ['Neither Latvia nor Malta sold rifles to Chad or received boats from it.', ['denies', 'denies']],
    ['Latvia denied having sold pumps to Chad or rifles to Togo.', ['denies', 'denies']],
    ['Latvia did not sell rifles to Chad but received boats from Malta.', ['denies', 'asserts']],
    ['Latvia denied that it had shipped oil to Chad or received shells from Togo.', ['denies', 'denies']],
    ['Latvia said it had not sold oil to Chad and that Malta sold boats to Togo.', ['denies', 'asserts']],
  ])('denied or asserted each for itself: %s', async (text, polarities) => {
    expect((await claimsOf(text)).map(({ polarity }) => polarity)).toEqual(polarities);
  });
});
