import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

const wire = { name: 'Nordic Wire', kind: 'newsroom' } as const;
async function claimsIn(text: string, source: Claim['claimant'] = wire): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' });
}
/** Of the claims about something in the text: who makes them, and what they say. */
async function saidOf(text: string, about: string, source?: Claim['claimant']): Promise<string[]> {
  const claims = await claimsIn(text, source);
  return claims
    .filter(({ quote }) => quote.includes(about))
    .map(({ claimant, polarity, modality }) => `${claimant.name} ${polarity} ${modality}`);
}

describe('whose words they are', () => {
  it.each([
    [
      'Letter dated 3 May 2024 from the Permanent Representative of Togo to the United Nations addressed to the President\n\nRebels shelled the market of Kara on 1 May, killing four traders.',
      'killing',
      'Togo asserts states',
    ],
    [
      'Letter dated 3 May 2024 from the Panel of Experts on Togo addressed to the Chair of the Committee\n\nRebels shelled the market of Kara on 1 May, killing four traders.',
      'killing',
      'Panel of Experts asserts states',
    ],
    [
      'Letter dated 3 May 2024 from the Chair of the Security Council Committee concerning Togo addressed to the President\n\nRebels shelled the market of Kara on 1 May, killing four traders.',
      'killing',
      'Nordic Wire asserts states',
    ],
    [
      'The following is a near-verbatim transcript of the noon briefing by Anna Holm, Deputy Spokesperson.\n\nThree observers were wounded near Kara on Sunday.',
      'observers',
      'Anna Holm asserts states',
    ],
    [
      'A letter dated 3 May 2024 from the embassy of Togo was found at the site.\n\nRebels shelled the market of Kara on 1 May.',
      'shelled',
      'Nordic Wire asserts states',
    ],
    [
      'Output has recovered in May, said spokesperson Anna Castells at a briefing in Geneva.',
      'Output',
      'Anna Castells asserts states',
    ],
    [
      'Togo sold 40 rifles to Chad, the Harbour Post reported, citing port records and schedules of the Kara Company.',
      'rifles',
      'Harbour Post asserts states',
    ],
    [
      'Togo sold 40 rifles to Chad, the Harbour Post reported, citing the Kara Company.',
      'rifles',
      'Kara Company asserts states',
    ],
    ['Figures that Norway gave to the panel showed a drop of 40,000 tonnes.', 'drop', 'Norway asserts states'],
    ['Customs officers found 40 rifles in the hold.', 'rifles', 'Nordic Wire asserts states'],
    ['The Greek coast guard found 40 rifles in the hold.', 'rifles', 'Nordic Wire asserts states'],
  ])('%s', async (text, about, expected) => {
    const said = await saidOf(text, about);
    expect(said.length).toBeGreaterThan(0);
    for (const one of said) expect(one).toBe(expected);
  });

  it('gives a figure to whoever brings out the list that it is from', async () => {
    const claims = await claimsIn(
      'The Fisher League on Tuesday published a list of 12 men who it said were killed there.',
    );
    const counted = claims.filter(({ quantities }) => quantities.length > 0);
    expect(counted.map(({ claimant }) => claimant.name)).toEqual(['Fisher League']);
  });

  it.each([
    [
      'The army accused the rebels of burning the depot, which the movement denies.',
      ['army asserts alleges', 'movement denies states'],
    ],
    [
      'One lawyer, Petru Cazan, said police had beaten two men, a claim Rotaru denied.',
      ['Petru Cazan asserts states', 'Rotaru denies states'],
    ],
  ])('and of what is denied in passing both say their own: %s', async (text, expected) => {
    expect((await saidOf(text, ' ')).sort()).toEqual(expected);
  });
});

