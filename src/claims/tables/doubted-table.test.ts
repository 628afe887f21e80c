import { describe, expect, test } from 'vitest';
import { readTextLayer } from '../../documents/read.ts';
import { extractClaims } from '../extraction.ts';
import type { Claim } from '../model/claim.ts';

const HEADS = 'Supplier | Recipient | Goods | Quantity (tonnes) | Date';
const ROW = 'Latvia | Chad | coal | 40 | May 2022';

const table = (...rows: readonly string[]) =>
  `<table>${rows
    .map((row, i) => {
      const tag = i === 0 ? 'th' : 'td';
      return `<tr>${row
        .split('|')
        .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
        .join('')}</tr>`;
    })
    .join('')}</table>`;

async function rowsOf(body: string): Promise<Claim[]> {
  const page = `<!doctype html><html><body><article><h1>Voyages</h1>${body}</article></body></html>`;
  const layer = await readTextLayer(Buffer.from(page), { name: 'annex.html' });
  const claims = extractClaims(layer, { source: { name: 'Sea Team', kind: 'ngo' }, published: '2024-03-29' });
  return claims.filter(({ rules }) => rules.includes('table:row'));
}

describe('a row that its table does not vouch for is no claim of whose document it is', () => {
  test.each<[string, string, string]>([
    ['a judgement that is no', 'Our verdict', '✗'],
    ['a judgement in words', 'Evidence', 'none found'],
    ['a judgement left empty', 'Verified by our team', ''],
    ['a judgement of whom nobody asked', 'Compliance', 'The team dismissed this report'],
    ['a doubt', 'Note', 'unverified'],
    ['a rumour', 'Remarks', 'rumour in the port'],
    ['another end', 'Remarks', 'Fake papers, real destination Togo'],
    ['a line twice', 'Remarks', 'duplicate of line 2'],
    ['done for another', 'Remarks', 'Confirmed to be for Togo'],
    ['done elsewhere', 'Remarks', 'Delivered to the barges of Lagos'],
    ['done by nobody', 'Remarks', 'Received nowhere'],
    ['done on hearsay', 'Remarks', 'Delivered according to a broker'],
    ['words in capitals', 'Customs regime', 'TEMPORARY ADMISSION'],
    ['a way through', 'Customs regime', 'TRANSIT TG-NE'],
    ['words that nobody knows', 'Comment', 'Pinched by the harbour master'],
    ['an accuser nobody knows', 'Accuser', 'a broker'],
    ['an empty claimant', 'Claimant', ''],
    ['a mark without a note', 'Note', 'a'],
  ])('%s', async (_, heading, cell) => {
    const sound = `${HEADS} | ${heading}`;
    expect(await rowsOf(table(sound, `${ROW} | ${cell}`))).toEqual([]);
  });

  test('a cross or a question mark in it', async () => {
    expect(await rowsOf(table(HEADS, ROW.replace('40', '✗ 40')))).toEqual([]);
    expect(await rowsOf(table(HEADS, ROW.replace('May 2022', 'May 2022?')))).toEqual([]);
  });

  test('a mark whose note below takes it back or gives it to somebody else', async () => {
    const marked = table(HEADS, ROW.replace('40', '40†'));
    expect(await rowsOf(`${marked}<p>† According to a Togolese official, whom we could not reach.</p>`)).toEqual([]);
    expect(await rowsOf(`${marked}<p>† This line was withdrawn in June.</p>`)).toEqual([]);
    expect(await rowsOf(marked)).toEqual([]);
    expect(await rowsOf(`${marked}<p>† Of which ten tonnes in bags.</p>`)).toHaveLength(1);
    const lettered = table(HEADS, ROW.replace('40', '40 [b]'));
    expect(await rowsOf(`${lettered}<p>a Rounded to tens. b Not confirmed by the port.</p>`)).toEqual([]);
    expect(await rowsOf(`${lettered}<p>a Not confirmed. b Rounded to tens.</p>`)).toHaveLength(1);
  });

  test.each([
    ['before it', '<p>A channel of the militia published the table below in June.</p>', ''],
    ['before it, as accusations', '<p>The table lists accusations and what came of them.</p>', ''],
    ['before it, in doubt', '<p>Our desk found no witness for any of these figures.</p>', ''],
    ['below it', '', '<p>The list was compiled by a broker who asked not to be named.</p>'],
  ])('a sentence %s that gives the table to somebody else', async (_, before, after) => {
    expect(await rowsOf(`${before}${table(HEADS, ROW)}${after}`)).toEqual([]);
  });

  test('a heading over it and its introduction', async () => {
    const body = `<h2>Voyages according to Togo</h2><p>They were of the dry season.</p>${table(HEADS, ROW)}`;
    expect(await rowsOf(body)).toEqual([]);
  });
});

describe('a row that its table vouches for is a claim', () => {
  test.each<[string, string, string]>([
    ['affirmed', 'Our verdict', '✓'],
    ['affirmed in a word', 'Verified', 'Yes'],
    ['with a remark that tells how it was done', 'Remarks', 'Discharged at night'],
    ['under headings that bear on nothing', 'Flag', 'registered in the islands'],
    ['with a code', 'Lot', 'AB-12/7'],
    ['with two codes', 'Terms', 'FOB 7'],
    ['with a remark on when', 'Remarks', 'Delivered in full on 3 May, and confirmed'],
    ['with an empty remark', 'Remarks', ''],
  ])('%s', async (_, heading, cell) => {
    const [claim, ...more] = await rowsOf(table(`${HEADS} | ${heading}`, `${ROW} | ${cell}`));
    expect(more).toEqual([]);
    expect(claim).toMatchObject({ claimant: { name: 'Sea Team' }, roles: { agent: ['Latvia'], recipient: ['Chad'] } });
  });

  test('of whom the column of accusers names', async () => {
    const [claim] = await rowsOf(table(`Accuser | ${HEADS}`, `Togo | ${ROW}`));
    expect(claim).toMatchObject({ claimant: { name: 'Togo', kind: 'state' }, relay: [{ name: 'Sea Team' }] });
  });

  test('after a sentence of its own team about it', async () => {
    expect(await rowsOf(`<p>We compiled the table below from bills.</p>${table(HEADS, ROW)}`)).toHaveLength(1);
    expect(await rowsOf(`<p>The table shows what the ships carried.</p>${table(HEADS, ROW)}`)).toHaveLength(1);
  });
});
