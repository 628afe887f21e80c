import { jobEndpoints, listsForm, screeningEndpoints } from '../../app/workbench-contract.ts';
import { fetchLists, listDifference, listsView, problem, takeLists } from '../../app/workbench-facade.ts';
import { addCall, addRead, type WorkbenchApi } from './api.ts';
import { ProblemAnswer } from './problems.ts';
import { addUpload } from './upload.ts';

export function addLists(api: WorkbenchApi): void {
  // List files next to the workspace may be read again without an act: no ETag.
  addCall(api, screeningEndpoints.lists, async ({ workbench }) => listsView(workbench, await workbench.current()));
  addRead(api, screeningEndpoints.listDifference, ({ workbench, snapshot, query }) =>
    listDifference(workbench, snapshot, query.before, query.after),
  );
  addUpload(api, listsForm, ({ workbench, fields, form }) => {
    const files = form.files.filter(({ field }) => field === 'file');
    if (files.length === 0)
      throw new ProblemAnswer(problem(422, 'bad-input', 'The form holds no file; send them as "file".', 'file'));
    return takeLists(workbench, { ...fields, files, within: form.within, remove: form.remove });
  });
  addCall(api, jobEndpoints.syncLists, ({ workbench }) => fetchLists(workbench));
}
