import { readFileSync } from 'node:fs';
import { resourcePath } from '../../core/resource.ts';
import type { Block, Unread } from './text-layer.ts';

/** Letters of a block below which its language is not asked. */
const LEAST_LETTERS = 24;
const LEAST_WORDS = 8;
/** Different small words of a language that must be there. */
const LEAST_KINDS = 3;
/** Share of the letters of a text in other languages above which none of it is read. */
const MOST_FOREIGN = 0.6;
/** Below this share a name or a quotation in another script stands in an English text. */
const LEAST_FOREIGN = 0.03;

/**
 * What of a text is in a language that is not read: claims are read in English alone. Told block by block from the letters
 * and from small words; a block that is too short to tell counts with neither side.
 */
export function languagesUnread(text: string, blocks: readonly Block[]): Unread | null {
  const recognised = blocks.map(({ start, end }) => {
    const own = text.slice(start, end);
    return { start, end, letters: own.match(/\p{L}/gu)?.length ?? 0, language: otherLanguageOf(own) };
  });
  const known = recognised.filter(({ language }) => language !== null);
  const all = known.reduce((sum, { letters }) => sum + letters, 0);
  const foreign = known.filter(({ language }) => language !== ENGLISH);
  const share = foreign.reduce((sum, { letters }) => sum + letters, 0) / Math.max(1, all);
  if (share < LEAST_FOREIGN) return null;
  const names = namesIn(foreign.map(({ language, letters }) => [language ?? '', letters]));
  if (share > MOST_FOREIGN)
    return { what: 'language', whole: true, words: `in ${names}, which the program does not read` };
  return {
    what: 'language',
    whole: false,
    words: `${Math.round(share * 100)} per cent of it is in ${names}, which the program does not read`,
    spans: foreign.map(({ start, end }) => ({ start, end })),
  };
}

/** A language, by its name or that of its script, with its share of the letters that could be told, of 100. */
export type DetectedLanguage = { readonly name: string; readonly share: number };

/**
 * The languages that a text is in, the most frequent first, told block by block; none where it is too short to tell. What its
 * dossier or its maker says of it is another matter.
 */
export function detectedLanguages(text: string, blocks: readonly Block[]): readonly DetectedLanguage[] {
  const letters = new Map<string, number>();
  for (const { start, end } of blocks) {
    const own = text.slice(start, end);
    const language = otherLanguageOf(own);
    if (language !== null) letters.set(language, (letters.get(language) ?? 0) + (own.match(/\p{L}/gu)?.length ?? 0));
  }
  const total = [...letters.values()].reduce((sum, one) => sum + one, 0);
  return [...letters]
    .map(([name, count]) => ({ name, share: Math.round((count / total) * 100) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

const ENGLISH = 'English';

/** The language of a passage; null where it is too short to tell. */
function otherLanguageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const { scripts, english, words } = tables();
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // One sign of Chinese or Korean says as much as two or three letters.
  if (latin < letters / 2 && letters >= LEAST_LETTERS / 2) {
    const counted = scripts.map(({ name, pattern }) => [name, text.match(pattern)?.length ?? 0] as const);
    const first = counted.find(([name, count]) => name === 'Japanese' && count > letters * 0.1);
    return first?.[0] ?? [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }
  const own = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (letters < LEAST_LETTERS || own.length < LEAST_WORDS) return null;
  const share = (list: ReadonlySet<string>): number => {
    const found = own.filter((word) => list.has(word));
    return new Set(found).size < LEAST_KINDS && list !== english ? 0 : found.length / own.length;
  };
  const ofEnglish = share(english);
  const [name, best] = words
    .map(([language, list]) => [language, share(list)] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const);
  if (best >= 0.15 && best > ofEnglish * 2) return name;
  return ofEnglish >= 0.12 ? ENGLISH : null;
}

/** "Korean", "French and German", the most frequent first. */
function namesIn(counted: readonly (readonly [string, number])[]): string {
  const letters = new Map<string, number>();
  for (const [name, count] of counted) letters.set(name, (letters.get(name) ?? 0) + count);
  const total = [...letters.values()].reduce((sum, one) => sum + one, 0);
  return [...letters]
    .filter(([, count]) => count >= total * 0.1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name]) => name)
    .join(' and ');
}

type Tables = {
  readonly scripts: readonly { readonly name: string; readonly pattern: RegExp }[];
  readonly english: ReadonlySet<string>;
  readonly words: readonly (readonly [string, ReadonlySet<string>])[];
};

let loaded: Tables | undefined;

function tables(): Tables {
  if (loaded !== undefined) return loaded;
  const rows = readFileSync(resourcePath('documents/text/languages.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string]);
  const scripts = rows
    .filter(([kind]) => kind === 'script')
    .map(([, name, marks]) => {
      const letters = marks.split(' ').map((script) => `\\p{Script=${script}}`);
      return { name, pattern: new RegExp(letters.join('|'), 'gu') };
    });
  const words = rows
    .filter(([kind]) => kind === 'words')
    .map(([, name, marks]) => [name, new Set(marks.split(' '))] as const);
  const english = words.find(([name]) => name === ENGLISH)?.[1] ?? new Set<string>();
  loaded = { scripts, english, words: words.filter(([name]) => name !== ENGLISH) };
  return loaded;
}
