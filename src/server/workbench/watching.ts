import {
  continueForm,
  cosignedLinesForm,
  cosignForm,
  jobEndpoints,
  stampReplyForm,
  watchEndpoints,
} from '../../app/workbench-contract.ts';
import {
  askWitnesses,
  continueInNewLog,
  lookAtLog,
  mirrorAtPlace,
  publishAtPlace,
  stampQueryFile,
  stampTime,
  takeCosignedLines,
  takeStampReply,
  watchView,
} from '../../app/workbench-facade.ts';
import { addCall, type WorkbenchApi } from './api.ts';
import { addUpload, fileOf, oneFileOf } from './upload.ts';

export function addWatching(api: WorkbenchApi): void {
  const { watch, stampQuery } = watchEndpoints;
  // Cosignatures and stamps come without an act, and what is stale becomes so by time: no ETag.
  addCall(api, watch, async ({ workbench }) => watchView(await workbench.current(), workbench, api.now()));
  addCall(api, jobEndpoints.lookAtLog, ({ workbench, body }) => lookAtLog(workbench, body));
  addUpload(api, cosignForm, ({ workbench, fields, form }) => {
    const policy = fileOf(form, 'policy');
    return askWitnesses(workbench, { ...fields, ...(policy === undefined ? {} : { policy }), remove: form.remove });
  });
  addUpload(api, cosignedLinesForm, ({ workbench, form }) =>
    takeCosignedLines(workbench, { file: oneFileOf(form, 'file with signature lines'), remove: form.remove }),
  );
  addCall(api, jobEndpoints.stamp, ({ workbench, body }) => stampTime(workbench, body));
  addCall(api, stampQuery, ({ workbench, body }) => stampQueryFile(workbench, body));
  addUpload(api, stampReplyForm, ({ workbench, form }) =>
    takeStampReply(workbench, { file: oneFileOf(form, 'reply'), remove: form.remove }),
  );
  addCall(api, jobEndpoints.publish, ({ workbench, body }) => publishAtPlace(workbench, body));
  addCall(api, jobEndpoints.mirror, ({ workbench, body }) => mirrorAtPlace(workbench, body));
  addUpload(api, continueForm, ({ workbench, fields, form }) => {
    const file = fileOf(form, 'exported record');
    return continueInNewLog(workbench, { ...fields, ...(file === undefined ? {} : { file }), remove: form.remove });
  });
}
