import { OpenAPIHono } from '@hono/zod-openapi';
import { documentsForm, listsForm, screeningForm, tableForm } from '../app/workbench-contract.ts';
import { OWN_FAULT, problem, problemOf, type Workbench } from '../app/workbench-facade.ts';
import { type Access, refuseStrangers } from './access.ts';
import { limitSizes, type RefusalAnswer, refuseForeign, refuseOtherPages } from './guard.ts';
import { methodsOf } from './methods.ts';
import { overtakenIn, type WorkbenchApi } from './workbench/api.ts';
import { addClaims } from './workbench/claims.ts';
import { addCommands } from './workbench/commands.ts';
import { addDocuments } from './workbench/documents.ts';
import { addExchange } from './workbench/exchange.ts';
import { addFindings } from './workbench/findings.ts';
import { addIncidents } from './workbench/incidents.ts';
import { addEvents, addJobs } from './workbench/jobs.ts';
import { addLists } from './workbench/lists.ts';
import { addOpenApi } from './workbench/openapi.ts';
import { addOverview } from './workbench/overview.ts';
import { answerProblem, ProblemAnswer } from './workbench/problems.ts';
import { addRecord } from './workbench/record.ts';
import { addRegimes } from './workbench/regimes.ts';
import { addReport } from './workbench/report.ts';
import { openResponseCache } from './workbench/response-cache.ts';
import { addScreening } from './workbench/screening.ts';
import { addSearch } from './workbench/search.ts';
import { addShips } from './workbench/ships.ts';
import { addSubjects } from './workbench/subjects.ts';
import { addTrade } from './workbench/trade.ts';
import { addWatching } from './workbench/watching.ts';

export type WorkbenchAppOptions = {
  /** Fixed in tests; the system's clock otherwise. */
  readonly now?: () => Date;
  /** Told of errors that are ours; what the client sees names none of our insides. */
  readonly onError?: (error: unknown) => void;
  /** Ends the streams of events. */
  readonly ended?: AbortSignal;
};

/** What a refusal is called, by its status. */
const REFUSALS = { 400: 'bad-input', 401: 'no-token', 403: 'foreign', 413: 'too-large', 414: 'too-large' } as const;

/** Where the workbench's interface begins; the number changes when a client would have to. */
export const WORKBENCH_BASE = '/api/v1';

/** Where files are sent. */
const UPLOADS = new Set(
  [documentsForm, listsForm, screeningForm, tableForm].map(({ path }) => `${WORKBENCH_BASE}${path}`),
);

const refuse: RefusalAnswer = (c, status, detail) =>
  answerProblem(c, problem(status, REFUSALS[status], `${detail}${detail.endsWith('.') ? '' : '.'}`));

/** The workbench's interface as an HTTP program, below `/api/v1`. */
export function workbenchApp(
  workbench: Workbench,
  { access, ...options }: WorkbenchAppOptions & { readonly access: Access },
): OpenAPIHono {
  const app = new OpenAPIHono().basePath(WORKBENCH_BASE) as OpenAPIHono;
  app.use(
    refuseForeign(refuse),
    refuseOtherPages(refuse),
    refuseStrangers(access, refuse),
    ...limitSizes(refuse, (path) => UPLOADS.has(path)),
  );
  const api: WorkbenchApi = {
    app,
    workbench,
    kept: openResponseCache({ overtakenFor: overtakenIn(workbench) }),
    now: options.now ?? (() => new Date()),
  };
  addOverview(api);
  addRegimes(api);
  addDocuments(api, options.onError ?? (() => {}));
  addClaims(api);
  addIncidents(api);
  addFindings(api);
  addSearch(api);
  addScreening(api);
  addLists(api);
  addSubjects(api);
  addTrade(api);
  addShips(api);
  addReport(api);
  addRecord(api);
  addExchange(api);
  addWatching(api);
  addJobs(api);
  addCommands(api, access, options.onError ?? (() => {}));
  addEvents(api, options.ended ?? new AbortController().signal);
  addOpenApi(api);
  app.notFound((c) => {
    const allowed = methodsOf(app, c.req.path);
    if (allowed.length === 0)
      return answerProblem(c, problem(404, 'no-such-path', 'There is nothing at this address.'));
    c.header('allow', allowed.join(', '));
    return answerProblem(
      c,
      problem(405, 'no-such-method', `This address takes ${allowed.join(', ')}, not ${c.req.method}.`),
    );
  });
  app.onError((error, c) => {
    if (error instanceof ProblemAnswer) return answerProblem(c, error.problem);
    const known = problemOf(error);
    if (known !== null) return answerProblem(c, known);
    options.onError?.(error);
    return answerProblem(c, OWN_FAULT);
  });
  return app;
}
