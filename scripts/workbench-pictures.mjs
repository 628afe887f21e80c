// Pictures of the workbench for the user guide: the example dossier, served by the real product, as it looks after an
// investigator's first hour. What is screened against is an invented list.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = [
  {
    id: 'example-1',
    caption: 'Pak Tong Sok',
    schema: 'Person',
    properties: { name: ['Pak Tong Sok', 'Park Dong-seok'], birthDate: ['1958-11-30'], nationality: ['kp'] },
    datasets: ['invented'],
  },
  {
    id: 'example-2',
    caption: 'Taedong River Machinery Corporation',
    schema: 'Company',
    properties: { name: ['Taedong River Machinery Corporation'], country: ['kp'] },
    datasets: ['invented'],
  },
];

/** What must be in the picture, where it is not at the head of the page. */
const SHOWN = { finding: '#replies', regime: '.vote' };

/** Takes every picture into `images`. `program` is the built command line, `workspace` that of the example dossier. */
export async function takeWorkbenchPictures({ browser, program, workspace, images }) {
  const list = join(workspace, '..', 'invented-list.json');
  writeFileSync(list, LIST.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const added = spawnSync(process.execPath, [program, 'lists', 'add', list, '--workspace', workspace], {
    encoding: 'utf8',
  });
  if (added.status !== 0) throw new Error(added.stderr);
  const server = spawn(process.execPath, [program, 'serve', '--workspace', workspace, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(server);
    const { origin, searchParams } = new URL(address);
    const page = await browser.newPage({ viewport: { width: 1080, height: 600 }, colorScheme: 'light' });
    await page.addInitScript("localStorage.setItem('standing-panel.actor', 'Ada Panel')");
    const hour = await spendAnHour(origin, searchParams.get('token'));
    // The first look gives the cookie by which the pages are let in.
    await page.goto(address);
    await settled(page);
    for (const [name, path] of Object.entries(hour)) {
      await page.goto(origin + path);
      await settled(page);
      if (name === 'record') await verify(page);
      await page
        .locator(SHOWN[name] ?? 'h1')
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.screenshot({ path: join(images, `workbench-${name}.png`) });
    }
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()));
  }
}

export function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    server.once('exit', () => reject(new Error('panel serve ended')));
  });
}

/** The acts of the guide, made over the interface that the pages use; answers where each picture is taken. */
async function spendAnHour(address, token) {
  const by = 'Ada Panel';
  const authorization = `Bearer ${token}`;
  const read = async (path) => (await fetch(`${address}/api/v1${path}`, { headers: { authorization } })).json();
  const act = async (path, body) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ by, ...body }),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const claims = (await read('/claims?limit=500')).items;
  const withWords = (words) => claims.find(({ quote }) => quote.includes(words));
  const containers = withWords('more than 10,000 containers');
  const minister = withWords('about 6,700 containers');
  await act('/claims/reviews', { ids: [containers.id, minister.id], status: 'accepted' });
  await act(`/claims/${minister.id}/grades`, {
    credibility: '3',
    reason: 'Counted from imagery; the contents are an estimate.',
  });
  const activity = { date: '2024-02-26', act: 'supply', goods: { name: 'ammunition' }, from: 'KP', to: 'RU' };
  const made = await act('/findings', {
    title: 'Ammunition in containers from North Korea to Russia',
    claims: [containers.id, minister.id],
    regime: 'un-1718',
    activity,
  });
  const findings = (await read('/findings?limit=500')).items;
  const finding = findings.find((one) => one.made?.act === made.acts[0].id);
  const sent = await act(`/findings/${finding.id}/replies`, {
    party: 'Russian Federation',
    sent: '2024-05-02',
    deadline: '2024-05-16',
  });
  await act(`/findings/${finding.id}/replies`, {
    party: 'Russian Federation',
    sent: '2024-05-02',
    deadline: '2024-05-16',
    received: '2024-05-14',
    text: 'The Russian Federation received no ammunition.',
    stance: 'denies',
    replaces: sent.acts[0].id,
  });
  const documents = (await read('/documents?limit=500')).items;
  const incidents = (await read('/incidents?limit=500')).items;
  const incident = incidents.find(({ claims: ids }) => ids.includes(containers.id));
  const comparison = (await read('/comparisons')).comparisons.find(({ rows }) =>
    rows.some(({ raw }) => raw.includes('10,000 containers')),
  );
  return {
    overview: '/',
    documents: '/documents',
    document: `/documents/${documents.find(({ file }) => file === 'retelling-2024-05-08.txt').id}`,
    claims: `/claims?claim=${minister.id}`,
    incident: comparison === undefined ? `/incidents/${incident.id}` : `/comparisons/${comparison.id}`,
    regime: '/regime?view=decisions',
    check: `/regime?view=check&activity=${encodeURIComponent(JSON.stringify(activity))}`,
    screening: `/screening?name=${encodeURIComponent('Park Dong Seok')}`,
    finding: `/findings/${finding.id}`,
    report: '/report',
    record: '/record',
  };
}

export async function settled(page) {
  await page.locator('main h1').first().waitFor();
  await page.locator('main :is(.skeleton, [aria-busy="true"])').first().waitFor({ state: 'detached' });
}

async function verify(page) {
  await page.getByRole('button', { name: 'Verify the record' }).click();
  await page.getByText(/Whole: \d+ acts/).waitFor();
}
