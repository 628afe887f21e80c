import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GistClaim, gistOf, statementIn } from './gist.ts';

function claim(name: string, quote: string, more: Partial<GistClaim> = {}): GistClaim {
  return { claimant: { name, kind: 'state-organ' }, polarity: 'asserts', speech: 'reported', quote, ...more };
}

test.each([
  [
    'the port authority',
    'The port authority said on Monday that two tankers left Tartus empty.',
    'The port authority: two tankers left Tartus empty',
  ],
  [
    'customs office',
    'According to the customs office, the crates held pumps.',
    'Customs office: The crates held pumps',
  ],
  ['Rana Aziz', '“Nobody paid us,” Rana Aziz told reporters.', 'Rana Aziz: Nobody paid us'],
  ['Rana Aziz', 'Three trucks crossed in May, Rana Aziz said on Friday.', 'Rana Aziz: Three trucks crossed in May'],
  [
    'coast guard',
    'The coast guard said in May 2021 that it had followed the barge.',
    'Coast guard: it had followed the barge',
  ],
  // The verb says how the statement is made, so it stays.
  ['ministry', 'The ministry estimated that 300 workers had left.', 'The ministry estimated that 300 workers had left'],
])('tells the statement of %s from who makes it', (name, quote, gist) => {
  expect(gistOf(claim(name, quote))).toBe(gist);
});

test('cuts nothing off where a word may turn the statement round', () => {
  const said = 'The mayor never said that the depot burnt down.';
  expect(gistOf(claim('mayor', said))).toBe('The mayor never said that the depot burnt down');
  expect(gistOf(claim('mayor', 'Without proof the mayor said that the depot burnt down.'))).toContain('Without proof');
});

test('a denial keeps all its words, and says that it is one', () => {
  const denial = { polarity: 'denies' } as const;
  expect(gistOf(claim('Norland', 'Norland denied that it had sold the boats.', denial))).toBe(
    'Norland denied that it had sold the boats',
  );
  const quote = 'A spokeswoman dismissed the report on grain as baseless.';
  expect(gistOf(claim('foreign ministry', quote, denial))).toBe(
    'Foreign ministry denies: “A spokeswoman dismissed the report on grain as baseless”',
  );
  expect(statementIn(claim('foreign ministry', quote, denial))).toMatch(/^denies: /);
});

test('what a paper says of its own State is not taken for the attribution', () => {
  expect(gistOf(claim('Norland', 'Norland fired two rockets.', { speech: 'own-voice' }))).toBe(
    'Norland: “Norland fired two rockets”',
  );
});

test('a statement that somebody else hands over is left whole', () => {
  const quote = 'The senator said that the bank moved the funds.';
  expect(gistOf(claim('Halvard Bank', quote))).toContain('moved the funds');
  expect(gistOf(claim('Halvard Bank', 'Deputy Orr said that the bank moved the funds.'))).toBe(
    'Halvard Bank: “Deputy Orr said that the bank moved the funds”',
  );
});

test('a long statement is cut at a word, and marks of quotation stay in pairs', () => {
  const quote = `The envoy said that “${'the convoy went on and '.repeat(20)}stopped”.`;
  const gist = gistOf(claim('envoy', quote), 80);
  expect(gist).toMatch(/^Envoy: “the convoy .*…”$/);
  expect(gist.length).toBeLessThan(100);
});

test('every word but the name, "denies" and the marks is the source’s own, in its order', () => {
  const word = fc.constantFrom(
    'said',
    'that',
    'the',
    'Orr',
    'boats',
    'not',
    'sank',
    ',',
    '“',
    '”',
    'according',
    'to',
    'It',
    'he',
    '.',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 25 }), fc.boolean(), (words, denies) => {
      const quote = words.join(' ');
      const gist = gistOf(claim('Orr', quote, denies ? { polarity: 'denies' } : {}));
      const own = gist.replace(/^Orr(?: denies)?: /, '');
      const bare = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? [];
      expect(bare(quote).join(' ')).toContain(bare(own).join(' '));
    }),
  );
});
