import { NONE, type PostingTable, PostingTableBuilder } from '../words/posting-table.ts';
import type { Token } from '../words/token.ts';
import { addListedKeys } from '../words/word-keys.ts';
import { type IndexArrays, TOKEN_KINDS, WORD_TRAITS } from './screening-index.ts';

type WordArrays = Pick<IndexArrays, 'wordKind' | 'wordWeight' | 'wordSoundStarts' | 'wordSounds' | 'wordTraits'> & {
  readonly wordKeys: PostingTable;
};

/** The words of listed names, each once: of one text there are several where they are of several kinds, weights or classes. */
export class ListedWords {
  readonly #texts: string[] = [];
  readonly #classes: string[] = [];
  readonly #kinds: number[] = [];
  readonly #weights: number[] = [];
  readonly #sounds: Uint8Array[] = [];
  readonly #traits: number[] = [];
  readonly #keys = new PostingTableBuilder();
  /** The last word of each text, and after each word the one before it. */
  readonly #lastOfText = new Map<string, number>();
  readonly #nextOfText: number[] = [];
  readonly #ownKeys: number[] = [];

  get size(): number {
    return this.#texts.length;
  }

  /** The number of a word, in the order in which words came. */
  idOf(token: Token): number {
    const cls = token.abjad ? `*${token.abjadText}` : token.cls;
    const kind = TOKEN_KINDS.indexOf(token.kind);
    const last = this.#lastOfText.get(token.text) ?? NONE;
    for (let id = last; id !== NONE; id = this.#nextOfText[id]!)
      if (this.#kinds[id] === kind && this.#weights[id] === token.weight && this.#classes[id] === cls) return id;
    const id = this.#texts.length;
    this.#lastOfText.set(token.text, id);
    this.#nextOfText.push(last);
    this.#texts.push(token.text);
    this.#classes.push(cls);
    this.#kinds.push(kind);
    this.#weights.push(token.weight);
    this.#sounds.push(token.sounds);
    const hasShortForm = token.kind === 'name' && token.cls !== '';
    this.#traits.push((token.abjad ? WORD_TRAITS.abjad : 0) | (hasShortForm ? WORD_TRAITS.shortForm : 0));
    this.#ownKeys.length = 0;
    addListedKeys(token, this.#ownKeys);
    for (const key of this.#ownKeys) this.#keys.add(key, id);
    return id;
  }

  /** Numbers words again in the order in which they are asked for; those that never are fall away. */
  inOrder(): { newId(id: number): number; finish(): { arrays: WordArrays; words: string[]; wordClasses: string[] } } {
    const newIds = new Uint32Array(this.#texts.length).fill(NONE);
    const order: number[] = [];
    return {
      newId: (id) => {
        if (newIds[id] === NONE) newIds[id] = order.push(id) - 1;
        return newIds[id]!;
      },
      finish: () => ({
        arrays: {
          wordKind: new Uint8Array(order.map((id) => this.#kinds[id]!)),
          wordWeight: new Float32Array(order.map((id) => this.#weights[id]!)),
          wordTraits: new Uint8Array(order.map((id) => this.#traits[id]!)),
          ...joinSounds(order.map((id) => this.#sounds[id]!)),
          wordKeys: this.#keys.finish(newIds),
        },
        words: order.map((id) => this.#texts[id]!),
        wordClasses: order.map((id) => this.#classes[id]!),
      }),
    };
  }
}

function joinSounds(sounds: readonly Uint8Array[]): Pick<IndexArrays, 'wordSoundStarts' | 'wordSounds'> {
  const wordSoundStarts = new Uint32Array(sounds.length + 1);
  for (let id = 0; id < sounds.length; id++) wordSoundStarts[id + 1] = wordSoundStarts[id]! + sounds[id]!.length;
  const wordSounds = new Uint8Array(wordSoundStarts[sounds.length] ?? 0);
  for (let id = 0; id < sounds.length; id++) wordSounds.set(sounds[id]!, wordSoundStarts[id]);
  return { wordSoundStarts, wordSounds };
}
