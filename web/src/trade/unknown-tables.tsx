import { Link } from '@tanstack/react-router';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import type { UnknownTable } from '../../../src/app/workbench/contract/trade-shape.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Button } from '../parts/button.tsx';
import type { Action } from '../session/action.ts';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { ColumnNames } from './column-names.tsx';
import { WideTable } from './wide-table.tsx';

const nameOf = ({ document, table }: UnknownTable): string => `${table}:${document}`;

/** Tables of documents whose columns no form knows: a person says what they are, once for every table under the same headings. */
export function UnknownTables({
  desk: { tables, moreTables },
  undo,
}: {
  readonly desk: TradeDesk;
  readonly undo: Action;
}) {
  const [search, change] = useSearchState();
  const current = tables.find((table) => nameOf(table) === search.table);
  const next = tables.find(({ named }) => !named);
  const open = (table: UnknownTable | undefined) => change({ table: table === undefined ? undefined : nameOf(table) });
  const name: Action = {
    key: 'n',
    label: 'Name the columns of the next',
    words: 'Name the columns of the next table that no form knows',
    when: next !== undefined && current === undefined,
    run: () => open(next),
  };
  useShortcuts([name]);
  if (tables.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unknown-tables">
      <div className="section-head">
        <h2 id="unknown-tables">Tables whose columns no form knows</h2>
        <div className="actions">
          <ActionButton action={name} />
          <ActionButton action={undo} look="quiet" />
        </div>
      </div>
      <p className="prose">
        Nothing is guessed: say what the columns are, and the rows are read, of this table and of every other under the
        same headings. Such a table stands for nobody but whoever made it.
      </p>
      <WideTable label="Tables whose columns no form knows">
        <caption className="unseen">Tables whose columns no form knows</caption>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Table</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col">Headings</th>
            <th scope="col">Columns</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={nameOf(table)} aria-current={table === current ? 'true' : undefined}>
              <th scope="row">
                <Link to="/documents/$id" params={{ id: table.document }}>
                  {table.file}
                </Link>
              </th>
              <td dir="auto">{printableText(table.title) || `table ${table.table}`}</td>
              <td className="number">{table.rows.toLocaleString('en')}</td>
              <td dir="auto">
                {table.columns
                  .map(({ heading }) => printableText(heading))
                  .join(', ')
                  .slice(0, 160)}
              </td>
              <td>
                <Button look="quiet" onClick={() => open(table)}>
                  {table.named ? 'Name them otherwise' : 'Name its columns'}
                  <span className="unseen">
                    : table {table.table} of {table.file}
                  </span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {moreTables === 0 ? null : <p className="muted">{moreTables.toLocaleString('en')} more are not listed.</p>}
      {current === undefined ? null : (
        <ColumnNames key={nameOf(current)} table={current} onClose={() => open(undefined)} />
      )}
    </section>
  );
}
