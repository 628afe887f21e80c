import { scriptOf } from './script.ts';
import { once, readTable } from './table.ts';

const words = once(() => {
  const map = new Map<string, string>();
  for (const [forms = '', english = ''] of readTable('arabic-words.tsv'))
    for (const form of forms.split(' ')) map.set(plain(form), english);
  return map;
});

/** Without the article, the vowel signs and the differences of writing between the languages of the script. */
function plain(word: string): string {
  return word
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ه$/, 'ة')
    .replace(/^(?:وال|ال|لل)(?=.{3})/, '');
}

/** The name of an organisation in Arabic script with its common tokens in English and the others as they stand; null without such a word. */
export function translateArabic(name: string): string | null {
  if (scriptOf(name) !== 'arabic') return null;
  const table = words();
  let known = 0;
  const out = name
    .normalize('NFKC')
    .split(/[\s\u200c]+/)
    .map((word) => {
      const english = table.get(plain(word));
      if (english !== undefined) known++;
      return english ?? word;
    });
  return known === 0 ? null : out.join(' ');
}
