import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
async function claimsIn(text: string): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' });
}
const written = ({ name, kind, country }: Claim['claimant']) => [name, kind, country ?? ''].join(' ').trim();

describe('a ship that calls at a port', () => {
  it.each([
    'The tanker Tae Song 9 (IMO 3020013) called at Nampo on 8 March 2019.',
    'A ship that called itself Corona Vale (IMO 3031104) called at Nampo on 9 March 2019.',
    'The tanker Blue Star called on 8 March 2019 at the port of Nampo.',
  ])('calls for nothing: %s', async (text) => {
    const claims = await claimsIn(text);
    expect(claims.map(({ predicate, modality }) => `${predicate} ${modality}`)).toEqual(['called-at states']);
    expect(claims[0]?.claimant.name).toBe(source.name);
  });

  it('and who visits an embassy demands nothing of it', async () => {
    const claims = await claimsIn('The embassy said that the master called on the consul on Monday.');
    expect(claims.map(({ modality }) => modality)).toEqual(['states']);
  });

  it.each([
    ['Norway called on Chad to stop the sale of rifles.', 'Norway'],
    ['The minister called for an end of the sale of rifles.', 'minister'],
    ['Norway called on the Council on Monday for an inquiry.', 'Norway'],
  ])('while a call on somebody is a demand: %s', async (text, who) => {
    const [claim] = await claimsIn(text);
    expect([claim?.claimant.name, claim?.modality]).toEqual([who, 'calls-for']);
  });
});

describe('the seat behind an organ', () => {
  it.each([
    ['The Ministry of Defence in Seoul said that Norway sold rifles to Chad.', 'Ministry of Defence state-organ KR'],
    ['The Foreign Office in Berlin said that Norway sold rifles to Chad.', 'Foreign Office state-organ DE'],
    ['The Treasury in Canberra said that Norway sold rifles to Chad.', 'Treasury state-organ AU'],
    [
      'The British Foreign Office in Berlin said that Norway sold rifles to Chad.',
      'British Foreign Office state-organ GB',
    ],
    ['The Pentagon in Washington said that Norway sold rifles to Chad.', 'Pentagon state-organ US'],
    ['The Foreign Office said that Norway sold rifles to Chad.', 'Foreign Office state-organ GB'],
  ])('says whose it is, where many States have one of that name: %s', async (text, who) => {
    const [claim] = await claimsIn(text);
    expect(written(claim!.claimant)).toBe(who);
  });
});

describe('who somebody is', () => {
  it.each([
    ['The cargo came from Nampo, one former crew member said.', 'unnamed'],
    ['The rifles came from Chad, a party member said.', 'unnamed'],
    ['The rifles came from Chad, two members of the Council said.', 'state'],
    ['Ocean Star Limited said that it sold rifles to Chad.', 'company'],
    ['Lucky Ocean Limited said that it sold rifles to Chad.', 'company'],
  ])('is read of what the phrase says: %s', async (text, kind) => {
    const [claim] = await claimsIn(text);
    expect(claim?.claimant.kind).toBe(kind);
  });

  it('a day has written nothing', async () => {
    const [claim] = await claimsIn('A letter of 3 June 2019 said that Norway sold rifles to Chad.');
    expect(claim?.claimant.name).toBe('A letter');
  });

  it.each([
    [
      '“We never sold rifles to Chad”, a manager of Harvest Bulk Shipping, which runs the yard, told the newspaper.',
      'a manager of Harvest Bulk Shipping denies',
    ],
    ['“We never sold rifles to Chad”, the minister told the newspaper.', 'minister denies'],
  ])('who stands behind a quotation speaks it: %s', async (text, who) => {
    const [claim] = await claimsIn(text);
    expect(`${claim?.claimant.name} ${claim?.polarity}`).toBe(who);
  });

  it('a party behind whose name a participle stands is not told to have been founded by whoever speaks', async () => {
    const claims = await claimsIn('Jin Hong Trading, founded on 2 June 2019, sold 500 rifles to Chad, Reuters said.');
    expect(claims.map(({ predicate, when }) => `${predicate} ${when.from}`)).toEqual(['transferred null']);
  });

  it('a day of birth is no time of what somebody is', async () => {
    const [claim] = await claimsIn('Kim Chol, born on 12 May 1988, is a doctor in Oslo, the embassy said.');
    expect(claim?.when.from).toBeNull();
  });

  it('what a closing tag that no construction reads tells is nothing that its speaker did', async () => {
    const text =
      'The vessel Petrel 8, built in 1996 and flagged in the Comoros, transferred coal to Chad, the Institute said.';
    expect((await claimsIn(text)).filter(({ roles }) => roles.agent?.includes('Institute'))).toEqual([]);
  });
});

