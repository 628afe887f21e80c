import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../read.ts';
import { readableLayer } from './unread.ts';

const unread = async (text: string) => (await readTextLayer(Buffer.from(text), { name: 'paper' })).unread;
const SALE = 'Norway sold 40 trucks to Chad in May 2022, and the trucks went through the port of Douala by train.';
const page = (title: string, ...paragraphs: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;

describe('a paper that says of itself that it tells nothing as so is not read', () => {
  test.each([
    ['DRAFT - NOT FOR PUBLICATION', SALE],
    ['Working draft, 3 May 2024', SALE],
    ['EXERCISE EXERCISE', SALE],
    ['Exercise: Northern Gate', SALE],
    ['To all posts', 'This cable is part of the yearly command exercise.', SALE],
    ['To all posts', SALE, 'All incidents in this cable are fictitious.'],
    ['The case of the trucks', 'The facts in this case are invented for teaching.', SALE],
    ['“The Long Road”, a novel by Ida Berg', SALE],
    ['Extract from Night Train, a thriller by Jon Moe', SALE],
    ['From our archive, 5 August 2011', SALE],
    ['The trucks', 'This is a work of fiction.', SALE],
    ['The trucks', SALE, 'THIS IS A DRILL.'],
  ])('%s', async (...blocks) => {
    expect(await unread(blocks.join('\n\n'))).toMatchObject([{ what: 'reserve', whole: true }]);
  });

  test('nor a letter that is printed as a fake', async () => {
    const told = await unread(
      page('The minister’s letter is a forgery', 'We reproduce it so that readers can compare.', SALE),
    );
    expect(told).toMatchObject([{ what: 'reserve', words: expect.stringContaining('is a forgery') }]);
  });
});

test.each([
  ['Draft resolution on trucks', SALE],
  ['Norway and Chad end exercise', SALE],
  ['Exercise – Oslo and Paris begin their yearly manoeuvres at sea', SALE],
  ['Trucks', 'This report is about a military exercise.', SALE],
  ['Trucks', 'This report is based on a draft resolution that was leaked.', SALE],
  ['Trucks', 'This is a draft resolution that Norway put to the vote.', SALE],
  ['Trucks', 'The minister said that all figures in the report were invented.', SALE],
  ['Trucks', 'The figures are invented, the minister said.', SALE],
  ['From the archives of the ministry come orders for trucks', SALE],
  ['Police seize a novel by Ida Berg', SALE],
  ['Video of the trucks is a fake, Oslo says', SALE],
  ['The letter is a forgery, Oslo says', SALE],
  ['The letter is a fake', SALE],
  ['Sample of rifles sold in Chad', SALE],
])('what speaks of drafts, exercises and fakes is read: %s', async (...blocks) => {
  expect(await unread(blocks.join('\n\n'))).toEqual([]);
});

test('of a workbook only the sheets are left out whose names say so', async () => {
  const book = utils.book_new();
  for (const name of ['Voyages', 'Exercise 4'])
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['From', 'To'],
        ['Oslo', `of ${name}`],
        ['Bergen', 'Riga'],
      ]),
      name,
    );
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const layer = await readTextLayer(bytes, { name: 'book.xlsx' });
  expect(layer.unread).toMatchObject([{ what: 'reserve', whole: false, words: expect.stringContaining('Exercise 4') }]);
  const { text, blocks } = readableLayer(layer);
  const left = blocks.map(({ start, end }) => text.slice(start, end));
  expect(left).toContain('of Voyages');
  expect(left).not.toContain('of Exercise 4');
});

describe('parts whose headings say that they are weighed and not told', () => {
  const OTHER = 'Chad paid 2 million dollars for the trucks, the ministry in Oslo said in June 2022.';
  test.each([
    'Myth 3',
    '4. Hypotheses',
    'Myth 2: Norway armed Chad',
    'The case for the Prosecution',
    'Terms of reference',
    'The defence’s case',
  ])('are not read: %s', async (heading) => {
    const layer = await readTextLayer(
      Buffer.from(
        page('Trucks', OTHER).replace(
          '</article>',
          `<h2>${heading}</h2><p>${SALE}</p><h2>What we found</h2><p>${OTHER}</p></article>`,
        ),
      ),
      { name: 'page.html' },
    );
    expect(layer.unread).toMatchObject([{ what: 'reserve', whole: false }]);
    const { text, blocks } = readableLayer(layer);
    const left = blocks.map(({ start, end }) => text.slice(start, end));
    expect(left.filter((one) => one === OTHER)).toHaveLength(2);
    expect(left).not.toContain(SALE);
  });

  test.each([
    'The myth of the trucks',
    'Scenarios that the ministry tested',
    'Findings',
    'Questions and answers',
    'Submissions of 3 May',
  ])('are read where the heading is of something else: %s', async (heading) => {
    expect(await unread(`Trucks\n\n${OTHER}\n\n${heading}\n\n${SALE}`)).toEqual([]);
  });
});
