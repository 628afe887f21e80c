import { detached, isBlank, LONGEST_MEMOIZED } from '../network/features.ts';
import type { AttributeRule, Condition, LemmaTables, WordPattern } from '../network/weights.ts';
import { lemmaOf } from './lemma.ts';

/** What follows from a word's tag, label and form: universal part of speech, lemma; the tag, where the rules correct it. */
export type Attributes = { readonly tag: string; readonly pos: string; readonly lemma: string };

const MOST_KNOWN = 20_000;

type Test = (tag: string, lower: string, label: string, blank: boolean) => boolean;
type Rule = {
  readonly number: number;
  readonly tests: readonly Test[];
  readonly at: number;
  readonly attrs: AttributeRule['attrs'];
};

function valueTest(condition: Condition): (value: string) => boolean {
  if (typeof condition === 'string') return (value) => value === condition;
  if (typeof condition === 'boolean') return (value) => (value === 'true') === condition;
  if ('IN' in condition) return (value) => condition.IN.includes(value);
  if ('NOT_IN' in condition) return (value) => !condition.NOT_IN.includes(value);
  const pattern = new RegExp(condition.REGEX, 'u');
  return (value) => pattern.test(value);
}

function wordTest(pattern: WordPattern): Test {
  const any = () => true;
  const onTag = pattern.TAG === undefined ? any : valueTest(pattern.TAG);
  const onLower = pattern.LOWER === undefined ? any : valueTest(pattern.LOWER);
  const onLabel = pattern.DEP === undefined ? any : valueTest(pattern.DEP);
  const onBlank = pattern.IS_SPACE === undefined ? any : valueTest(pattern.IS_SPACE);
  return (tag, lower, label, blank) => onTag(tag) && onLower(lower) && onLabel(label) && onBlank(String(blank));
}

/**
 * Applies the rules that came with the weights: all that match, in their order, a later one winning. A word whose
 * neighbours play no part is worked out once for its form, tag and label.
 */
export class AttributeRules {
  readonly #tables: LemmaTables;
  readonly #single: readonly Rule[];
  readonly #several: readonly Rule[];
  readonly #known = new Map<string, Attributes>();

  constructor(tables: LemmaTables) {
    const rules = tables.attributeRules.flatMap(({ patterns, attrs, index }, number) =>
      patterns.map((pattern) => ({ number, tests: pattern.map(wordTest), at: index, attrs })),
    );
    this.#tables = tables;
    this.#single = rules.filter(({ tests }) => tests.length === 1);
    this.#several = rules.filter(({ tests }) => tests.length > 1);
  }

  /** Attributes of each word of a sentence. */
  attributesOf(words: readonly string[], tags: readonly string[], labels: readonly string[]): readonly Attributes[] {
    const lowers = words.map((word) => word.toLowerCase());
    const extra = this.#acrossWords(lowers, tags, labels);
    return words.map((word, place) => {
      const more = extra.get(place);
      if (more !== undefined) return this.#attributes(word, lowers[place]!, tags[place]!, labels[place]!, more);
      const key = `${word}\t${tags[place]}\t${labels[place]}`;
      const before = this.#known.get(key);
      if (before !== undefined) return before;
      const attributes = this.#attributes(detached(word), lowers[place]!, tags[place]!, labels[place]!, []);
      if (word.length > LONGEST_MEMOIZED) return attributes;
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      this.#known.set(key, attributes);
      return attributes;
    });
  }

  /** Rules over several words, by the word that they speak of. */
  #acrossWords(
    lowers: readonly string[],
    tags: readonly string[],
    labels: readonly string[],
  ): ReadonlyMap<number, readonly Rule[]> {
    const found = new Map<number, Rule[]>();
    for (let start = 0; start + 1 < lowers.length; start++)
      for (const rule of this.#several) {
        const matches = rule.tests.every((test, offset) => {
          const at = start + offset;
          return at < lowers.length && test(tags[at]!, lowers[at]!, labels[at]!, isBlank(lowers[at]!));
        });
        if (!matches) continue;
        const place = start + rule.at;
        found.set(place, [...(found.get(place) ?? []), rule]);
      }
    return found;
  }

  #attributes(word: string, lower: string, tag: string, label: string, across: readonly Rule[]): Attributes {
    const blank = isBlank(word);
    const rules = this.#single.filter(({ tests }) => tests[0]!(tag, lower, label, blank));
    if (across.length > 0) rules.push(...across);
    rules.sort((a, b) => a.number - b.number);
    let attrs: AttributeRule['attrs'] = {};
    for (const rule of rules) attrs = { ...attrs, ...rule.attrs };
    const pos = attrs.POS ?? 'X';
    const lemma = attrs.LEMMA ?? lemmaOf(word, pos, attrs.MORPH ?? '', this.#tables);
    return Object.freeze({ tag: attrs.TAG ?? tag, pos, lemma });
  }
}