describe('"he" in what somebody says', () => {
  const agents = async (text: string) => (await claimsIn(text)).at(-1)?.roles.agent ?? [];

  it.each([
    'The prosecutor said that he had sold rifles to Chad.',
    'The judge said that she had sold rifles to Chad.',
    "Tan's lawyer said that he had sold rifles to Chad.",
    'The court heard Tan Wei Ming on Monday. The captain said that he had sold rifles to Chad.',
  ])('is nobody on a guess: %s', async (text) => {
    expect(await agents(text)).toEqual([]);
  });

  it.each([
    ['The minister said that he had sold rifles to Chad.', 'minister'],
    ['Ada Berg said that she had sold rifles to Chad.', 'Ada Berg'],
    ['The company said that it had sold rifles to Chad.', 'company'],
  ])('is whoever speaks, where nobody else is told of: %s', async (text, who) => {
    expect(await agents(text)).toEqual([who]);
  });
});

describe('a figure that somebody gives', () => {
  it.each([
    [
      'Norway sold rifles to Chad. A Western official, speaking to the BBC, gave 11,000, of whom 300 were broken.',
      'A Western official',
    ],
    [
      "Norway made 300 million dollars. Chad's intelligence service, which counts otherwise, gave 800 billion won.",
      "Chad's intelligence service",
    ],
    ['Norway sold 400 rifles to Chad. The Wall Street Journal had 300.', 'Wall Street Journal'],
    ['A State Department report put the number of rifles that went to Chad at 3,000.', 'State Department'],
    ['Oslo says 3,000 rifles.', 'Oslo'],
    ['Rebels shelled a market in Chad. Police later put the number of injured at 26.', 'Police'],
  ])('is theirs, and not the newspaper’s: %s', async (text, who) => {
    expect((await claimsIn(text)).at(-1)?.claimant.name).toBe(who);
  });

  it.each(['The Ministry of Trade gave 300 rifles to Chad.', 'Norway gave 300 rifles to Chad.'])(
    'and what somebody hands over is told by the newspaper: %s',
    async (text) => {
      expect((await claimsIn(text)).map(({ claimant }) => claimant.name)).toEqual([source.name]);
    },
  );

  it('counts no percent where it is more than the whole', async () => {
    const claims = await claimsIn('Norway sold more than 50 percent of its rifles to Chad. In 2019 it sold 11,490.');
    expect(claims.flatMap(({ quantities }) => quantities.map(({ raw, counts }) => `${raw} ${counts}`))).not.toContain(
      '11,490 percent',
    );
  });
});

it('"the agency" is not the agency that writes, where another is told of', async () => {
  const layer = await readTextLayer(
    new TextEncoder().encode(
      'Ada Berg, a member of parliament, said that the agency had denied a report that 18 men fled.',
    ),
    { name: 'story.txt' },
  );
  const claims = extractClaims(layer, {
    source: { name: 'Interlink News Agency', kind: 'newsroom' },
    published: '2024-06-12',
  });
  expect(claims.map(({ claimant }) => claimant.name)).toEqual(['agency']);
});

it('whoever closed the paragraph before goes on in the next, and nobody before them', async () => {
  const claims = await claimsIn(
    'The ministry said that Norway sold 20 rifles to Chad. Norway detained a ship in May.\n\nNorway sold 30 rifles to Mali. It sold 40 to Niger, the ministry said.',
  );
  expect(claims.find(({ quote }) => quote.includes('30 rifles'))?.claimant.name).toBe(source.name);
});

it('what a reader is told to have said is nobody’s', async () => {
  expect(await claimsIn('You say that our client sold rifles to Chad.')).toEqual([]);
});

it('men who went somewhere on ships do not go on', async () => {
  const claims = await claimsIn('1,500 and not 12,000 soldiers of special forces went to Chad on ships of the fleet.');
  expect(claims.map(({ claimant }) => claimant.name)).toEqual([source.name]);
});
