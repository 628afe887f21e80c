import type { Span } from '../../documents/text/text-layer.ts';
import { nameWords } from './name-words.ts';

/** A word of a text, in scripts that write words apart. */
export type TextWord = Span & { readonly text: string };

/** Words and numbers of a text; signs of Han and kana are no words, and a number before or after one stands alone. */
export function textWords(text: string, { start, end }: Span = { start: 0, end: text.length }): TextWord[] {
  return [
    ...text
      .slice(start, end)
      .matchAll(
        /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|\p{N}+/gu,
      ),
  ].map((match) => ({ text: match[0], start: start + match.index, end: start + match.index + match[0].length }));
}

/** A name to be found again, as its words. */
type Wanted<Value> = { readonly words: readonly string[]; readonly value: Value };

/** What may stand between two words of a name: a blank, a hyphen, a stop after an initial. */
const GAP = /^(?:[ \u00a0]*\n?[ \u00a0]*|[.,]?[ \u00a0]|[-‐–.·・]|[.,]? ?["'“”«»])$/;

/** Names to be found in texts, in scripts that write words apart by their words, in others by their signs. */
export class WrittenNames<Value> {
  readonly #byKey = new Map<string, Wanted<Value>[]>();
  readonly #bySign = new Map<string, { readonly name: string; readonly value: Value }[]>();

  add(name: string, value: Value): void {
    const words = textWords(name).map(({ text }) => text);
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) {
      const plain = name.trim();
      push(this.#bySign, plain.slice(0, 2), { name: plain, value });
    } else if (words.length > 0) push(this.#byKey, keyOf(words[0]!), { words, value });
  }

  /** Places where a text has one of the names, at each place the longest. */
  *find(text: string, span: Span = { start: 0, end: text.length }): Generator<Span & { readonly value: Value }> {
    yield* this.#findWords(text, textWords(text, span));
    if (this.#bySign.size > 0) yield* this.#findSigns(text, span);
  }

  *#findWords(text: string, words: readonly TextWord[]): Generator<Span & { readonly value: Value }> {
    for (let at = 0; at < words.length; at++) {
      let best: (Span & { readonly value: Value; readonly count: number }) | undefined;
      for (const { words: wanted, value } of this.#byKey.get(keyOf(words[at]!.text)) ?? []) {
        if (best !== undefined && wanted.length <= best.count) continue;
        const end = endOf(text, words, at, wanted);
        if (end !== undefined) best = { start: words[at]!.start, end, value, count: wanted.length };
      }
      if (best === undefined) continue;
      yield { start: best.start, end: best.end, value: best.value };
      at += best.count - 1;
    }
  }

  *#findSigns(text: string, { start, end }: Span): Generator<Span & { readonly value: Value }> {
    for (let at = start; at < end; at++) {
      let best: { readonly name: string; readonly value: Value } | undefined;
      for (const one of this.#bySign.get(text.slice(at, at + 2)) ?? [])
        if (one.name.length > (best?.name.length ?? 0) && text.startsWith(one.name, at)) best = one;
      if (best === undefined) continue;
      yield { start: at, end: at + best.name.length, value: best.value };
      at += best.name.length - 1;
    }
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Words that may be the same word have one key: where endings are written to a word its beginning, else all of it. */
function keyOf(word: string): string {
  const key = plain(word);
  return /^[\p{Script=Cyrillic}\p{Script=Hangul}]/u.test(key) ? key.slice(0, 2) : key;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/ё/g, 'е').replace(/’/g, "'");
}

/** Where the name ends that begins at a word; undefined where it does not stand there. */
function endOf(text: string, words: readonly TextWord[], at: number, wanted: readonly string[]): number | undefined {
  let end: number | undefined;
  for (const [offset, name] of wanted.entries()) {
    const word = words[at + offset];
    if (word === undefined) return undefined;
    if (offset > 0 && !GAP.test(text.slice(words[at + offset - 1]!.end, word.start))) return undefined;
    const edge = offset === 0 || offset === wanted.length - 1;
    // A name begins and ends as it is written, so that "Rose" is no verb; what stands small inside it may be in capitals on a list.
    if (edge && /^\p{Ll}/u.test(word.text) && !/^\p{Ll}/u.test(name)) return undefined;
    const length = sameLength(name, word.text, offset === wanted.length - 1);
    if (length === undefined) return undefined;
    end = word.start + length;
  }
  return end;
}

/** How much of a word of the text is the word of a name: all of it, or less an ending that is written to it. */
function sameLength(name: string, word: string, last: boolean): number | undefined {
  const [wanted, had] = [plain(name), plain(word)];
  if (wanted === had) return word.length;
  if (last && /^\p{Script=Hangul}+$/u.test(name) && had.startsWith(wanted))
    return nameWords().endings.has(word.slice(name.length)) ? name.length : undefined;
  if (/^\p{Script=Cyrillic}+$/u.test(name)) return isInflected(wanted, had) ? word.length : undefined;
  return undefined;
}

/** Endings of names and nouns in the cases of Russian. */
const CASE_ENDING = /^(?:а|я|у|ю|ом|ем|ым|им|е|ы|и|ой|ей|ою|ого|его|ому|ему|ую|юю|ая|ь|ью|ою|ам|ах|ами|ый|ий)?$/;

function isInflected(name: string, word: string): boolean {
  const stem = /^(.{2,}?)(?:ый|ий|ой|ая|а|я|ь|й|о|е)?$/.exec(name)?.[1] ?? name;
  // The last vowel of some falls out before an ending: "Павел" and "Павла".
  const bare = name.replace(/[ео]([лцкрн])$/, '$1');
  // "Пак" and "Пака": a stem of three letters may take an ending, but not drop one.
  return [name, stem, ...(bare !== name && word !== bare ? [bare] : [])].some(
    (begin) => begin.length >= 3 && word.startsWith(begin) && CASE_ENDING.test(word.slice(begin.length)),
  );
}
