import { hanCharacter } from './han.ts';
import { scriptOf } from './script.ts';
import { once, readTable } from './table.ts';

const words = once(() => {
  const english = new Map<string, string>();
  let longest = 1;
  for (const [word = '', full = '', simplified = '-'] of readTable('chinese-words.tsv')) {
    english.set(full, word);
    if (simplified !== '-') english.set(simplified, word);
    longest = Math.max(longest, full.length);
  }
  return { english, longest };
});

/**
 * The English form of a Chinese organisation's name: its common tokens in English, its own part in pinyin as one word. Null
 * for a name in another script or without such a word.
 */
export function translateChinese(name: string): string | null {
  const text = name
    .normalize('NFKC')
    .replace(/[()·・,.\-–、]/g, ' ')
    .trim();
  if (scriptOf(text) !== 'han') return null;
  const { english, longest } = words();
  const out: string[] = [];
  let own = '';
  let known = 0;
  const flush = (): void => {
    if (own !== '') out.push(own);
    own = '';
  };
  for (const part of text.split(/\s+/)) {
    const chars = [...part];
    for (let at = 0; at < chars.length; ) {
      const found = wordAt(chars, at, english, longest);
      if (found === null) {
        own += hanCharacter(chars[at] ?? '')?.pinyin[0] ?? '';
        at++;
        continue;
      }
      flush();
      out.push(found.english);
      known++;
      at += found.length;
    }
    flush();
  }
  return known === 0 ? null : out.join(' ');
}

function wordAt(
  chars: readonly string[],
  at: number,
  table: ReadonlyMap<string, string>,
  longest: number,
): { english: string; length: number } | null {
  for (let length = Math.min(longest, chars.length - at); length > 0; length--) {
    // One character is a word only at the end (ministry, factory): within a name it is a part of some other word.
    if (length === 1 && (chars.length < 4 || at < chars.length - 1)) continue;
    const english = table.get(chars.slice(at, at + length).join(''));
    if (english !== undefined) return { english, length };
  }
  return null;
}
