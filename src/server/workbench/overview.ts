import { overviewEndpoints } from '../../app/workbench-contract.ts';
import { overview } from '../../app/workbench-facade.ts';
import { addRead, type WorkbenchDoor } from './door.ts';

export function addOverview(door: WorkbenchDoor): void {
  addRead(door, overviewEndpoints.overview, async ({ snapshot, workbench }) => {
    await workbench.warmedUp(snapshot);
    const { name, held } = workbench;
    return overview(snapshot, { name, title: null, origin: held.record.origin }, door.now());
  });
}
