import { contentsOf, type SentFiles } from '../../intake/contents.ts';
import type { Job } from '../contract/job.ts';
import type { Workbench } from '../held/workbench.ts';

/** Lists as a job what lies in sent files, and removes them: what is chosen of it is sent again with what is said of it. */
export function listContents(workbench: Workbench, sent: SentFiles & { remove(): Promise<void> }): Job {
  return workbench.jobs.start('list-contents', async (progress) => {
    try {
      return { files: await contentsOf(sent, progress) };
    } finally {
      await sent.remove();
    }
  });
}
