import type { Claim } from '../../claims/model/claim.ts';
import { countryName } from '../../core/countries/countries.ts';
import { countryCentre } from '../../figures/maps/country-centre.ts';
import type { MapPlace } from '../../figures/maps/map.ts';
import { namedPlace } from '../../findings/naming/gazetteer.ts';
import type { ReportMap } from '../../report/model/model.ts';
import { writeCount, writeList } from '../../report/model/words.ts';

type Mark = {
  readonly name: string;
  readonly country: string;
  readonly isWhole: boolean;
  readonly point: Point | null;
};
type Point = Pick<MapPlace, 'longitude' | 'latitude'>;

/**
 * Where claims say that it happened. A State named as a whole is marked at its middle, and only while no place in it is
 * marked, so that a mark in an empty steppe is not taken for a place. A name that the program does not know is listed as not
 * placed. Null where the claims name no place at all.
 */
export function mapOfClaims(claims: readonly Claim[], title: string): ReportMap | null {
  const named = new Map<string, { readonly mark: Mark; readonly claims: Claim[] }>();
  for (const claim of claims)
    for (const phrase of new Set(claim.where)) {
      const mark = markOf(phrase);
      const known = named.get(mark.name) ?? { mark, claims: [] };
      if (!known.claims.includes(claim)) known.claims.push(claim);
      named.set(mark.name, known);
    }
  if (named.size === 0) return null;
  const all = [...named.values()];
  const covered = new Set(all.flatMap(({ mark }) => (mark.isWhole || mark.point === null ? [] : [mark.country])));
  const isMarked = ({ point, isWhole, country }: Mark): boolean => point !== null && !(isWhole && covered.has(country));
  return {
    title,
    places: all
      .filter(({ mark }) => isMarked(mark))
      .map(({ mark, claims: own }) => ({
        name: mark.name,
        ...(mark.point as Point),
        note: `${mark.isWhole ? 'named as a whole; the mark is its middle; ' : ''}${describeClaims(own)}`,
      })),
    whole: all.filter(({ mark }) => mark.isWhole && covered.has(mark.country)).map(({ mark }) => mark.name),
    unplaced: all.filter(({ mark }) => mark.point === null).map(({ mark }) => mark.name),
  };
}

function markOf(phrase: string): Mark {
  const found = namedPlace(phrase);
  if (found === null) return { name: phrase, country: '', isWhole: false, point: null };
  if (found.kind === 'country')
    return {
      name: countryName(found.country),
      country: found.country,
      isWhole: true,
      point: countryCentre(found.country),
    };
  const { name, country, longitude, latitude } = found.place;
  return { name, country, isWhole: false, point: { longitude, latitude } };
}

const MOST_NAMED = 3;

/** "3 claims, by the State Department and the MSMT". */
function describeClaims(claims: readonly Claim[]): string {
  const names = [...new Set(claims.map(({ claimant }) => claimant.name))];
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  return `${writeCount(claims.length, 'claim')}, by ${writeList([...names.slice(0, MOST_NAMED), ...more])}`;
}
