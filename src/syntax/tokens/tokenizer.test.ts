import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenizer.ts';

const cut = (text: string) => tokenize(text).words.join('|');

describe('cutting a text into words', () => {
  it.each([
    ["They can't, he'd said.", "They|ca|n't|,|he|'d|said|."],
    ['They won’t; it’s Seoul’s.', 'They|wo|n’t|;|it|’s|Seoul|’s|.'],
    ['CANNOT and Cannot', 'CAN|NOT|and|Can|not'],
    ['the owners’ ships', 'the|owners|’|ships'],
    ['Russian-flagged, 20-year-old', 'Russian|-|flagged|,|20|-|year|-|old'],
    ['U.S.-built drones', 'U.S.-built|drones'],
    ['in the U.S.', 'in|the|U.S.'],
    ['Mr. J. Park of Acme Co.', 'Mr.|J.|Park|of|Acme|Co.'],
    ['see No. 5, para. 12 and Art. 3', 'see|No.|5|,|para.|12|and|Art.|3'],
    ['He said No.', 'He|said|No|.'],
    ['US$140 million, €2.5m, 12,000 t', 'US$|140|million|,|€|2.5|m|,|12,000|t'],
    ['35% of 600km at 8a.m.', '35|%|of|600|km|at|8|a.m.'],
    ['2017-2019, 2017–2019', '2017|-|2019|,|2017–2019'],
    ['(S/2024/215) and/or "this"', '(|S/2024/215|)|and|/|or|"|this|"'],
    ['“Never,” he said—twice…', '“|Never|,|”|he|said|—|twice|…'],
    ['ships...gone', 'ships|...|gone'],
    ['(see https://example.org/a-b?c=d).', '(|see|https://example.org/a-b?c=d|)|.'],
    ['write to info@example.org, or example.org', 'write|to|info@example.org|,|or|example.org'],
    ['🚢🚢 sailed', '🚢|🚢|sailed'],
    ['', ''],
    [' \n\u00a0', ''],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words);
  });

  it('tells where words begin and whether white space follows, also in a part of a text', () => {
    const text = 'Before. It  sailed\nhome. After';
    expect(tokenize(text, 8, 24)).toEqual({
      words: ['It', 'sailed', 'home', '.'],
      spaces: [true, true, false, false],
      starts: [8, 12, 19, 23],
    });
  });

  it('loses no character but white space, and makes no word of white space', () => {
    const marks = fc.constantFrom(...'abZ9.,\'’"-–—/()$%:;…&@ \n\t🚢é船', 'US$', "n't", 'a.m.', 'http://', '\ud800');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(marks, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { words, starts } = tokenize(text);
        words.forEach((word, place) => {
          expect(text.startsWith(word, starts[place])).toBe(true);
        });
        const blank = /[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
        expect(words.join('')).toBe(text.replace(blank, ''));
        expect(words.every((word) => word.length > 0)).toBe(true);
      }),
    );
  });

  it.each(['(', '.', "a'", '-a', 'a.', 'US$', '1-', 'a@', '🚢'])('takes linear time for one long run of %s', (unit) => {
    const begun = process.cpuUsage();
    tokenize(unit.repeat(200_000 / unit.length));
    const { user, system } = process.cpuUsage(begun);
    // Quadratic time would be minutes.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
