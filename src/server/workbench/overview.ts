import { overviewEndpoints } from '../../app/workbench-contract.ts';
import { overview } from '../../app/workbench-facade.ts';
import { addListing, type WorkbenchApi } from './api.ts';

export function addOverview(api: WorkbenchApi): void {
  addListing(api, overviewEndpoints.overview, (store, { workbench }) =>
    overview(store, workbench.held, workbench.name, api.now()),
  );
}
