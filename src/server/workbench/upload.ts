import { join } from 'node:path';
import { z } from 'zod';
import { job, problemShape } from '../../app/workbench-contract.ts';
import { type Job, problem } from '../../app/workbench-facade.ts';
import { checked, type WorkbenchApi } from './api.ts';
import { readForm, type SentForm } from './multipart.ts';
import { ProblemAnswer } from './problems.ts';

export type UploadEndpoint<Fields extends z.ZodObject> = {
  /** In the form of OpenAPI, below `/api/v1`; the method is POST. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** What the form says besides its files. */
  readonly fields: Fields;
};

type Sent<Fields> = {
  readonly workbench: WorkbenchApi['workbench'];
  readonly fields: z.output<Fields>;
  readonly form: SentForm;
};

/**
 * Adds an endpoint that takes files as a form and answers a job. The files lie on the disk under names of our own; the job
 * removes them, and so does whatever goes wrong before it.
 */
export function addUpload<Fields extends z.ZodObject>(
  { app, workbench }: WorkbenchApi,
  { path, summary, tag, fields }: UploadEndpoint<Fields>,
  take: (sent: Sent<Fields>) => Job,
): void {
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    tags: [tag],
    summary,
    request: {
      body: {
        required: true,
        content: { 'multipart/form-data': { schema: fields.extend({ file: z.array(z.string()) }) } },
      },
    },
    responses: {
      202: { description: 'Begun', content: { 'application/json': { schema: job } } },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemShape } } },
    },
  });
  app.post(path, async (c) => {
    const form = await readForm(c, () => workbench.held.record.temporaryFolder());
    try {
      return c.json(take({ workbench, fields: checked(fields, Object.fromEntries(form.fields), 'body'), form }), 202);
    } catch (error) {
      await form.remove();
      throw error;
    }
  });
}

/** The path of a file that a form may bring; undefined when it brings none. @throws ProblemAnswer 422 for more than one */
export function fileOf({ files, within }: SentForm, what: string): string | undefined {
  const [sent, ...others] = files.filter(({ field }) => field === 'file');
  if (others.length > 0) throw new ProblemAnswer(problem(422, 'bad-input', `Send one ${what} as "file".`, 'file'));
  return sent === undefined ? undefined : join(within, sent.file);
}

/** The path of the one file that a form brings. @throws ProblemAnswer 422 for none, and for more */
export function oneFileOf(form: SentForm, what: string): string {
  const file = fileOf(form, what);
  if (file === undefined) throw new ProblemAnswer(problem(422, 'bad-input', `Send one ${what} as "file".`, 'file'));
  return file;
}
