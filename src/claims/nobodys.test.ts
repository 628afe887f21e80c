import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../documents/read.ts';
import { extractClaims } from './extraction.ts';
import type { Claim } from './model/claim.ts';

const source = { name: 'Nordic Wire', kind: 'newsroom' } as const;
async function claimsIn(text: string): Promise<readonly Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source, published: '2024-06-12' });
}

const told = (claims: readonly Claim[]) =>
  claims
    .filter(({ predicate }) => predicate === 'transferred')
    .map(({ claimant, polarity, factuality }) => [claimant.name, polarity, factuality ?? ''].join(' ').trim());

describe('what a sentence tells under a noun', () => {
  it.each([
    'The prosecutors dropped the charge that the firm had shipped rifles to Chad.',
    'The judges found no proof for the allegation that the firm had sold rifles to Chad.',
    'The paper took back its claim that Norway had sold rifles to Chad.',
    'The ministry took back its claim that Norway had sold rifles to Chad.',
    'The suspicion that Norway sent rifles to Chad was never confirmed.',
    'The theory that Norway sent rifles to Chad rests on one picture, which was forged.',
    'Some writers have spread the tale that Norway sent rifles to Chad.',
    'The finding that the firm had sold rifles to Chad was quashed on appeal.',
    'The High Court set aside the finding that Li Wei had sold rifles to Chad.',
    'The fear that Norway would send rifles to Chad was not borne out.',
    'A rumour that Norway sent rifles to Chad went round the port.',
    'Rumour has it that Norway sent rifles to Chad.',
    'No proof has been produced that Norway sent rifles to Chad.',
    'The court was not persuaded that Norway sent rifles to Chad.',
  ])('is no claim of the text: %s', async (text) => {
    expect(told(await claimsIn(text))).toEqual([]);
  });

  it.each([
    ['The rumour that Norway sent rifles to Chad is false.', 'Nordic Wire denies'],
    ['The report that Norway sent rifles to Chad has turned out to be untrue.', 'Nordic Wire denies'],
    ['Oslo denied the rumour that Norway sent rifles to Chad.', 'Oslo denies'],
    ["Sudan's claim that Norway sent rifles to Chad was never confirmed.", 'Sudan asserts'],
    ['The minister repeated the claim that Norway sent rifles to Chad.', 'minister asserts'],
    ['The fact that Norway sent rifles to Chad was known in 2019.', 'Nordic Wire asserts'],
    ['The firm that sold rifles to Chad was closed in May.', 'Nordic Wire asserts'],
  ])('is the claim of whoever is said to make or deny it: %s', async (text, who) => {
    expect(told(await claimsIn(text))).toEqual([who]);
  });
});

describe('what is said is found', () => {
  it.each([
    ["Norway's navy denied at the time that it had shipped rifles to Chad.", "Norway's navy denies"],
    ['The minister said at the meeting that Norway had sold rifles to Chad.', 'minister asserts'],
    ['The minister told reporters at the time that Norway had sold rifles to Chad.', 'minister asserts'],
    ['The envoy denied last week that Norway had shipped rifles to Chad.', 'envoy denies'],
  ])('behind a phrase of time or occasion: %s', async (text, who) => {
    expect(told(await claimsIn(text))).toEqual([who]);
  });

  it('and a relative clause of the occasion stays one', async () => {
    const claims = await claimsIn(
      'The minister spoke at the fair that Norway opened in May, and sold 20 rifles to Chad.',
    );
    expect(told(claims)).toEqual(['Nordic Wire asserts']);
  });
});

