import { searchEndpoints } from '../../app/workbench-contract.ts';
import { searchPage } from '../../app/workbench-facade.ts';
import { addListing, type WorkbenchDoor } from './door.ts';

export function addSearch(door: WorkbenchDoor): void {
  addListing(door, searchEndpoints.page, (store, { query }) => searchPage(store, query));
}
