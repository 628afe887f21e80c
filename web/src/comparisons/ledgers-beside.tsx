import { useState } from 'react';
import type { ReportComparison } from '../../../src/app/workbench/contract/incident.ts';
import type { TradeStated } from '../../../src/app/workbench/contract/trade.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { RowsDialog, type SoughtRows } from '../trade/rows-dialog.tsx';
import { StatedFigures } from '../trade/stated-figures.tsx';

/** So many claims are asked about at once. */
const MOST_CLAIMS = 300;

/** The ledgers of trade figures for the goods and days that figures of a comparison speak of; nothing where there are none. */
export function LedgersBeside({ comparison: { rows } }: { readonly comparison: ReportComparison }) {
  const claims = [...new Set(rows.map(({ claim }) => claim))].slice(0, MOST_CLAIMS);
  const { data, problem, retry } = useApi<TradeStated>(withQuery('/trade/stated', { claims: claims.join(',') }));
  const [sought, setSought] = useState<SoughtRows | null>(null);
  if (problem) return <ErrorNote problem={problem} onRetry={retry} />;
  if (data === undefined || data.stated.length === 0) return null;
  return (
    <section className="section" aria-labelledby="ledgers-beside">
      <h2 id="ledgers-beside">Ledgers of the same goods and days</h2>
      <StatedFigures stated={data.stated} sources={data.sources} onRows={setSought} />
      <RowsDialog sought={sought} flow={undefined} onClose={() => setSought(null)} />
    </section>
  );
}
