import { z } from 'zod';
import { fetchLists, listDifference, listsView, problem, takeLists } from '../../app/workbench-facade.ts';
import { addJson, type WorkbenchDoor } from './door.ts';
import { ProblemError } from './problems.ts';
import { day } from './query.ts';
import { addUpload } from './upload.ts';

const TAG = 'Lists';
const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'the hash of a list version is expected');

export function addLists(door: WorkbenchDoor): void {
  addJson(
    door,
    {
      method: 'get',
      path: '/lists',
      tag: TAG,
      summary: 'The list versions of the workspace',
      answer: z.unknown(),
      // List files beside the workspace may be read again without an act.
      follows: 'nothing',
    },
    ({ workbench, snapshot }) => listsView(workbench, snapshot),
  );
  addJson(
    door,
    {
      method: 'get',
      path: '/lists/difference',
      tag: TAG,
      summary: 'What became of a list between two of its versions',
      query: z.object({ before: hash, after: hash }),
      answer: z.unknown(),
    },
    ({ workbench, snapshot, query }) => listDifference(workbench, snapshot, query.before, query.after),
  );
  addUpload(
    door,
    {
      path: '/lists',
      tag: TAG,
      summary: 'Adds list files; answers a job',
      fields: z.object({
        published: z
          .literal('')
          .transform(() => undefined)
          .or(day)
          .optional(),
      }),
    },
    ({ workbench, fields, form }) => {
      const files = form.files.filter(({ field }) => field === 'file');
      if (files.length === 0)
        throw new ProblemError(problem(422, 'bad-input', 'The form holds no file; send them as "file".', 'file'));
      return takeLists(workbench, { ...fields, files, within: form.within, remove: form.remove });
    },
  );
  addJson(
    door,
    {
      method: 'post',
      path: '/lists/sync',
      tag: TAG,
      summary: 'Fetches the official lists; answers a job',
      answer: z.unknown(),
      status: 202,
    },
    ({ workbench }) => fetchLists(workbench),
  );
}