describe('a supposition, a question and what is misquoted', () => {
  it.each([
    'An exercise assumed that Norway had sold rifles to Chad.',
    'Judge Moreau asked why the firm had sold rifles to Chad.',
    'The minister was misquoted as saying that Norway had sold rifles to Chad.',
    'The indictment, since dismissed, said that Li had sold rifles to Chad.',
  ])('are nobody’s claim: %s', async (text) => {
    expect(told(await claimsIn(text))).toEqual([]);
  });

  it.each([
    ['If the papers are genuine, Norway sold rifles to Chad in 2019.', 'Nordic Wire asserts condition'],
    ['Supposing that the papers are genuine, Norway sold rifles to Chad in 2019.', 'Nordic Wire asserts condition'],
    ['Even if the papers are forged, Norway sold rifles to Chad in 2019.', 'Nordic Wire asserts'],
    ['The minister, if he was right, said that Norway had sold rifles to Chad.', 'minister asserts'],
    ['The minister was quoted as saying that Norway had sold rifles to Chad.', 'minister asserts'],
  ])('tell of a condition as one: %s', async (text, who) => {
    expect(told(await claimsIn(text))).toEqual([who]);
  });
});

describe('"and not X"', () => {
  const rolesOf = async (text: string) => (await claimsIn(text))[0]?.roles;

  it.each([
    'The firm sold rifles to Chad, and not, as the Post has it, to Mali.',
    'The firm sold rifles to Chad and not to Mali.',
  ])('names another recipient only to leave it out: %s', async (text) => {
    expect((await rolesOf(text))?.recipient).toEqual(['Chad']);
  });

  it('names another doer only to leave it out', async () => {
    expect((await rolesOf('A rival firm and not Han Trading sold rifles to Mali.'))?.agent).toEqual(['rival firm']);
    expect((await rolesOf('Chad but not Niger sold rifles to Mali.'))?.agent ?? []).not.toContain('Niger');
  });

  it('leaves the figure out that it turns', async () => {
    const [claim] = await claimsIn('Norway sold 20 rifles to Chad, not 200.');
    expect(claim?.quantities.map(({ raw }) => raw)).toEqual(['20 rifles']);
    expect(claim?.polarity).toBe('asserts');
  });

  it('leaves all in that stand behind "not only"', async () => {
    const roles = await rolesOf('Norway sold rifles not only to Chad but also to Mali.');
    expect(roles?.recipient).toEqual(['Chad', 'Mali']);
    expect((await claimsIn('Norway did not sell rifles to Chad.'))[0]?.polarity).toBe('denies');
  });
});

describe('a clause that a verb or noun only names', () => {
  it.each([
    'It was agreed to delete from the minutes that Norway sold rifles to Chad in 2022.',
    'The editor cut the line that Norway sold rifles to Chad in 2022.',
    'A broker invents that Norway sold rifles to Chad in 2022.',
    'Counsel put it to the witness that Norway sold rifles to Chad in 2022.',
    'What is right is that a ship sailed; what is wrong is that Norway sold rifles to Chad in 2022.',
    'The claim that Norway sold rifles to Chad in 2022 is true only as to the number.',
    'That Norway sold rifles to Chad in 2022 is the whole of the charge, and the charge fails.',
    'The archive sold a telegram in which Norway sent rifles to Chad in 2022.',
    'We regret having told the customs that Norway sold rifles to Chad in 2022.',
    'It is to inquire whether (a) Niger built boats in 2017; (b) Norway sold rifles to Chad in 2022.',
  ])('is nobody’s claim: %s', async (text) => {
    expect(told(await claimsIn(text)).filter((one) => !one.includes('denies'))).toEqual([]);
  });

  it.each([
    'It turned out that Norway sold rifles to Chad in 2022.',
    'The truth is that Norway sold rifles to Chad in 2022.',
    'That Norway sold rifles to Chad in 2022 is clear.',
    'The firm was fined because it hid the fact that it sold rifles to Chad in 2022.',
    'Norway sold so many rifles to Chad in 2022 that prices fell.',
    'The rifles that Norway sold to Chad in 2022 were old.',
  ])('is the text’s under words that grant it: %s', async (text) => {
    expect(told(await claimsIn(text))).toEqual(['Nordic Wire asserts']);
  });
});
