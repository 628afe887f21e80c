import { expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

async function claimsOf(text: string): Promise<Claim[]> {
  const layer = await readTextLayer(new TextEncoder().encode(text), { name: 'story.txt' });
  return extractClaims(layer, { source: { name: 'Skerry Dispatch', kind: 'newsroom' }, published: '2024-05-14' });
}

const told = (claims: readonly Claim[]) => claims.map(({ claimant, polarity }) => `${claimant.name} ${polarity}`);

test.each([
  // Whoever governs a clause of content tells it, by whatever verb and noun.
  ['Counsel for the yard submitted that Latvia had sold 40 cranes to Chad.', 'Counsel for the yard asserts'],
  ['The tribunal held that Latvia had sold 40 cranes to Chad.', 'tribunal asserts'],
  [
    'Auditors hired by the yard concluded from papers drawn up in May that Latvia had sold 40 cranes.',
    'Auditors asserts',
  ],
  ['The management confirmed having sold 40 cranes to Chad.', 'management asserts'],
  ['The opposition takes the view that Latvia sold 40 cranes to Chad.', 'opposition asserts'],
  ['One sailor phoned his sister to say that Latvia had sold 40 cranes to Chad.', 'One sailor asserts'],
  ['The organisation counts 23 cranes.', 'organisation asserts'],
  ['Police later put the number of injured at 26.', 'Police asserts'],
  // Where the sentence tells it in two parts.
  ['Latvia sold 40 cranes to Chad, the envoy told the Council today, as members traded charges.', 'envoy asserts'],
  ['In Riga, the head of the port, Stig Holm, said Latvia had sold 40 cranes.', 'Stig Holm asserts'],
  ['The envoy rejected what he called lies: Latvia had never sold 40 cranes to Chad.', 'envoy denies'],
  ['The Cabinet has made approaches to other yards urging the sale of 40 cranes.', 'Cabinet asserts'],
  ["Tern's output fell to 400 tonnes, the company said.", 'Tern asserts'],
])('who governs the content is its source: %s', async (text, who) => {
  expect(told(await claimsOf(text))).toContain(who);
});

test('neither what somebody is charged with speaks, nor what they are called beside', async () => {
  const charged = await claimsOf('A Riga yard sold 40 cranes, and its owners now face felony charges.');
  expect(charged.map(({ claimant }) => claimant.name)).not.toContain('felony');
  const pressed = await claimsOf('He faces pressure from herders – the base of his rule – demanding 40 cranes.');
  expect(pressed.map(({ claimant }) => claimant.name)).not.toContain('base of his rule');
});

test.each([
  'The yard failed so badly that Latvia sold 40 cranes to Chad.',
  'The law ensures that Latvia sold 40 cranes to Chad.',
  'The minister spoke at the fair that Latvia opened in May.',
])('what only makes or dates it says nothing: %s', async (text) => {
  const names = (await claimsOf(text)).map(({ claimant }) => claimant.name);
  expect(names.every((name) => name === 'Skerry Dispatch')).toBe(true);
});

test('a thing that is said of somebody does not speak', async () => {
  const claims = await claimsOf('“The best way to put it is to say that Latvia sold 40 cranes,” Ida Roos said.');
  expect(told(claims)).toEqual(['Ida Roos asserts']);
  const officer = await claimsOf(
    'An officer involved in the operations, who asked for anonymity, said that Latvia sold 40 cranes.',
  );
  expect(told(officer)).toEqual(['An officer asserts']);
});

test('what somebody else counts against it is theirs', async () => {
  const claims = await claimsOf(
    'Ida Roos reckoned that at least 15 ships had left, though Barrelscope counted only nine.',
  );
  expect(told(claims)).toEqual(['Ida Roos asserts', 'Barrelscope asserts']);
});

test('a suggestion that somebody calls absurd is denied by them', async () => {
  const claims = await claimsOf('Ida Roos says Chad bought 40 cranes, a suggestion the Latvian embassy calls absurd.');
  expect(told(claims)).toContain('Latvian embassy denies');
});

test('a saying that goes on behind a denial is no part of it', async () => {
  const claims = await claimsOf('The navy denied that it had sold 40 cranes, saying that 70 had been lent.');
  expect(told(claims)).toEqual(['navy denies', 'navy asserts']);
});

test('whoever holds an office is meant next, before whoever was named earlier', async () => {
  const claims = await claimsOf(
    'Stig Holm said that Latvia sold 40 cranes. The judge was not persuaded. He noted that Latvia had sold 12 ships.',
  );
  expect(claims.at(-1)?.claimant.name).toBe('judge');
});

test('a view of somebody who is not named is nobody else’s, and a sentence without a main verb stays open', async () => {
  const [view] = await claimsOf('In her view Latvia sold 40 cranes to Chad.');
  expect(view?.claimant.name).toBe('unnamed');
  const [open] = await claimsOf('Three residents contacted by us speak of 22 dead, eight of them women, and deny it.');
  expect(open?.candidates?.claimant).toEqual(['Three residents', 'Skerry Dispatch']);
});

test('what cannot be ruled out is held possible', async () => {
  const [claim] = await claimsOf('Ida Roos said the navy could not rule out that Latvia sold 40 cranes to Chad.');
  expect([claim?.polarity, claim?.modality]).toEqual(['asserts', 'assesses']);
});
