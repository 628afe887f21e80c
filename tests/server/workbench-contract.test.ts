import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { claimEndpoints } from '../../src/app/workbench/contract/claim.ts';
import { findingEndpoints } from '../../src/app/workbench/contract/finding.ts';
import { incidentEndpoints } from '../../src/app/workbench/contract/incident.ts';
import { JOB_RESULTS, type Job, type JobKind, jobEndpoints } from '../../src/app/workbench/contract/job.ts';
import { overviewEndpoints } from '../../src/app/workbench/contract/overview.ts';
import { actEndpoints } from '../../src/app/workbench/contract/record/act.ts';
import { documentEndpoints } from '../../src/app/workbench/contract/record/document.ts';
import { exchangeEndpoints } from '../../src/app/workbench/contract/record/exchange.ts';
import { recordEndpoints } from '../../src/app/workbench/contract/record/record.ts';
import { watchEndpoints } from '../../src/app/workbench/contract/record/watching.ts';
import { regimeEndpoints } from '../../src/app/workbench/contract/regime/regime.ts';
import { reportEndpoints } from '../../src/app/workbench/contract/report.ts';
import { screeningEndpoints } from '../../src/app/workbench/contract/screening.ts';
import { searchEndpoints } from '../../src/app/workbench/contract/search.ts';
import { shipEndpoints } from '../../src/app/workbench/contract/ship.ts';
import { subjectEndpoints } from '../../src/app/workbench/contract/subject.ts';
import { tradeEndpoints } from '../../src/app/workbench/contract/trade.ts';
import { exampleWorkspace } from '../dossier/example-workspace.ts';
import { serveMade } from './served-workspace.ts';

const served = serveMade(exampleWorkspace);

async function ask(path: string, body?: object): Promise<unknown> {
  const response = body === undefined ? await served.ask(path) : await served.send(path, body);
  expect(response.status, path).toBeLessThan(300);
  return await response.json();
}

/** The answer is what the contract says, with nothing more and nothing less. */
function fits({ answer }: { readonly answer: z.ZodType }, value: unknown): void {
  expect(answer.parse(value)).toEqual(value);
}

