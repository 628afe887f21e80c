import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ClaimPage } from '../../src/app/workbench/contract/claim.ts';
import type { FindingSummary } from '../../src/app/workbench/contract/finding.ts';
import type { IncidentSummary } from '../../src/app/workbench/contract/incident.ts';
import type { Page as Items } from '../../src/app/workbench/contract/page.ts';
import type { DocumentSummary } from '../../src/app/workbench/contract/record/document.ts';
import type { HeldListsView } from '../../src/app/workbench/contract/screening.ts';
import type { SubjectPage } from '../../src/app/workbench/contract/subject.ts';
import { launchBrowser } from '../browser/launch.ts';
import { exampleWorkspace } from '../dossier/example-workspace.ts';
import { PERSONS, unList } from '../server/sample-lists.ts';
import { type Serving, servePanel } from './serving.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The example dossier with two versions of a list, served by the built product, and a browser that looks at it. */
export type ExampleWorkbench = {
  readonly address: string;
  readonly browser: Browser;
  /** Every page by its name, with the address of one that has something to show. */
  readonly pages: Readonly<Record<string, string>>;
  /** A page whose console, faults and requests to elsewhere are noted in `complaints`. */
  open(options: BrowserContextOptions): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
};

export async function serveExample(): Promise<ExampleWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), 'panel-pages-'));
  const lists = ['2025-01-10', '2026-02-27'].map((date, at) => {
    const path = join(folder, `${date}.xml`);
    writeFileSync(
      path,
      unList(date, at === 0 ? PERSONS.slice(0, 2) : [{ ...PERSONS[0]!, born: '1962-04-05' }, PERSONS[2]!]),
    );
    return path;
  });
  const [browser, workspace] = await Promise.all([launchBrowser(), exampleWorkspace()]);
  await panel('lists', 'add', ...lists, '--workspace', workspace);
  const serving = await servePanel(workspace);
  return {
    address: serving.address,
    browser,
    pages: await pagesOf(serving),
    open: async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(20_000);
      // The cookie of the token, with nothing on the screen.
      await page.context().request.get(serving.url);
      return { page, complaints: complaintsOf(page, serving.address) };
    },
    close: async () => {
      await browser.close();
      await serving.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function complaintsOf(page: Page, address: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${page.url()} ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(`${page.url()} asked for ${request.url()}`);
  });
  return complaints;
}

async function pagesOf({ address, token }: Serving): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${token}` };
  const read = async <Answer>(path: string) =>
    (await (await fetch(`${address}/api/v1${path}`, { headers })).json()) as Answer;
  const [documents, claims, incidents, findings, { lists }, subjects] = await Promise.all([
    read<Items<DocumentSummary>>('/documents'),
    read<ClaimPage>('/claims?counts=missile'),
    read<Items<IncidentSummary>>('/incidents'),
    read<Items<FindingSummary>>('/findings'),
    read<HeldListsView>('/lists'),
    read<SubjectPage>('/subjects'),
  ]);
  const activity = { date: '2018-06-01', act: 'supply', goods: { hs: '2710' }, from: 'CN', to: 'KP' };
  return {
    overview: '/',
    regime: '/regime?asOf=2018-06-01',
    mandates: '/regime?view=mandates',
    decisions: '/regime?view=decisions',
    check: `/regime?view=check&activity=${encodeURIComponent(JSON.stringify(activity))}`,
    scenarios: '/regime?view=scenarios&asOf=2024-06-01',
    bodies: '/regime?view=bodies',
    documents: '/documents',
    sources: '/sources',
    document: `/documents/${documents.items[0]?.id}`,
    claims: '/claims',
    claim: `/claims?claim=${claims.items[0]?.id}`,
    incidents: '/incidents',
    incident: `/incidents/${incidents.items.find(({ status }) => status === 'contested')?.id}`,
    'incident with a map': `/incidents/${incidents.items.find(({ where }) => where.length > 0)?.id}`,
    subjects: '/subjects',
    'what may be one': '/subjects?view=proposals',
    'hits of subjects': '/subjects?view=hits',
    'news of lists': '/subjects?view=news',
    subject: `/subjects/${subjects.items[0]?.id}`,
    screening: '/screening',
    'screening results': `/screening?name=${encodeURIComponent('Bartholomew Quillfether')}`,
    'a file of names': '/screening?view=file',
    'decisions on hits': '/screening?view=decisions',
    'list differences': `/screening?view=lists&before=${lists[1]?.document}&after=${lists[0]?.document}`,
    trade: '/trade',
    ships: '/ships',
    'goods by month': '/trade?view=goods',
    'sources of figures': '/trade?view=sources',
    findings: '/findings',
    'make a finding': `/findings?make=1&claims=${claims.items[0]?.id}`,
    finding: `/findings/${findings.items[0]?.id}`,
    report: '/report',
    search: '/find?q=missile',
    'nothing sought': '/find',
    record: '/record',
    'who has seen the record': '/record?view=watched',
    'handed over and received': '/record?view=exchange',
    'no such page': '/nowhere',
  };
}

/** Runs a command of the built product to its end. @throws Error with what it said when it fails */
export function panel(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`panel ${args[0]}: ${said}`))));
  });
}
