import { useState } from 'react';
import type { DocumentSummary } from '../../../src/app/workbench/contract/record/document.ts';
import { useApiPages } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { CheckField, SelectField, TextField } from '../parts/form/field.tsx';
import { SearchField } from '../parts/form/search-field.tsx';

/** What is to go: all that speaks of the matter, what speaks of chosen documents, or acts by their ids. */
export type Scope = { readonly kind: 'all' | 'documents' | 'acts'; readonly chosen: readonly string[] };

const SCOPES: readonly { readonly value: Scope['kind']; readonly words: string }[] = [
  { value: 'all', words: 'All acts that speak of the matter' },
  { value: 'documents', words: 'What speaks of chosen documents' },
  { value: 'acts', words: 'Acts by their ids' },
];

export function PackageContents({
  scope,
  onScope,
}: {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
}) {
  const [ids, setIds] = useState('');
  return (
    <>
      <SelectField
        label="What goes"
        value={scope.kind}
        options={SCOPES}
        onChange={(kind) => {
          setIds('');
          onScope({ kind: kind as Scope['kind'], chosen: [] });
        }}
      />
      {scope.kind === 'documents' ? (
        <DocumentChoice chosen={scope.chosen} onChosen={(chosen) => onScope({ kind: 'documents', chosen })} />
      ) : null}
      {scope.kind === 'acts' ? (
        <TextField
          label="Ids of acts"
          hint="As they stand in the list of acts: a-4, a-9. The acts by which their documents came in go along."
          value={ids}
          onChange={(text) => {
            setIds(text);
            onScope({ kind: 'acts', chosen: [...new Set(text.match(/a-\d+/g) ?? [])] });
          }}
          required
        />
      ) : null}
    </>
  );
}

function DocumentChoice({
  chosen,
  onChosen,
}: {
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
}) {
  const [q, setQ] = useState('');
  const list = useApiPages<DocumentSummary>('/documents', { q });
  return (
    <fieldset className="document-choice">
      <legend>Documents ({chosen.length} chosen)</legend>
      <SearchField placeholder="Words of a title or source" value={q} onChange={setQ} />
      {list.problem === null ? null : <ErrorNote problem={list.problem} />}
      <div className="document-choices">
        {list.items.map(({ id, title, source }) => (
          <CheckField
            key={id}
            label={
              <>
                {title} <span className="muted">{source}</span>
              </>
            }
            checked={chosen.includes(id)}
            onChange={(on) => onChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
      {list.complete ? null : <Button onClick={list.more}>Show more of {list.total.toLocaleString('en')}</Button>}
    </fieldset>
  );
}
