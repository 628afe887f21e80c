import type { SearchPage } from '../../../src/app/workbench/contract/search.ts';
import { Button } from '../parts/button.tsx';
import { DateField, SelectField } from '../parts/form/field.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import type { Search } from '../session/address.ts';
import { HIT_KINDS, type HitKind, languageWords } from './search-words.ts';

/** What narrows a search, by the names that the address and the interface give it. */
export const SEARCH_FILTERS = ['in', 'source', 'from', 'to', 'language'] as const;

type Facet = SearchPage['facets']['kind'];

/** What of the hits is shown, chosen from what is there: every value with the number of hits that it would leave. */
export function FilterBar({
  filters,
  facets,
  onChange,
}: {
  readonly filters: Search;
  readonly facets: SearchPage['facets'];
  readonly onChange: (changes: Search) => void;
}) {
  const set = (filter: (typeof SEARCH_FILTERS)[number]) => (value: string) =>
    onChange({ [filter]: value || undefined });
  const active = SEARCH_FILTERS.filter((filter) => filters[filter]);
  const kinds = facets.kind.map(({ value, count }) => ({ value: HIT_KINDS[value as HitKind].place, count }));
  return (
    <Toolbar label="Filters of hits">
      <SelectField
        label="Kind"
        none="Everything"
        value={filters.in ?? ''}
        options={optionsOf(kinds, filters.in, kindWords)}
        onChange={set('in')}
      />
      <SelectField
        label="Source"
        none="Any source"
        value={filters.source ?? ''}
        options={optionsOf(facets.source, filters.source, (value) => value)}
        onChange={set('source')}
      />
      <SelectField
        label="Language"
        none="Any language"
        value={filters.language ?? ''}
        options={optionsOf(facets.language, filters.language, languageWords)}
        onChange={set('language')}
      />
      <DateField label="From" value={filters.from ?? ''} onChange={set('from')} {...upTo(filters.to)} />
      <DateField label="To" value={filters.to ?? ''} onChange={set('to')} {...since(filters.from)} />
      {active.length === 0 ? null : (
        <Button look="quiet" onClick={() => onChange(Object.fromEntries(active.map((filter) => [filter, undefined])))}>
          Clear {active.length === 1 ? 'the filter' : `${active.length} filters`}
        </Button>
      )}
    </Toolbar>
  );
}

function kindWords(place: string): string {
  return Object.values(HIT_KINDS).find((kind) => kind.place === place)?.many ?? place;
}

/** The chosen value stays among the choices when nothing is left of it. */
function optionsOf(facet: Facet, chosen: string | undefined, wordsOf: (value: string) => string) {
  const known = chosen === undefined || facet.some(({ value }) => value === chosen);
  const all = known ? facet : [{ value: chosen, count: 0 }, ...facet];
  return all.map(({ value, count }) => ({ value, words: `${wordsOf(value)} (${count.toLocaleString('en')})` }));
}

function upTo(max: string | undefined) {
  return max === undefined ? {} : { max };
}

function since(min: string | undefined) {
  return min === undefined ? {} : { min };
}
