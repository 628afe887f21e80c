import { type AddResult, addSentFiles } from '../../intake/add.ts';
import type { Job } from '../contract/job.ts';
import type { DocumentsAdded } from '../contract/record/document.ts';
import type { Workbench } from '../held/workbench.ts';

/** Files that somebody sent, and whose they are. */
export type Upload = {
  /** The folder in which the files lie, under names of our own. */
  readonly within: string;
  readonly files: readonly {
    readonly file: string;
    readonly called: string;
    /** Which of what lies in it is taken in, by its number there; all where nothing is said. */
    readonly chosen?: readonly number[] | undefined;
  }[];
  readonly by: string;
  readonly source: string;
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  readonly protection?: string | undefined;
  readonly grade?: string | undefined;
  readonly gradeReason?: string | undefined;
  readonly controls?: readonly string[] | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** Removes the folder. */
  remove(): Promise<void>;
};

/** Takes sent files in as a job; what is hostile or broken is refused file by file, and the rest goes on. */
export function takeUpload(workbench: Workbench, upload: Upload): Job {
  return workbench.jobs.start('add-documents', async (progress) => {
    try {
      return resultOf(await addSentFiles({ ...upload, workspace: workbench.held, progress }));
    } finally {
      await upload.remove();
    }
  });
}

function resultOf({ added, unchanged, refused, withheld }: AddResult): DocumentsAdded {
  return {
    added: [
      ...added.map(({ name, document, unread, tracks = false }) => ({
        file: name,
        document,
        known: false,
        unread: unread.map(({ words }) => words),
        tracks,
      })),
      ...unchanged.map(({ name, document, tracks = false }) => ({
        file: name,
        document,
        known: true,
        unread: [],
        tracks,
      })),
    ],
    refused: [...refused, ...withheld].map(({ name, code, message }) => ({ file: name, code, message })),
  };
}
