import { expect, test } from 'vitest';
import { parseSentence } from './parse-sentence.ts';

/** Verbs with what befalls each. */
function befallen(text: string): string[] {
  const { clauses, words } = parseSentence(
    text,
    { start: 0, end: text.length },
    { published: null, earlier: [], vessels: new Set(), headline: false, isQuoted: () => false },
  );
  return clauses.map(({ lemma, object, form }) => `${lemma} ${words[object?.head ?? -1]?.text ?? ''} ${form}`);
}

test.each([
  [
    'Ten rifles were seized in Riga, and 14 smugglers arrested in raids on 4 March.',
    ['seize rifles finite', 'arrest smugglers finite'],
  ],
  [
    'Some 20 depots were searched, 12 men arrested and over 300 rifles seized.',
    ['search depots finite', 'arrest men finite', 'seize rifles finite'],
  ],
  [
    'About 400 people have been killed and more than 7,000 displaced since April 2023.',
    ['kill people finite', 'displace 7,000 finite'],
  ],
  // A participle that only says which ones are meant.
  ['Rifles and pistols made in Narva were seized.', ['make pistols past-participle', 'seize Rifles finite']],
])('%s', (text, expected) => {
  expect(befallen(text)).toEqual(expected);
});
