import { useState } from 'react';
import type { BatchColumnName, TableRead } from '../../../src/app/workbench/contract/screening.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { SCHEMA_OPTIONS } from './question.ts';

const COLUMN_WORDS: Readonly<Record<BatchColumnName, string>> = {
  id: 'Number of the row',
  name: 'Name',
  schema: 'Kind',
  birthDate: 'Date of birth',
  country: 'Country',
  idNumber: 'Passport or identity number',
  imoNumber: 'IMO number',
};

/** What is chosen: which column of the table holds what, and the kind where none says it. */
export type ColumnChoice = { readonly columns: Partial<Record<BatchColumnName, number>>; readonly schema: string };

/** Says column by column what a table holds, beginning with what its headings seem to say. */
export function ColumnChooser({
  table,
  onScreen,
  onCancel,
}: {
  readonly table: TableRead;
  readonly onScreen: (choice: ColumnChoice) => void;
  readonly onCancel: () => void;
}) {
  const [roles, setRoles] = useState<readonly (BatchColumnName | null)[]>(table.columns.map(({ guess }) => guess));
  const [schema, setSchema] = useState('');
  const columns = Object.fromEntries(roles.flatMap((role, at) => (role === null ? [] : [[role, at]])));
  const twice = roles.some((role, at) => role !== null && roles.indexOf(role) !== at);
  const isAskable = ['name', 'idNumber', 'imoNumber'].some((role) => role in columns);
  return (
    <section className="section" aria-label="Columns of the table">
      <h2>What the columns hold</h2>
      <p className="hint">
        {table.rows.toLocaleString('en')} {table.rows === 1 ? 'row' : 'rows'}. Columns that hold none of these are left
        out.
      </p>
      <table className="plain stack">
        <thead>
          <tr>
            <th>Heading</th>
            <th>First cells</th>
            <th>Holds</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ heading, samples }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never move
            <tr key={at}>
              <th scope="row">
                <bdi>{printableText(heading) || `Column ${at + 1}`}</bdi>
              </th>
              <td dir="auto">{samples.map(printableText).join('; ')}</td>
              <td>
                <SelectField
                  label={`${printableText(heading) || `Column ${at + 1}`} holds`}
                  none="Nothing of these"
                  value={roles[at] ?? ''}
                  options={Object.entries(COLUMN_WORDS).map(([value, words]) => ({ value, words }))}
                  onChange={(value) =>
                    setRoles(
                      roles.map((role, place) => (place === at ? ((value || null) as BatchColumnName | null) : role)),
                    )
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {'schema' in columns ? null : (
        <SelectField
          label="All of them are"
          none="Not said"
          value={schema}
          options={SCHEMA_OPTIONS.map(({ value, words }) => ({ value, words }))}
          onChange={setSchema}
        />
      )}
      {twice ? <p className="fault">Two columns hold the same; choose one of them.</p> : null}
      <div className="actions">
        <Button look="primary" disabled={twice || !isAskable} onClick={() => onScreen({ columns, schema })}>
          Screen these names
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}
