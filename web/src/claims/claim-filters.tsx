import type { ClaimPage, Facet } from '../../../src/app/workbench/contract/claim.ts';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { CLAIM_FILTERS, type ClaimFilterName } from './claim-query.ts';
import { POLARITY_WORDS, PREDICATE_WORDS, type Predicate, STATUS_WORDS, valuesOf } from './claim-words.ts';

type Filters = Readonly<Record<string, string | undefined>>;

/** What the table shows, chosen from what is there: every value with the number of claims that it would leave. */
export function ClaimFilters({
  filters,
  facets,
  onChange,
}: {
  readonly filters: Filters;
  readonly facets: ClaimPage['facets'] | null;
  readonly onChange: (changes: Filters, replace?: boolean) => void;
}) {
  const set = (filter: ClaimFilterName) => (value: string) => onChange({ [filter]: value || undefined });
  const choices = (filter: 'status' | 'claimant' | 'predicate' | 'counts') =>
    optionsOf(facets?.[filter] ?? [], filters[filter], filter);
  const active = CLAIM_FILTERS.filter((filter) => filters[filter]);
  return (
    <>
      <Toolbar label="Filters of claims">
        <SearchField
          placeholder="Words, a name, a figure"
          value={filters.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined }, true)}
        />
        <SelectField
          label="Status"
          none="Any status"
          value={filters.status ?? ''}
          options={choices('status')}
          onChange={set('status')}
        />
        <SelectField
          label="Claimant"
          none="Any claimant"
          value={filters.claimant ?? ''}
          options={choices('claimant')}
          onChange={set('claimant')}
        />
        <SelectField
          label="Predicate"
          none="Any predicate"
          value={filters.predicate ?? ''}
          options={choices('predicate')}
          onChange={set('predicate')}
        />
        <SelectField
          label="Counts"
          none="Any or none"
          value={filters.counts ?? ''}
          options={choices('counts')}
          onChange={set('counts')}
        />
        <SelectField
          label="Polarity"
          none="Both"
          value={filters.polarity ?? ''}
          options={valuesOf(POLARITY_WORDS).map((value) => ({ value, words: POLARITY_WORDS[value] }))}
          onChange={set('polarity')}
        />
        {active.length === 0 ? null : (
          <Button
            look="quiet"
            onClick={() => onChange(Object.fromEntries(active.map((filter) => [filter, undefined])))}
          >
            Clear {active.length === 1 ? 'the filter' : `${active.length} filters`}
          </Button>
        )}
      </Toolbar>
      {filters.document === undefined ? null : (
        <DocumentFilter id={filters.document} onClear={() => onChange({ document: undefined })} />
      )}
    </>
  );
}

function DocumentFilter({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const document = useApi<DocumentDetail>(`/documents/${encodeURIComponent(id)}`).data;
  return (
    <p className="claim-document-filter">
      Only of the document <strong>{document?.summary.title ?? id}</strong>
      <Button look="quiet" onClick={onClear}>
        Show all documents
      </Button>
    </p>
  );
}

/** The values with their counts; the chosen one stays even when nothing is left of it. */
function optionsOf(facets: readonly Facet[], chosen: string | undefined, filter: string) {
  const known = chosen === undefined || facets.some(({ value }) => value === chosen);
  const all = known ? facets : [{ value: chosen, count: 0 }, ...facets];
  return all.map(({ value, count }) => ({
    value,
    words: `${wordsOf(filter, value)} (${count.toLocaleString('en')})`,
  }));
}

function wordsOf(filter: string, value: string): string {
  if (filter === 'predicate') return PREDICATE_WORDS[value as Predicate] ?? value;
  return filter === 'status' ? (STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value) : value;
}
