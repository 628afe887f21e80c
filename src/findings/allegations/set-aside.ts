import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { resourcePath } from '../../core/resource.ts';
import { FindingsError } from '../errors.ts';

const words = z.array(z.string().min(2)).min(1);
const shape = z.strictObject({ alone: words, of: z.array(z.strictObject({ things: words, undone: words })) });

type SetAside = {
  readonly alone: RegExp;
  readonly of: readonly { readonly things: RegExp; readonly undone: RegExp }[];
};

const FILE = 'findings/allegations/set-aside.yaml';
let loaded: SetAside | undefined;

/** The words by which a sentence says that what it tells was taken back, set aside or is only supposed; null where it has none. */
export function setAsideBy(sentence: string): string | null {
  loaded ??= load();
  const alone = loaded.alone.exec(sentence)?.[0];
  if (alone !== undefined) return alone;
  for (const { things, undone } of loaded.of) {
    const found = undone.exec(sentence)?.[0];
    if (found !== undefined && things.test(sentence)) return found;
  }
  return null;
}

function load(): SetAside {
  const parsed = shape.safeParse(parse(readFileSync(resourcePath(FILE), 'utf8')));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: FILE });
  const { alone, of } = parsed.data;
  return { alone: anyOf(alone), of: of.map((one) => ({ things: anyOf(one.things), undone: anyOf(one.undone) })) };
}

function anyOf(phrases: readonly string[]): RegExp {
  const any = phrases.map((phrase) => phrase.replace(/ /g, '\\s+')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}-])`, 'iu');
}
