import { overviewEndpoints } from '../../app/workbench-contract.ts';
import { overview } from '../../app/workbench-facade.ts';
import { addRead, type WorkbenchApi } from './api.ts';

export function addOverview(api: WorkbenchApi): void {
  addRead(api, overviewEndpoints.overview, async ({ snapshot, workbench }) => {
    await workbench.warmedUp(snapshot);
    const { name, held } = workbench;
    return overview(snapshot, { name, title: null, origin: held.record.origin }, api.now());
  });
}
