import { useEffect, useRef, useState } from 'react';
import type { ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import type { NameColumnsRequest } from '../../../src/app/workbench/contract/trade.ts';
import type { ColumnRole, UnknownTable } from '../../../src/app/workbench/contract/trade-shape.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useAct } from '../api/act.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';
import { pushMade } from '../session/undo-stack.ts';
import { WideTable } from './wide-table.tsx';

/** The first six are what figures of trade need or may have; the others make claims of the rows say more. */
const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  date: 'Day, month or year',
  agent: 'Who supplies',
  recipient: 'Who receives',
  goods: 'Goods, by name or code',
  quantity: 'Quantity or value',
  measure: 'Unit of the quantity',
  from: 'From where',
  to: 'To where',
  vessel: 'Ship',
  place: 'Place',
  source: 'Who says so',
  status: 'Whether it was done',
  account: 'What happened, in sentences',
};

/** Without these no row says who supplied whom with how much, and when. */
const NEEDED: readonly ColumnRole[] = ['date', 'agent', 'recipient', 'quantity'];

const UNITS = ['tonnes', 'thousand tonnes', 'kilograms', 'barrels', 'litres', 'US dollars'];

type Named = { readonly role: ColumnRole | ''; readonly unit: string };

/** The first rows of a table, and what each of its columns is: the act that `panel columns map` makes. */
export function ColumnNames({ table, onClose }: { readonly table: UnknownTable; readonly onClose: () => void }) {
  const [names, setNames] = useState<readonly Named[]>(
    table.columns.map(({ role, unit }) => ({ role: role ?? '', unit })),
  );
  const { act, pending, problem } = useAct();
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.querySelector('select')?.focus(), []);
  const change = (at: number, part: Partial<Named>) =>
    setNames(names.map((name, place) => (place === at ? { ...name, ...part } : name)));
  const lacking = NEEDED.filter((role) => !names.some((name) => name.role === role));
  const save = async () => {
    const columns = table.columns.flatMap(({ heading }, at) => {
      const { role = '', unit = '' } = names[at] ?? {};
      if (role === '') return [];
      return [`${heading}=${role}${role === 'quantity' && unit.trim() !== '' ? `:${unit.trim()}` : ''}`];
    });
    const words = `Named the columns of ${table.file}`;
    const body: Omit<NameColumnsRequest, 'by'> = { document: table.document, table: table.table, columns };
    const done = await act<ActsDone>('/trade/columns', body, `${words}.`, ({ acts }) => pushMade(acts, words));
    if (done !== null) onClose();
  };
  return (
    <section ref={first} className="section trade-columns" aria-label={`Columns of ${table.file}`}>
      <h3>
        What the columns of {table.file} are{table.table === 1 ? '' : `, table ${table.table}`}
      </h3>
      {table.reason === null ? null : <p className="hint">Not read so far: {table.reason}.</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WideTable label="Columns and their first cells">
          <caption className="unseen">Columns and their first cells</caption>
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">First rows</th>
              <th scope="col">It is</th>
              <th scope="col">In which unit</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ heading, samples, doubled }, at) => {
              const words = printableText(heading) || `column ${at + 1}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never move
                <tr key={at}>
                  <th scope="row" dir="auto">
                    {words}
                  </th>
                  <td dir="auto">
                    {samples
                      .map(printableText)
                      .filter((text) => text !== '')
                      .join(' · ')}
                  </td>
                  <td>
                    {doubled ? (
                      <span className="muted">stands twice, so that it cannot be named</span>
                    ) : (
                      <SelectField
                        label={`${words} is`}
                        labelHidden
                        none="None of these"
                        value={names[at]?.role ?? ''}
                        options={Object.entries(ROLE_WORDS).map(([value, role]) => ({ value, words: role }))}
                        onChange={(role) => change(at, { role: role as Named['role'] })}
                      />
                    )}
                  </td>
                  <td>
                    {names[at]?.role === 'quantity' ? (
                      <TextField
                        label={`Unit of ${words}`}
                        labelHidden
                        placeholder="as a column of units says"
                        suggestions={UNITS}
                        value={names[at]?.unit ?? ''}
                        onChange={(unit) => change(at, { unit })}
                      />
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </WideTable>
        <p className="hint" aria-live="polite">
          {lacking.length === 0
            ? `Every row needs the unit of its figure: here, or in a column of units.${names.some(({ role }) => role === 'goods') ? '' : ' Without its goods a row counts beside no cap.'}`
            : `No row is taken in as a figure of trade before these are named: ${lacking.map((role) => ROLE_WORDS[role].toLowerCase()).join('; ')}.`}
        </p>
        {problem === null ? null : <ErrorNote problem={problem} />}
        <div className="actions">
          <Button type="submit" look="primary" disabled={pending || names.every(({ role }) => role === '')}>
            Name the columns
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </section>
  );
}
