import { analyseName, type Name } from '../names/name.ts';
import { translatedNames } from '../names/translated-name.ts';
import { kindOfSchema } from '../words/name-kind.ts';
import { type AskedWord, wordsAsked } from './asked-word.ts';
import { compareNames } from './compare-names.ts';

/** A name taken apart once, to be scored beside many others of its schema. */
export type ScoredName = readonly {
  readonly name: Name;
  /** The name itself and what it means in English, with their words. */
  readonly asked: readonly { readonly form: Name; readonly words: readonly AskedWord[] }[];
}[];

/** A name as each kind that its schema may be of. */
export function scoredName(raw: string, schema: string): ScoredName {
  const kind = kindOfSchema(schema);
  const kinds = kind === 'any' ? (['person', 'organisation'] as const) : [kind];
  return kinds.map((each) => {
    const name = analyseName(raw, each);
    return {
      name,
      asked: [name, ...translatedNames(raw, each)].map((form) => ({ form, words: wordsAsked(form) })),
    };
  });
}

/** How much the first is the second, 0 to 1; both of one schema. */
export function scoreNames(asked: ScoredName, listed: ScoredName): number {
  let best = 0;
  for (const [at, { asked: forms }] of asked.entries()) {
    const name = listed[at]?.name;
    if (name === undefined) continue;
    for (const { form, words } of forms) {
      const { score, most } = compareNames(form, name, words);
      best = Math.max(best, Math.min(score, most));
    }
  }
  return Math.round(best * 1000) / 1000;
}

/** The score of two subjects of one schema by their names alone, 0 to 1: the best pair of names. */
export function scorePair(a: readonly string[], b: readonly string[], schema: string): number {
  const listed = b.map((name) => scoredName(name, schema));
  return Math.max(
    0,
    ...a.flatMap((name) => {
      const asked = scoredName(name, schema);
      return listed.map((one) => scoreNames(asked, one));
    }),
  );
}
