import { expect, test } from 'vitest';
import { findQuotations } from '../attribution/quotation.ts';
import { splitSentences } from './sentence.ts';

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
const quotes = (text: string) =>
  findQuotations(text, { start: 0, end: text.length }).map((entry) => [
    text.slice(entry.start, entry.end),
    entry.closed,
  ]);

test.each([
  ['The U.S. and the U.N. agreed. Nobody else did.', 2],
  ['He lives in the U.S. The others left.', 2],
  ['Gen. Anna Berg met Lt. Col. Ito at Berg Co. Ltd. in May.', 1],
  ['See No. 5 of Jan. 12. It was sold by Berg Co. Ltd. The price was $3.5 million.', 3],
  ['"It is over," she said. "We are going home."', 2],
  ['“It is over.” The hall was silent.', 2],
  ['Was it over? No one knew! They left.', 3],
  ['At 4 p.m. the ship left. John F. Kennedy was aboard.', 2],
  ['They worked for 40 U.S. IT companies.', 1],
  ['It was listed pursuant to Executive Order (E.O.) 13685 in May.', 1],
  ['They left the firm (based in the U.S.) The others stayed.', 2],
  ['Chad sold it, said U.S. Under Secretary of State Anna Berg.', 1],
  ['The yacht Mira C. I., built in Riga, left.', 1],
  ['The panel met.1 It left.', 2],
  ['The panel met in 2017.1 It left.', 2],
  ['The link carries 12.8 Gbps, and 3.5 Tonnes of cable lie there.', 1],
  ['The draft, e.g. its annex, and D.P.R.K. officials were late.', 1],
])('%s has %i sentences', (text, count) => {
  expect(split(text)).toHaveLength(count);
});

test('a sentence broken over lines stays whole; an empty line ends it', () => {
  expect(split('The ship left\nthe port at\nnoon. It sank')).toEqual(['The ship left\nthe port at\nnoon.', 'It sank']);
  expect(split('A heading\n\nThe ship left.')).toEqual(['A heading', 'The ship left.']);
});

test('quotations with straight, curly and single marks', () => {
  expect(quotes('He said "yes" and “no”.')).toEqual([
    ['yes', true],
    ['no', true],
  ]);
  expect(quotes("The ship's master called it ‘a farce,’ the crew's view.")).toEqual([['a farce,', true]]);
  expect(quotes('"We will go on.')).toEqual([['We will go on.', false]]);
  expect(quotes("The crews' wages and the owners' debts.")).toEqual([]);
});
