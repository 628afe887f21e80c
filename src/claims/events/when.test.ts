import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

// 12 June 2024 was a Wednesday.
async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Nordic Wire', kind: 'newsroom' }, published: '2024-06-12' });
}

/** From and to of each claim, with the time of its first figure where that has its own. */
async function timesOf(text: string): Promise<string[]> {
  return (await claimsOf(text)).map(({ when, quantities }) => {
    const { from, to } = quantities[0]?.window ?? when;
    return `${from ?? ''}/${to ?? ''}`;
  });
}

test.each([
  // Of those the text is about, and not of what they are compared with; what was done meanwhile; what is set for a day.
  [
    'The report listed 60 raids in May 2024, down from 65 in May 2022. Of these, 46 were foiled.',
    ['2024-05-01/2024-05-31', '2024-05-01/2024-05-31'],
  ],
  ['The campaign grew over the weekend, as Oslo launched strikes.', ['2024-06-08/2024-06-09', '2024-06-08/2024-06-09']],
  ['The judge set sentencing for February 8.', ['2025-02-08/2025-02-08']],
  // A month before an event, a part of a day, and a day counted from another.
  ['Guards seized 40 rifles during a May raid.', ['2024-05-01/2024-05-31']],
  ['Guards seized 40 rifles before dawn on 3 May.', ['2024-05-03/2024-05-03']],
  ['Two days after leaving Oslo on 3 May, the ship reached Lagos.', ['2024-05-03/2024-05-03', '2024-05-05/2024-05-05']],
  // What data cover, what came with what was done, and what a rise is counted from.
  ['Kpler data for March showed that diesel sales rose to 40 tonnes.', ['2024-03-01/2024-03-31']],
  ['The raid hit a market in May, with two people killed.', ['2024-05-01/2024-05-31', '2024-05-01/2024-05-31']],
  ['Police seized 40 rifles, a 60 per cent increase from 2019.', ['/']],
  // A sentence without a verb.
  ['Shipments of 40 tonnes of coal in May.', ['/']],
  // What is said of the last time is when it was done.
  ['The last time trucks were sent to Chad was in October.', ['2023-10-01/2023-10-31']],
  // A time that hangs on the verb, before one that a noun beside it has.
  ['On 10 May 2023, in addition to the 2 March 2022 ban on logs, Chad adopted new quotas.', ['2023-05-10/2023-05-10']],
  ['On 3 May, the envoy spoke to the court on the work of its staff since March.', ['2024-05-03/2024-05-03']],
  // What a thing is found at, and what it is worth, is told of it then.
  [
    'On 3 May, guards seized a vessel carrying 400 tonnes of diesel.',
    ['2024-05-03/2024-05-03', '2024-05-03/2024-05-03'],
  ],
  ['On 3 May, Oslo sanctioned a vessel carrying 400 tonnes of diesel.', ['2024-05-03/2024-05-03', '/']],
  [
    'In 2022 the dogs made 40 finds of drugs valued at 2 million dollars.',
    ['2022-01-01/2022-12-31', '2022-01-01/2022-12-31'],
  ],
  ['Since March, the paper reckons, 30 soldiers have died.', ['2024-03-01/']],
  [
    'Over 60 guards were involved in a sweep that took place on 4 May.',
    ['2024-05-04/2024-05-04', '2024-05-04/2024-05-04'],
  ],
  // What took part in an event is told with it.
  ['It involved an F-15 flying over the northern headquarters on 4 May.', ['2024-05-04/2024-05-04']],
  // A participle that tells the same event once more; what somebody came to, or what befell them, is another.
  ['The Ela made a trip, visiting Narva on 4 May.', ['2024-05-04/2024-05-04', '2024-05-04/2024-05-04']],
  ['Riga sold 40 boats, opening an office in Narva on 4 May.', ['/', '2024-05-04/2024-05-04']],
  ['The Ela left Riga, arriving in Narva on 4 May.', ['/', '2024-05-04/2024-05-04']],
  [
    'The Ela has shuttled coal to Narva, being joined by a second ship named the Mira on 12 May.',
    ['/', '2024-05-12/2024-05-12'],
  ],
  [
    'It took on petrol on 22 May from the Mira, a tanker that had loaded 40 barrels in Narva, according to two brokers.',
    ['2024-05-22/2024-05-22', '/'],
  ],
  // What one doer did in one breath.
  ['Riga closed the office on 4 May and deported 62 staff.', ['2024-05-04/2024-05-04', '2024-05-04/2024-05-04']],
  ['Riga closed the office on 4 May and later deported 62 staff.', ['2024-05-04/2024-05-04', '/']],
  // What is done by doing another thing.
  [
    'In May 2023, Roos worked with two others to use the Ela to carry 40 rifles to Narva.',
    ['2023-05-01/2023-05-31', '2023-05-01/2023-05-31'],
  ],
  ['In May 2023, Oslo worked to carry 40 rifles to Narva.', ['2023-05-01/2023-05-31', '/']],
  // The day of the event after which it was, and of what a thing is named for besides.
  ['Following the test on 4 May, Oslo held talks with Riga.', ['/']],
  ['After the adoption of the text on 4 May, Oslo stopped 40 ships.', ['2024-05-04/2024-05-04', '/']],
  [
    'In the wake of the killing of four officers by a militia on Sunday, Oslo closed the road.',
    ['2024-06-09/2024-06-09', '/'],
  ],
  // What is only said to be so, or called so, has no time of its own.
  ['Oslo launched what appeared to be a rocket on Monday after another failed.', ['2024-06-10/2024-06-10']],
  ['The army of Oslo hit what it described as a camp on Sunday.', ['2024-06-09/2024-06-09']],
  // Told of both.
  [
    'Some 320 men were killed and 765 wounded in just the last week.',
    ['2024-06-05/2024-06-12', '2024-06-05/2024-06-12'],
  ],
  // The day before the one that was told.
  [
    'Crowds of Oslo gathered on 3 May after guards shot 40 men the day before.',
    ['2024-05-03/2024-05-03', '2024-05-02/2024-05-02'],
  ],
  ['Oslo sold 40 boats to Chad, its best buyer in 2021.', ['/']],
  ['Oslo sold 40 boats to Chad nearly ten years ago.', ['/']],
  // What was so when something else was done, and what had been done before.
  ['When guards boarded the Ela on 3 May, they found 40 rifles.', ['2024-05-03/2024-05-03', '2024-05-03/2024-05-03']],
  ['The Ela was carrying 40 rifles when it was stopped on 3 May.', ['2024-05-03/2024-05-03', '2024-05-03/2024-05-03']],
  ['Oslo had sold 40 rifles when it was sanctioned on 3 May.', ['/', '2024-05-03/2024-05-03']],
  ['Imports of coal, banned since 2017, reached 40 tonnes in May.', ['2024-05-01/2024-05-31']],
  // From when on nothing was like it.
  ["Last month's seizure of 40 rifles was the largest since 2019.", ['2024-05-01/2024-05-31']],
  ['It has sold 40 tonnes, the most since 2019.', ['/']],
  // What a paper tells of an event, and of a rule.
  ['An inquiry into the October 2019 raid on Narva found that guards shot 230 men.', ['2019-10-01/2019-10-31']],
  ['A report on the October 2019 embargo found that guards shot 230 men.', ['/']],
  // What a verb of telling has for its object is of the stretch of time that is told with it; "in April it announced" dates the telling.
  ['The agency reported 300 deaths in the past month.', ['2024-05-12/2024-06-12']],
  ['The envoy has announced 40 million dollars in aid in the past week.', ['2024-06-05/2024-06-12']],
  ['In April, Oslo announced 40 million dollars in aid.', ['/']],
  ['A study spanning March 2021-June 2022 counted 17 boats.', ['2021-03-01/2022-06-30']],
  ['Satellite pictures of April show 22 ships.', ['2024-04-01/2024-04-30']],
  // Whatever stands before a relative clause is of the noun of which it tells.
  [
    'Council members also denounced the repeated shelling by rebels on 9 May that wrecked 12 clinics.',
    ['2024-05-09/2024-05-09', '2024-05-09/2024-05-09'],
  ],
  ['It was down from the 1991 level of logging, which was 309,000 cubic metres.', ['1991-01-01/1991-12-31']],
  [
    'In the six months from November 2022 to April 2023 it sold 40 tonnes. Its exports during the six-month period were of 7 kinds.',
    ['2022-11-01/2023-04-30', '2022-11-01/2023-04-30'],
  ],
])('%s', async (text, expected) => {
  expect(await timesOf(text)).toEqual(expected);
});

test('two amounts of a change have the times of what is told of them', async () => {
  const [claim] = await claimsOf('Sales rose from 25 tonnes seized in 1990 to 55 tonnes seized in 1995.');
  expect(claim?.quantities.map(({ low, window }) => [low, window?.from])).toEqual([
    ['25', '1990-01-01'],
    ['55', '1995-01-01'],
  ]);
});

test('a list in a relative clause is told of the raid of which its first verb is', async () => {
  const claims = await claimsOf(
    'Ministers denounced the raid of 9 May on a convoy, which killed six drivers, hurt several guards and set fire to nine trucks.',
  );
  const counted = claims.filter(({ quantities }) => quantities.length > 0);
  expect(counted.map(({ quantities, when }) => [quantities[0]?.counts, when.from])).toEqual([
    ['driver', '2024-05-09'],
    ['truck', '2024-05-09'],
  ]);
});