describe('every answer of the interface', () => {
  const ids = async (path: string): Promise<readonly string[]> => {
    const { items } = (await ask(`${path}?limit=200`)) as {
      readonly items: readonly { readonly id: string }[];
    };
    expect(items.length, path).toBeGreaterThan(1);
    return items.map(({ id }) => id);
  };

  it.each([
    ['/claims', claimEndpoints],
    ['/documents', documentEndpoints],
    ['/incidents', incidentEndpoints],
    ['/findings', findingEndpoints],
    ['/record/acts', actEndpoints],
    ['/subjects', subjectEndpoints],
  ])('of %s is as the contract says, the list and each detail', async (path, { page, detail }) => {
    fits(page, await ask(path));
    for (const id of (await ids(path)).slice(0, 30)) fits(detail, await ask(`${path}/${encodeURIComponent(id)}`));
  });

  it.each([
    ['/overview', overviewEndpoints.overview],
    ['/refusals', documentEndpoints.refusals],
    ['/sources', documentEndpoints.sources],
    ['/comparisons', incidentEndpoints.comparisons],
    ['/regimes', regimeEndpoints.list],
    ['/regimes/un-1718?asOf=2024-03-28', regimeEndpoints.view],
    ['/regimes/un-1718/vocabulary', regimeEndpoints.vocabulary],
    ['/regimes/un-1718/scenarios', regimeEndpoints.scenarios],
    ['/bodies?asOf=2024-03-28', regimeEndpoints.bodies],
    ['/report', reportEndpoints.desk],
    ['/record', recordEndpoints.view],
    ['/record/watch', watchEndpoints.watch],
    ['/record/received', exchangeEndpoints.received],
    ['/screening/decisions', screeningEndpoints.decisions],
    ['/screening?name=Ri', screeningEndpoints.screen],
    ['/lists', screeningEndpoints.lists],
    ['/screening/batches', screeningEndpoints.batches],
    ['/search?q=russia', searchEndpoints.page],
    ['/jobs', jobEndpoints.list],
    ['/ships', shipEndpoints.desk],
    ['/ships/events', shipEndpoints.events],
    ['/ships/positions', shipEndpoints.positions],
    ['/ships/claims', shipEndpoints.claims],
    ['/ships/map', shipEndpoints.map],
    ['/subjects?listed=none&sort=-name', subjectEndpoints.page],
    ['/subjects?finding=none&incident=none', subjectEndpoints.page],
    ['/subjects/proposals?subject=none', subjectEndpoints.proposals],
    ['/subjects/hits', subjectEndpoints.hits],
    ['/subjects/list-news', subjectEndpoints.news],
    ['/trade', tradeEndpoints.desk],
    ['/trade/ledger?provision=S/RES/2397(2017)%20OP5&period=2019', tradeEndpoints.ledger],
    ['/trade/goods', tradeEndpoints.goods],
    ['/trade/calls', tradeEndpoints.calls],
    ['/trade/stated', tradeEndpoints.stated],
    ['/trade/rows?source=notified:petroleum&rows=1,2', tradeEndpoints.rows],
    ['/trade/rows?source=notified:petroleum&refused=1', tradeEndpoints.rows],
  ])('of %s is as the contract says', async (path, endpoint) => {
    fits(endpoint, await ask(path));
  });

  it('of what names another answer is as the contract says', async () => {
    const { scenarios } = (await ask('/regimes/un-1718/scenarios')) as {
      readonly scenarios: readonly { name: string }[];
    };
    expect(scenarios.length).toBeGreaterThan(0);
    for (const { name } of scenarios)
      fits(regimeEndpoints.scenario, await ask(`/regimes/un-1718/scenarios/${encodeURIComponent(name)}`));
    const { comparisons } = (await ask('/comparisons')) as { readonly comparisons: readonly { id: string }[] };
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { id } of comparisons) fits(incidentEndpoints.comparison, await ask(`/comparisons/${id}`));
    const [a, b] = await ids('/claims');
    fits(claimEndpoints.compare, await ask(`/claims/compare?a=${a}&b=${b}`));
  });

  it('of acts and questions is as the contract says', async () => {
    const [id] = await ids('/claims');
    const made = await ask('/claims/reviews', { by: 'Ann', ids: [id], status: 'accepted' });
    fits(claimEndpoints.review, made);
    const [act] = (made as z.output<typeof claimEndpoints.review.answer>).acts;
    expect(act).toMatchObject({ kind: 'reviewed', superseded: false, canBeUndone: true });
    fits(actEndpoints.undo, await ask(`/acts/${act?.id}/undo`, { by: 'Ann' }));
    const activity = { date: '2018-06-01', act: 'supply', goods: { name: 'crude oil' }, to: 'KP' };
    fits(regimeEndpoints.assess, await ask('/regimes/un-1718/assessments', activity));
    fits(recordEndpoints.checkpoint, await ask('/record/checkpoint', {}));
    fits(exchangeEndpoints.recipient, await ask('/record/recipient', {}));
    fits(exchangeEndpoints.plan, await ask('/record/packages/plan', { acts: ['all'] }));
    fits(watchEndpoints.stampQuery, await ask('/record/stamps/query', { renew: false }));
  });

  it('of a job is as the contract says for its kind', async () => {
    await ask('/record/verifications', {});
    await ask('/reports', { by: 'Ann', formats: ['html'] });
    await served.workbench.jobs.settled();
    const { jobs } = (await ask('/jobs')) as { readonly jobs: readonly Job[] };
    expect(jobs.map(({ what, state }) => [what, state])).toEqual([
      ['write-report', 'done'],
      ['verify', 'done'],
    ]);
    for (const { what, result } of jobs) fits({ answer: JOB_RESULTS[what as JobKind] }, result);
  });
});
