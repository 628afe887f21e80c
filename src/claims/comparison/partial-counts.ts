import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { ClaimsError } from '../model/claims-error.ts';

const words = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  means: words,
  terms: words,
  portions: words,
  times: words,
  frequencies: words,
  corrections: words,
});

type Patterns = { readonly parts: readonly RegExp[]; readonly correction: RegExp };

let patterns: Patterns | undefined;

/** What a sentence says beside its figure that makes it one of a part, one way or each of several times; undefined where nothing does. */
export function partSaidIn(sentence: string): string | undefined {
  const found = loaded().parts.flatMap((pattern) => pattern.exec(sentence)?.[0] ?? []);
  return found.length === 0 ? undefined : found.join(' ').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a sentence says that a figure was corrected: then it holds the one or the other, and neither is wrong against the other. */
export function tellsCorrection(sentence: string): boolean {
  return loaded().correction.test(sentence);
}

function loaded(): Patterns {
  patterns ??= load();
  return patterns;
}

function load(): Patterns {
  const file = 'claims/comparison/partial-counts.yaml';
  const parsed = schema.safeParse(resourceYaml(file));
  if (!parsed.success) throw new ClaimsError('invalid-vocabulary', z.prettifyError(parsed.error), { place: file });
  const { means, terms, portions, times, frequencies, corrections } = parsed.data;
  const any = (some: readonly string[]): string => `(?:${some.join('|')})`;
  // Up to three words of description: "under the old sales contracts", "in a first large group".
  const described = String.raw`(?:[\p{L}-]+\s+){0,3}?`;
  return {
    parts: [
      new RegExp(String.raw`\b(?:by|via|aboard|on board)\s+(?:the\s+)?${any(means)}\b`, 'iu'),
      new RegExp(String.raw`\bunder\s+${described}${any(terms)}\b`, 'iu'),
      new RegExp(
        String.raw`\b(?:in|with|as)\s+(?:an?|one|the|its|their|this|that|each)\s+${described}${any(portions)}\b`,
        'iu',
      ),
      new RegExp(String.raw`\b(?:each|every|per)\s+${any(times)}\b|(?<=\d[^.;,]{0,40})\ban?\s+${any(times)}\b`, 'iu'),
      new RegExp(String.raw`\b${any(frequencies)}\b`, 'iu'),
      /\b\d[\d.,]*(?:\s+(?:million|thousand|hundred))?\s+more(?!\s+than)\b|\b(?:another|an additional|a further)\s+\d/iu,
    ],
    correction: new RegExp(String.raw`\b${any(corrections)}\b`, 'iu'),
  };
}
