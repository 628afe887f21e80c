import { plainSounds, skeletonOf, soundsOf, soundsOfAbjad } from '../script/sound.ts';

export type TokenKind = 'name' | 'initial' | 'particle' | 'honorific' | 'kunya' | 'suffix' | 'number' | 'form' | 'word';

/** One word of a name, ready to be compared. What only some comparisons need is worked out at first use. */
export class Token {
  /** Folded Latin letters and digits. */
  readonly text: string;
  readonly kind: TokenKind;
  /** How much the word says about who is meant. */
  readonly weight: number;
  /** The class of a form or word, the value of a number: equal classes are equal words. */
  readonly cls: string;
  /** The consonants of a word written without short vowels, weak ones as capitals; empty for the others. */
  readonly abjadText: string;
  /** Written without short vowels. */
  readonly abjad: boolean;
  /** Number of the word in its index; -1 for a word that is asked. */
  readonly id: number;
  private asKey: string | null = null;
  private inGroups: readonly string[] | null = null;
  private heard: Uint8Array | null = null;
  private consonants: string | null = null;
  private plainly: string | null = null;

  constructor(text: string, kind: TokenKind, weight: number, cls = '', abjadText = '', id = -1) {
    this.text = text;
    this.kind = kind;
    this.weight = weight;
    this.cls = cls;
    this.abjadText = abjadText;
    this.abjad = abjadText !== '';
    this.id = id;
  }

  /** Equal for words that are compared with others in the same way. */
  get key(): string {
    this.asKey ??= `${this.text}\n${this.kind}\n${this.abjadText}`;
    return this.asKey;
  }

  /** The groups of given names and their short forms that a name is in. */
  get groups(): readonly string[] {
    this.inGroups ??= this.cls.split(' ');
    return this.inGroups;
  }

  get sounds(): Uint8Array {
    this.heard ??= this.abjad ? soundsOfAbjad(this.abjadText) : soundsOf(this.text);
    return this.heard;
  }

  get skeleton(): string {
    this.consonants ??= skeletonOf(this.sounds);
    return this.consonants;
  }

  /** The sounds as text, without the differences that spellings seldom agree on. */
  get plain(): string {
    this.plainly ??= plainSounds(this.sounds);
    return this.plainly;
  }

  /** The same word as another part of a name. */
  as(kind: TokenKind, weight: number): Token {
    return new Token(this.text, kind, weight, this.cls, this.abjadText);
  }
}
