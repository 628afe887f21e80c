import { newestLists } from '../../acts/held-list.ts';
import { heldLists } from '../../lists/lists-in-workspace.ts';
import { silentProgress } from '../../progress.ts';
import { openService, type ScreeningService } from '../../screening/screening-service.ts';
import type { HeldWorkspace } from '../../workspace/workspace.ts';

/** The lists that a workbench screens against: loaded when first asked for, and again when other versions have come in. */
export type ScreeningDesk = {
  /** Null while the workspace has no lists. */
  service(): Promise<ScreeningService | null>;
  close(): Promise<void>;
};

/** `files` are list files to be asked in place of the workspace's own lists. */
export function openScreeningDesk(held: HeldWorkspace, files: readonly string[]): ScreeningDesk {
  let loaded: { readonly key: string; readonly service: Promise<ScreeningService | null> } | undefined;

  const load = async (before: ScreeningService | null): Promise<ScreeningService> => {
    if (before === null) return await openService({ lists: files, workspace: held, progress: silentProgress });
    await before.reload();
    return before;
  };

  return {
    async service() {
      const { acts } = await held.derivation.log();
      const lists = newestLists(heldLists(acts)).map(({ document }) => document);
      const key = files.length > 0 ? 'files' : lists.join(' ');
      if (loaded?.key !== key) {
        const before = loaded?.service.catch(() => null) ?? Promise.resolve(null);
        loaded = { key, service: key === '' ? before : before.then(load) };
      }
      const current = loaded;
      try {
        return await current.service;
      } catch (error) {
        if (loaded === current) loaded = undefined;
        throw error;
      }
    },
    async close() {
      const service = await loaded?.service.catch(() => null);
      await service?.close();
    },
  };
}
