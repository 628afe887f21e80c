import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

const shape = z.strictObject({
  places: words,
  forms: words,
  bodies: words,
  banks: words,
  'many-bodies': words,
  nouns: words,
  ships: z.strictObject({ hangul: words, han: words, cyrillic: words, arabic: words }),
  'forms-before': words,
  endings: words,
  'arabic-prefixes': words,
  'bodies-before': words,
  'forms-hangul': words,
  'before-hangul': words,
});

type NameWords = z.infer<typeof shape>;

let loaded: NameWords | undefined;

/** Words that tell what a name names, from `name-words.yaml`. */
export function nameWords(): NameWords {
  loaded ??= shape.parse(resourceYaml('subjects/mentions/name-words.yaml'));
  return loaded;
}
