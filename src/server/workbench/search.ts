import { searchEndpoints } from '../../app/workbench-contract.ts';
import { searchPage } from '../../app/workbench-facade.ts';
import { addListing, type WorkbenchApi } from './api.ts';

export function addSearch(api: WorkbenchApi): void {
  addListing(api, searchEndpoints.page, (store, { workbench, query }) => searchPage(store, workbench.screening, query));
}
