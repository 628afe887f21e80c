import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActsDone } from '../../../src/app/workbench/contract/record/act.ts';
import type { ClaimRowsRequest, TradeRows } from '../../../src/app/workbench/contract/trade.ts';
import type { TradeSource } from '../../../src/app/workbench/contract/trade-shape.ts';
import { useAct } from '../api/act.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { DefinitionList } from '../parts/definition-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { pushMade } from '../session/undo-stack.ts';

/** Rows of a source that somebody wants to see. */
export type SoughtRows = {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly number[];
  /** The rows that were not taken in, in place of those named. */
  readonly refused?: true;
};

/** A point may have the rows of a whole customs month behind it; so many are shown at once. */
const MOST_SHOWN = 100;

/** Numbers of rows, to be pressed to see them as they stand in their file. */
export function RowButtons({
  desk,
  source,
  rows,
  onRows,
}: {
  readonly desk: { readonly sources: readonly Pick<TradeSource, 'id' | 'name' | 'label'>[] };
  readonly source: string;
  readonly rows: readonly number[];
  readonly onRows: (sought: SoughtRows) => void;
}) {
  const known = desk.sources.find(({ name, label }) => name === source || label === source);
  const words = `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 6).join(', ')}${rows.length > 6 ? ` and ${rows.length - 6} more` : ''}`;
  if (known === undefined) return <>{words}</>;
  return (
    <button
      type="button"
      className="quiet trade-rows"
      aria-label={`${words} of ${known.label}`}
      onClick={() => onRows({ id: known.id, name: known.label, rows: rows.slice(0, MOST_SHOWN) })}
    >
      {words}
    </button>
  );
}

/** How many rows of a source were refused, to be pressed to see them with their reasons. */
export function RefusedButton({
  source: { id, label, refused },
  onRows,
}: {
  readonly source: TradeSource;
  readonly onRows: (sought: SoughtRows) => void;
}) {
  if (refused === 0) return <>0</>;
  const words = refused.toLocaleString('en');
  return (
    <button
      type="button"
      className="quiet trade-rows"
      aria-label={`${words} refused of ${label}`}
      onClick={() => onRows({ id, name: label, rows: [], refused: true })}
    >
      {words}
    </button>
  );
}

/** Rows as they stand in their file, each with the way to its place in the document. */
export function RowsDialog({
  sought,
  flow,
  onClose,
}: {
  readonly sought: SoughtRows | null;
  readonly flow: string | undefined;
  readonly onClose: () => void;
}) {
  const path =
    sought === null
      ? null
      : withQuery('/trade/rows', {
          flow,
          source: sought.id,
          ...(sought.refused ? { refused: '1' } : { rows: sought.rows.join(',') }),
        });
  const answer = useApi<TradeRows>(path);
  const data = answer.data?.source === sought?.id && !answer.refreshing ? answer.data : undefined;
  return (
    <Dialog
      open={sought !== null}
      title={`${sought?.refused ? 'Refused rows' : 'Rows'} of ${sought?.name ?? ''}`}
      onClose={onClose}
      wide
    >
      {answer.problem ? <ErrorNote problem={answer.problem} onRetry={answer.retry} /> : null}
      {data === undefined ? (
        answer.problem ? null : (
          <Skeleton lines={6} label="Looking the rows up" />
        )
      ) : (
        <>
          {data.document === null ? (
            <p className="hint">
              {data.source === 'tracks:calls'
                ? 'Made from calls in tracks of ships that somebody judged relevant; Sources of figures says of each where her deadweight is from.'
                : 'These figures ship with the program; each was typed from the page that it names.'}
            </p>
          ) : null}
          {data.rows.map((row) => (
            <section key={row.row} className="trade-row" aria-label={`Row ${row.row}`}>
              <div className="section-head">
                <h3>
                  Row {row.row}
                  {row.place === null ? '' : `, cells ${row.place.cell}`}
                </h3>
                {data.document === null ? null : <RowClaim source={data.source} row={row} flow={flow} />}
                {data.document === null ? null : (
                  <Link
                    className="button"
                    to="/documents/$id"
                    params={{ id: data.document }}
                    search={row.place === null ? {} : { at: `${row.place.start}-${row.place.end}` }}
                  >
                    {row.place === null ? 'Open the document' : 'Show it in the document'}
                  </Link>
                )}
              </div>
              {row.refusal === null ? null : (
                <p className="fault">
                  Not taken in: {row.refusal.message}. <span className="mono">{row.refusal.code}</span>
                </p>
              )}
              <DefinitionList
                rows={data.columns.map((column, at) => [column || `column ${at + 1}`, cellWords(row.cells[at] ?? '')])}
              />
            </section>
          ))}
          {data.more === 0 ? null : (
            <p className="muted">{data.more.toLocaleString('en')} more were refused; the first are shown.</p>
          )}
        </>
      )}
    </Dialog>
  );
}

/** The claim that a row is, or the act that makes it one: of the authority behind the figure, with the row as passage. */
function RowClaim({
  source,
  row,
  flow,
}: {
  readonly source: string;
  readonly row: TradeRows['rows'][number];
  readonly flow: string | undefined;
}) {
  const { act, pending } = useAct();
  const [first] = row.claims;
  if (first !== undefined)
    return (
      <Link className="button" to="/claims" search={{ claim: first }}>
        Show its claim
      </Link>
    );
  if (row.place === null || row.refusal !== null) return null;
  const make = async () => {
    const words = `Made a claim of row ${row.row}`;
    const body: Omit<ClaimRowsRequest, 'by'> = {
      source,
      rows: [row.row],
      ...(flow === 'import' || flow === 'export' ? { flow } : {}),
    };
    await act<ActsDone>('/trade/claims', body, `${words}.`, ({ acts }) => pushMade(acts, words));
  };
  return (
    <Button disabled={pending} onClick={() => void make()}>
      Make it a claim<span className="unseen">: row {row.row}</span>
    </Button>
  );
}

function cellWords(cell: string): ReactNode {
  const text = cell.trim();
  if (!/^https?:\/\/\S+$/.test(text)) return text;
  return (
    <a href={text} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
