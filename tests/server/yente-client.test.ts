import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentProgress } from '../../src/app/progress.ts';
import { openService } from '../../src/app/screening/screening-service.ts';
import { serve } from '../../src/server/serve.ts';
import { FTM_LINES, scratchFolder, unList } from './sample-lists.ts';

/**
 * The published Python client of the yente API against our service over a real connection. It needs Python and the
 * package `yente-client`: from the folder in PANEL_YENTE_CLIENT, or installed into a temporary folder under PANEL_LONG=1.
 */
const scratch = scratchFolder();
const client = findClient();

function findClient(): { folder: string } | { missing: string } {
  const given = process.env.PANEL_YENTE_CLIENT;
  if (given !== undefined && existsSync(join(given, 'yente_client'))) return { folder: given };
  if (!isFullCount)
    return {
      missing: 'needs the package yente-client: set PANEL_YENTE_CLIENT to its folder, or PANEL_LONG=1 to install it',
    };
  const folder = join(scratch.folder, 'python');
  mkdirSync(folder);
  const installed = spawnSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, 'yente-client']);
  return installed.status === 0
    ? { folder }
    : { missing: 'yente-client cannot be installed here (no Python or no network)' };
}

const SCRIPT = `
import json, sys
from yente_client import Client, Company, Person, Vessel
from yente_client.exceptions import APIError

with Client(base_url=sys.argv[1]) as client:
    out = {}
    out["health"] = [client.healthz().status, client.readyz().status]
    out["datasets"] = [d.name for d in client.datasets().datasets]
    client.datasets()
    out["algorithms"] = client.algorithms().best
    person = client.match(Person(name="Pak Tong Sok", birthDate="1958-11-30"), limit=3)
    out["person"] = [person.top.id, person.top.score, person.top.match, person.total.value, len(person.top.contributing_explanations)]
    out["company"] = client.match(Company(name="Blue Heron Maritime Trading Co Ltd"), threshold=0.6).top.id
    out["vessel"] = client.match(Vessel(imoNumber="9074729"), datasets=["invented_ships"]).top.id
    out["excluded"] = len(client.match(Vessel(imoNumber="9074729"), exclude_entities=["inv-1"]).results)
    out["many"] = [(key, answer.top.id if answer.top else None) for key, answer in client.match_iter([("a", Person(name="Oleksandra Myronivska")), ("b", Person(name="Nobody Atall"))])]
    found = client.search("quillfeather", datasets=["default"], facets=["schema"])
    out["search"] = [found.total.value, found.results[0].id, found.facets["schema"].values[0].name]
    out["fetch"] = client.fetch("un-ZZi.001").properties["sanctions"][0].schema_
    out["adjacent"] = client.adjacent("un-ZZi.001").adjacent["sanctions"].total.value
    out["property"] = client.adjacent("un-ZZi.001", prop="sanctions").results[0].id
    try:
        client.fetch("nobody")
    except APIError as error:
        out["missing"] = [type(error).__name__, str(error)]
    print(json.dumps(out))
`;

import { isFullCount } from '../full-count.ts';

it.skipIf('missing' in client)(
  `works with the published client${'missing' in client ? ` (${client.missing})` : ''}`,
  async () => {
    if ('missing' in client) return;
    const lists = [scratch.write('un.xml', unList('2026-02-27')), scratch.write('own.json', FTM_LINES)];
    const service = await openService({ lists, progress: silentProgress });
    const serving = await serve({ lists: service }, { host: '127.0.0.1', port: 0 });
    try {
      const script = scratch.write('ask.py', SCRIPT);
      const { stdout, stderr } = await runPython(client.folder, script, serving.address);
      expect(stderr).toBe('');
      const answer = JSON.parse(stdout);
      expect(answer).toMatchObject({
        health: ['ok', 'ok'],
        datasets: ['default', 'invented_people', 'invented_ships', 'un-sc'],
        algorithms: 'standing-panel',
        person: ['un-ZZi.002', 1, true, 1, 2],
        company: 'un-ZZe.001',
        vessel: 'inv-1',
        excluded: 0,
        search: [1, 'un-ZZi.001', 'Person'],
        fetch: 'Sanction',
        adjacent: 1,
        property: 'un-ZZi.001-sanction',
      });
      expect(Object.fromEntries(answer.many)).toEqual({ a: 'un-ZZi.003', b: null });
      expect(answer.missing[0]).toBe('NotFoundError');
      expect(answer.missing[1]).toContain('No such entity!');
    } finally {
      await serving.stop();
      await service.close();
    }
  },
);

/** Not `spawnSync`: the service answers from this very process. */
async function runPython(folder: string, script: string, address: string): Promise<{ stdout: string; stderr: string }> {
  const { execFile } = await import('node:child_process');
  return await new Promise((resolve) => {
    execFile('python3', [script, address], { env: { ...process.env, PYTHONPATH: folder } }, (_error, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}
