import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findMentions } from '../../claims/names/mention.ts';
import { tokenize } from '../../claims/tokens/token.ts';
import { findCountry } from '../../core/countries/countries.ts';
import { deepFreeze } from '../../core/json/json.ts';
import { resourcePath } from '../../core/resource.ts';
import { FindingsError } from '../errors.ts';

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}\.\d{2}$/, 'degrees to 0.01, such as 39.03')
    .transform(Number)
    .refine((value) => Math.abs(value) <= most, `at most ${most} degrees`);

const placeRow = z.strictObject({
  name: z.string().min(2),
  variants: z.string().transform((cell) => cell.split('|').filter((name) => name !== '')),
  country: z.string().refine((code) => code === '' || findCountry(code)?.alpha2 === code, 'no code of ISO 3166-1'),
  kind: z.enum(['city', 'port', 'site', 'region', 'water']),
  latitude: degrees(90),
  longitude: degrees(180),
  evidence: z.enum(['seen', 'recalled']),
});

/** A place that claims of this field name, with a point for the map. */
export type GazetteerPlace = z.output<typeof placeRow>;

/** What a phrase of a claim's `where` names. */
export type NamedPlace =
  | { readonly kind: 'place'; readonly place: GazetteerPlace }
  | { readonly kind: 'country'; readonly country: string };

const FILE = 'findings/naming/places.tsv';

let byName: ReadonlyMap<string, GazetteerPlace> | undefined;

/** All places of `places.tsv`, each once. @throws FindingsError `rules-invalid` with the line */
export function gazetteerPlaces(): readonly GazetteerPlace[] {
  byName ??= indexPlaces(readPlaces(readFileSync(resourcePath(FILE), 'utf8')));
  return [...new Set(byName.values())];
}

/** The place or the country that a phrase names; null when it is in neither list: then it is not placed. */
export function namedPlace(phrase: string): NamedPlace | null {
  byName ??= indexPlaces(readPlaces(readFileSync(resourcePath(FILE), 'utf8')));
  const place = byName.get(foldPlace(phrase));
  if (place !== undefined) return { kind: 'place', place };
  const words = tokenize(phrase, 0, phrase.length);
  const [mention, ...more] = findMentions(phrase, words);
  const before = words.slice(0, mention?.from ?? 0);
  const isWhole =
    mention !== undefined &&
    more.length === 0 &&
    mention.to === words.length &&
    before.every(({ lower }) => PARTS.test(lower));
  return isWhole && mention.kind === 'country' ? { kind: 'country', country: mention.country } : null;
}

/** Words before a country's name that leave it the country: "eastern Ukraine" lies in it. */
const PARTS = /^(the|eastern|western|northern|southern|central)$/;

/** "the port of Nampo", "Nampo port" and "NAMPO" are one name; marks over letters do not part names. */
function foldPlace(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^(?:port|city) of /, '')
    .replace(/ (?:port|harbour|city)$/, '');
}

/** @throws FindingsError `rules-invalid` */
export function readPlaces(text: string): readonly GazetteerPlace[] {
  const lines = text.split(/\r?\n/);
  const head = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  const columns = lines[head]?.split('\t') ?? [];
  return lines.slice(head + 1).flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t');
    const parsed = placeRow.safeParse(Object.fromEntries(columns.map((column, i) => [column, cells[i]])));
    if (!parsed.success || cells.length !== columns.length)
      throw new FindingsError('rules-invalid', parsed.success ? 'too many columns' : z.prettifyError(parsed.error), {
        place: `${FILE}:${head + at + 2}`,
      });
    return [deepFreeze(parsed.data)];
  });
}

function indexPlaces(places: readonly GazetteerPlace[]): ReadonlyMap<string, GazetteerPlace> {
  const index = new Map<string, GazetteerPlace>();
  for (const place of places)
    for (const name of [place.name, ...place.variants]) {
      const key = foldPlace(name);
      const known = index.get(key);
      if (known !== undefined && known !== place)
        throw new FindingsError('rules-invalid', `"${name}" is the name of two places`, { place: FILE });
      index.set(key, place);
    }
  return index;
}
