import { shipEndpoints } from '../../app/workbench-contract.ts';
import { judgeShipEvents, shipClaims, shipDesk, shipEventPage, shipPositions } from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';

export function addShips(api: WorkbenchApi): void {
  const { desk, events, positions, claims, judge } = shipEndpoints;
  addRead(api, desk, ({ workbench, snapshot, query }) => shipDesk(workbench.held, snapshot, query));
  addRead(api, events, ({ workbench, snapshot, query }) => shipEventPage(workbench.held, snapshot, query));
  addRead(api, positions, ({ workbench, snapshot, query }) => shipPositions(workbench.held, snapshot, query));
  addRead(api, claims, ({ workbench, snapshot }) => shipClaims(workbench.held, snapshot));
  addCall(api, judge, ({ workbench, body }) => workbench.act(judgeShipEvents(workbench.held, body)));
}
