import { tradeEndpoints } from '../../app/workbench-contract.ts';
import {
  buildColumns,
  buildRowClaims,
  tradeCalls,
  tradeDesk,
  tradeGoods,
  tradeLedger,
  tradeRows,
  tradeStated,
} from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';

export function addTrade(api: WorkbenchApi): void {
  const { desk, ledger, goods, calls, rows, stated, claimRows, nameColumns } = tradeEndpoints;
  addRead(api, desk, ({ workbench, snapshot, query }) =>
    tradeDesk(workbench.held, snapshot, query, api.now().toISOString().slice(0, 10)),
  );
  addRead(api, ledger, ({ workbench, snapshot, query }) => tradeLedger(workbench.held, snapshot, query));
  addRead(api, goods, ({ workbench, snapshot, query }) => tradeGoods(workbench.held, snapshot, query));
  addRead(api, rows, ({ workbench, snapshot, query }) => tradeRows(workbench.held, snapshot, query));
  addRead(api, calls, ({ workbench, snapshot, query }) => tradeCalls(workbench.held, snapshot, query));
  addRead(api, stated, ({ workbench, snapshot, query }) => tradeStated(workbench.held, snapshot, query));
  addCall(api, claimRows, ({ workbench, body }) => workbench.act(buildRowClaims(workbench.held.record, body, body)));
  addCall(api, nameColumns, ({ workbench, body }) => workbench.act(buildColumns(body, body)));
}