describe('what somebody holds of it', () => {
  const board = { name: 'Board of Inquiry of Togo', kind: 'state-organ' } as const;
  it.each([
    ['The mayor maintains that no rifles leave the district.', 'mayor denies states'],
    ['The mayor maintains that rifles leave the district.', 'mayor asserts states'],
    ['There is no such agreement between us.', 'Board of Inquiry of Togo denies states'],
    ['There is no doubt about such an agreement.', 'Board of Inquiry of Togo asserts states'],
    ['The Council calls on the Togolese authorities to spare no effort.', 'Council asserts calls-for'],
    ['My office expects to publish the list in August.', 'Board of Inquiry of Togo asserts intends'],
  ])('%s', async (text, expected) => {
    expect(await saidOf(text, ' ', board)).toEqual([expected]);
  });

  it('demands nothing in a relative clause', async () => {
    const claims = await claimsIn('Norway called for the release of the men, whom Togo sold 40 rifles in May.', board);
    expect(claims.map(({ predicate, modality }) => `${predicate} ${modality}`).sort()).toEqual([
      'called-for calls-for',
      'transferred states',
    ]);
  });

  it('leaves a figure that is compared out of a denial', async () => {
    const claims = await claimsIn('No coal was shipped to Chad in May, compared with 483 tons in April.');
    const told = claims.map(({ polarity, quantities }) => `${polarity} ${quantities.map(({ raw }) => raw).join()}`);
    expect(told.sort()).toEqual(['asserts 483 tons', 'denies ']);
  });
});

describe('when it was', () => {
  it.each([
    ['Of the 141 sailors kidnapped in 2021, 134 were held off Togo.', '134', '2021-01-01 2021-12-31'],
    ['The Luna is the fifth ship to be seized since March 2023.', 'fifth', '2023-03-01 null'],
    ['The army condemned the attack of 3 May, in which two nurses were killed.', 'nurses', '2024-05-03 2024-05-03'],
    ['The navy recovered nine bodies on 3 May.', 'bodies', '2024-05-03 2024-05-03'],
    ['The navy confirmed nine deaths on 3 May.', 'deaths', 'null null'],
    ['The clinic has treated 83 men since the morning of 3 May.', 'treated', '2024-05-03 null'],
    [
      'Pirates held 60 ships between January and March 2024. Four men died over that period.',
      'Four',
      '2024-01-01 2024-03-31',
    ],
  ])('%s', async (text, about, expected) => {
    const found = (await claimsIn(text)).filter(({ quote }) => quote.includes(about));
    expect(found.map(({ when }) => `${when.from} ${when.to}`)).toContain(expected);
  });
});

describe('what a figure counts', () => {
  it.each([
    ['Shipments from Norway rose to 40,000 tonnes in May.', '40,000', 'shipment/tonne'],
    ['Exports of antimony oxide rose to 40,000 tonnes in May.', '40,000', 'antimony oxide/tonne'],
    ['Norway sold 500 tonnes of coal. Output dropped by 300 tonnes.', '300', 'output/tonne'],
    ['The court fined the master 1.2 million rupees.', '1.2', 'rupee/'],
    ['Police seized 410 kilogrammes of ivory.', '410', 'ivory/kilogram'],
    ['The clinic took in 27 of the wounded.', '27', 'person injured/'],
    ['Eight people were hurt, two of whom were children.', 'two', 'child/'],
    ['40 men were charged with fraud offences, of whom six have been convicted.', 'six', 'man/'],
    ["Five of the firm's eight clients were licensed.", 'Five', 'client/'],
    ['The raid brought to 17 the number of known victims.', '17', 'victim/'],
    ['The town held prisoners, whose number the mayor puts at 13,000.', '13,000', 'prisoner/'],
    ['Customs handled 27 cases of smuggling.', '27', 'case of smuggling/'],
    ['Customs handled 27 pieces of equipment.', '27', 'equipment/'],
  ])('%s', async (text, raw, expected) => {
    const figures = (await claimsIn(text)).flatMap(({ quantities }) => quantities);
    expect(
      figures.filter((one) => one.raw.includes(raw)).map(({ counts, unit }) => `${counts}/${unit ?? ''}`),
    ).toContain(expected);
  });

  it('and a number to ring counts nothing', async () => {
    const claims = await claimsIn('Anyone who sees such boats can call the hotline on 4 670 312.');
    expect(claims.flatMap(({ quantities }) => quantities)).toEqual([]);
  });
});
