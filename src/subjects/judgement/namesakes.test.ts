import { describe, expect, it } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { textMentions } from '../mentions/text-mentions.ts';
import type { DocumentLeaves } from '../model/leaf.ts';
import { documentLeaves } from './document-leaves.ts';
import { proposeSame } from './proposals.ts';

async function documentsOf(texts: readonly string[]): Promise<readonly DocumentLeaves[]> {
  return Promise.all(
    texts.map(async (text, at) => {
      const layer = await readTextLayer(new TextEncoder().encode(`${text}\n`), { name: `${at}.txt` });
      return documentLeaves(`d${at}`, textMentions(layer, null), []);
    }),
  );
}

/** The documents whose persons are proposed to be one. */
async function documentsJoined(...texts: readonly string[]): Promise<readonly string[]> {
  const documents = await documentsOf(texts);
  const persons = documents.flatMap(({ leaves }) => leaves.filter(({ kind }) => kind === 'person'));
  expect(
    persons.map(({ document }) => document),
    texts.join(' / '),
  ).toEqual(documents.map(({ document }) => document));
  const documentOf = new Map(persons.map(({ id, document }) => [id, document]));
  return proposeSame(documents, () => null)
    .filter(({ a }) => documentOf.has(a))
    .map(({ a, b }) => [documentOf.get(a), documentOf.get(b)].sort().join(' '))
    .sort();
}

/** The score at which the one name of two documents is proposed to be one person; null where it is not. */
async function proposed(...texts: readonly [string, string]): Promise<number | null> {
  const documents = await documentsOf(texts);
  const [one, other] = documents.map(({ leaves }) => leaves.filter(({ kind }) => kind === 'person'));
  expect([one?.length, other?.length], texts.join(' / ')).toEqual([1, 1]);
  return proposeSame(documents, () => null).find(({ reason }) => reason === 'spelling')?.score ?? null;
}

describe('persons of one full name in two documents', () => {
  it.each([
    [
      'The oil was paid for by Kim Chol Min, the general manager of Taedong River Trading Corporation.',
      'Kim Chol Min, a violinist, will play in Geneva on Sunday, the organisers said.',
    ],
    [
      'Ri Song Il, a cardiologist at Sinuiju Central Hospital, published the study in 2011.',
      'Ri Song Il, captain of the tanker Mun Dok 4, refused to answer the inspectors.',
    ],
    [
      'Pak Jong Ho (born 1951) was the second secretary of the embassy in Hanoi.',
      'Pak Jong Ho, born on 4 May 1987, opened the account in Limassol.',
    ],
    ['The lawyer Maria Petrova asked the court to release the ship.', 'Maria Petrova, a gymnast, came third in Sofia.'],
    [
      'Wang Jun, a truck driver from Dandong, saw the containers.',
      'The broker Wang Jun sold three barges in Hong Kong.',
    ],
    ['David Cole, a journalist, was told to leave in 2014.', 'Captain David Cole brought the Northern Lynx into port.'],
    [
      'The singer Choe Un Hui toured Vienna in 1986.',
      'Choe Un Hui, an accountant of Pugang Trading, opened the account.',
    ],
  ])('are not proposed to be one where they can hardly be: %s / %s', async (a, b) => {
    expect(await proposed(a, b)).toBeNull();
  });

  it.each([
    [
      'Ahmed Salem of Crescent Star Shipping signed for the cargo in Aden.',
      'Ahmed Salem of the Sfax Olive Growers Union complained about the price of oil.',
    ],
    [
      'Chong Il Nam works for Ryonggang Computer Centre, the engineers said.',
      'Chong Il Nam has been at the Wonsan School of Fisheries since 2003.',
    ],
  ])(
    'are proposed last of all where each stands for a body of which the other document knows nothing: %s / %s',
    async (a, b) => {
      expect(await proposed(a, b)).toBe(0.6);
    },
  );

  it.each([
    [
      'Kim Chol Min, the general manager of Taedong River Trading Corporation, paid for the oil.',
      'Kim Chol Min, a North Korean businessman, lived in Dandong for years.',
    ],
    [
      'Ri Song Il of Taedong River Trading signed the contract.',
      'The Taedong River Trading Corporation is represented abroad by Ri Song Il.',
    ],
    [
      'Pak Jong Ho (born 1951) was the second secretary of the embassy in Hanoi.',
      'The diplomat Pak Jong Ho, born in 1952, carried cash.',
    ],
    ['The lawyer Maria Petrova represents the owner.', 'Maria Petrova said that the ship would be released.'],
    [
      'Ahmed Salem of Crescent Star Shipping signed for the cargo in Aden.',
      'Ahmed Salem, the owner of Crescent Star, was not reached.',
    ],
    [
      'David Cole, a retired colonel, advised the company.',
      'David Cole, the director of Lynx Marine, advised on security.',
    ],
    [
      'Chong Il Nam, an engineer, was sent to Dubai by Ryonggang Computer Centre.',
      'Chong Il Nam, the representative of Ryonggang Computer Centre in Dubai, hired programmers.',
    ],
    [
      'Choe Un Hui, a researcher at the Academy of Sciences, bought a lathe.',
      'Professor Choe Un Hui bought a lathe in Taiwan.',
    ],
    [
      'Peter Lang of Alpina Tools Ltd delivered the lathe.',
      'Peter Lang of Horvath Logistics Ltd booked the container of Alpina Tools Ltd.',
    ],
    [
      'Sergei Orlov, director of Primorye Coal Export, denied it.',
      'The physicist Sergei Orlov lectured on isotopes in Vienna.',
    ],
  ])('are proposed as before where what is said of them may be of one: %s / %s', async (a, b) => {
    expect(await proposed(a, b)).toBe(1);
  });
});

describe('persons of two names that are alike', () => {
  const [violinist, manager, another] = [
    'Kim Chol Min, a violinist, played in Geneva on Sunday.',
    'Kim Chol Min, the general manager of Taedong River Trading Corporation, paid.',
    'Kim Chul Min, the general manager of Taedong River Trading Corporation, paid.',
  ];

  it('are proposed to be one whatever a namesake of the one does, in any order of the documents', async () => {
    expect(await documentsJoined(manager, another)).toEqual(['d0 d1']);
    expect(await documentsJoined(violinist, manager, another)).toEqual(['d1 d2']);
    expect(await documentsJoined(manager, violinist, another)).toEqual(['d0 d2']);
    expect(await documentsJoined(another, violinist, manager)).toEqual(['d0 d2']);
  });

  it('are not proposed to be one where each does what the other hardly does', async () => {
    expect(await documentsJoined(violinist, another)).toEqual([]);
  });

  it('are judged by what they do where the one is shortened, too', async () => {
    const short = 'Ibrahim Dawoud, the manager of Gulf Lantern Shipping, paid.';
    const whole = 'Ibrahim Saleh Dawoud, the manager of Gulf Lantern Shipping, paid.';
    const namesake = 'Ibrahim Saleh Dawoud, a surgeon, came to Aden.';
    expect(await documentsJoined(short, whole)).toEqual(['d0 d1']);
    expect(await documentsJoined(short, namesake)).toEqual([]);
    expect(await documentsJoined(short, namesake, whole)).toEqual(['d0 d2']);
  });
});
