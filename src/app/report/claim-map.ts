import type { Claim } from '../../claims/model/claim.ts';
import { basisOfPart } from '../../claims/model/part-basis.ts';
import { countryName } from '../../core/countries/countries.ts';
import type { MapPlace } from '../../figures/maps/map.ts';
import { namedPlace } from '../../findings/naming/gazetteer.ts';
import type { ReportMap } from '../../report/model/model.ts';
import { writeCount, writeList } from '../../report/model/words.ts';

type Mark = {
  readonly name: string;
  readonly isWhole: boolean;
  readonly point: Point | null;
};
/** A place next to something that was only said, planned or held possible is none where anything happened. */
function tellsOfEvent({ polarity, predicate, modality, factuality }: Claim): boolean {
  return (
    polarity === 'asserts' &&
    predicate !== 'said' &&
    factuality === undefined &&
    modality !== 'intends' &&
    modality !== 'calls-for'
  );
}

/** "received from Pyongyang": the government, and no place. */
function isParty({ roles }: Claim, phrase: string): boolean {
  return [roles.agent, roles.recipient, roles.origin].some((names) => names?.includes(phrase) === true);
}

/** Where it went is a place of the event only where the sentence itself says so. */
function isCarried(claim: Claim, phrase: string): boolean {
  return claim.roles.destination?.includes(phrase) === true && basisOfPart(claim, 'destination') !== 'explicit';
}

type Point = Pick<MapPlace, 'longitude' | 'latitude'>;

/**
 * Where claims say that it happened. A State or region named as a whole is not marked: a dot in its middle is taken for a place. A name that
 * the program does not know is listed as not placed. Null where no place can be marked.
 */
export function mapOfClaims(claims: readonly Claim[], title: string): ReportMap | null {
  const named = new Map<string, { readonly mark: Mark; readonly claims: Set<Claim> }>();
  // Where nothing is said to have happened nothing is marked.
  for (const claim of claims)
    for (const phrase of tellsOfEvent(claim) ? new Set(claim.where) : []) {
      if (isParty(claim, phrase) || isCarried(claim, phrase)) continue;
      const mark = markOf(phrase);
      const known = named.get(mark.name) ?? { mark, claims: new Set() };
      known.claims.add(claim);
      named.set(mark.name, known);
    }
  const all = [...named.values()];
  const places = all.flatMap(({ mark: { name, point }, claims: own }) =>
    point === null ? [] : [{ name, ...point, note: describeClaims([...own]) }],
  );
  if (places.length === 0) return null;
  return {
    title,
    places,
    whole: all.filter(({ mark }) => mark.isWhole).map(({ mark }) => mark.name),
    unplaced: all.filter(({ mark }) => !mark.isWhole && mark.point === null).map(({ mark }) => mark.name),
  };
}

function markOf(phrase: string): Mark {
  const found = namedPlace(phrase);
  if (found === null) return { name: phrase, isWhole: false, point: null };
  if (found.kind === 'country') return { name: countryName(found.country), isWhole: true, point: null };
  const { name, kind, longitude, latitude } = found.place;
  // A region has no more a point than a State has.
  if (kind === 'region') return { name, isWhole: true, point: null };
  return { name, isWhole: false, point: { longitude, latitude } };
}

const MOST_NAMED = 3;

/** "3 claims, by the State Department and the MSMT". */
function describeClaims(claims: readonly Claim[]): string {
  const names = [...new Set(claims.map(({ claimant }) => claimant.name))];
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  return `${writeCount(claims.length, 'claim')}, by ${writeList([...names.slice(0, MOST_NAMED), ...more])}`;
}
