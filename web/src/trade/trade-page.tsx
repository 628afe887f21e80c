import { useState } from 'react';
import type { TradeDesk } from '../../../src/app/workbench/contract/trade.ts';
import { withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { useReview } from '../claims/use-review.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField } from '../parts/form/field.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { CapView } from './cap-view.tsx';
import { GoodsView } from './goods-view.tsx';
import { RowsDialog, type SoughtRows } from './rows-dialog.tsx';
import { SourcesView } from './sources-view.tsx';
import './trade.css';

const VIEWS = [
  ['cap', 'Beside a cap'],
  ['goods', 'Goods by month'],
  ['sources', 'Sources of figures'],
] as const;

/** What was notified, what customs say and what tankers could have carried, side by side and never added, against caps and bans. */
export function TradePage() {
  const [search, change] = useSearchState();
  const flow = search.flow === 'import' || search.flow === 'export' ? search.flow : undefined;
  const desk = useApi<TradeDesk>(withQuery('/trade', { flow }));
  const [sought, setSought] = useState<SoughtRows | null>(null);
  const { undo } = useReview();
  useShortcuts([undo]);
  const tab = VIEWS.some(([name]) => name === search.view) ? (search.view ?? '') : 'cap';
  const silent = desk.data?.sources.some(({ accepted }) => accepted === 0) ?? false;
  const look = { flow, onRows: setSought };
  return (
    <>
      <PageHeader
        title="Trade"
        lede="Figures of each source against caps and bans. Sources are set side by side and never added together: a notified cargo may be among the calls of a list."
        actions={
          silent || flow !== undefined ? (
            <SelectField
              label="Direction where a file does not say"
              none="Not said"
              value={flow ?? ''}
              options={[
                { value: 'import', words: 'Imports of who reports' },
                { value: 'export', words: 'Exports of who reports' },
              ]}
              onChange={(value) => change({ flow: value || undefined })}
            />
          ) : undefined
        }
      />
      {desk.problem ? <ErrorNote problem={desk.problem} onRetry={desk.retry} /> : null}
      <Tabs
        label="Views of trade figures"
        tabs={VIEWS.map(([id, words]) => ({ id, words }))}
        current={tab}
        onChange={(view) => change({ view: view === 'cap' ? undefined : view })}
      >
        {desk.data === undefined ? (
          desk.problem ? null : (
            <Skeleton lines={12} label="Reading the figures" />
          )
        ) : tab === 'cap' ? (
          <CapView desk={desk.data} {...look} />
        ) : tab === 'goods' ? (
          <GoodsView desk={desk.data} {...look} />
        ) : (
          <SourcesView desk={desk.data} undo={undo} onRows={setSought} />
        )}
      </Tabs>
      <RowsDialog sought={sought} flow={flow} onClose={() => setSought(null)} />
    </>
  );
}
