import { z } from 'zod';
import { overview } from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';

export function addOverview(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/overview',
      tag: 'Overview',
      summary: 'What is watched and by whom today, what came in, what is contested, what waits',
      answer: z.unknown(),
    },
    async ({ snapshot, workbench }) => {
      await workbench.workedOut(snapshot);
      const { name, held } = workbench;
      return overview(snapshot, { name, title: null, origin: held.record.origin }, door.now());
    },
  );
}
