// Compares what two built checkouts answer to the same questions, for changes that must change nothing: claims of texts,
// answers of regime cases, the screening index and its hits, and the reports of the example dossiers. It asks the command line
// alone, so that the insides of the two may differ.
//
//   node scripts/behaviour.mjs BEFORE AFTER [--texts FOLDER]... [--cases FILE.jsonl]... [--lists FILE]... [--batch FILE.csv]
//
// Prints a line for each part, "equal" or "different" with both hashes, and ends with 1 where anything differs. The rules of a
// claim explain it and do not count: where they alone differ, that is said.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    texts: { type: 'string', multiple: true, default: [] },
    cases: { type: 'string', multiple: true, default: [] },
    lists: { type: 'string', multiple: true, default: [] },
    batch: { type: 'string' },
  },
});
if (positionals.length !== 2) {
  process.stderr.write(
    'usage: node scripts/behaviour.mjs BEFORE AFTER [--texts FOLDER] [--cases FILE] [--lists FILE]\n',
  );
  process.exit(2);
}
const trees = positionals.map((tree) => resolve(tree));
const scratch = mkdtempSync(join(tmpdir(), 'panel-behaviour-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

// The name of a record, alone or in its key, and hashes and signatures in base 64.
const FOLLOWS_FROM_KEYS = /standing-panel\/[0-9a-f]{16}(?:\+[0-9a-f]{8}\+[\w+/=]+)?|[A-Za-z0-9+/]{43,}={0,2}/g;

let differences = 0;
for (const folder of values.texts) compareTexts(folder);
for (const file of values.cases) compareCases(file);
if (values.lists.length > 0) compareScreening();
compareReports();
process.stdout.write(differences === 0 ? 'nothing differs\n' : `${differences} parts differ\n`);
process.exitCode = differences === 0 ? 0 : 1;

function compareTexts(folder) {
  const files = readdirSync(folder)
    .filter((name) => /\.(txt|html?|pdf|docx)$/.test(name))
    .sort();
  let [same, byRules] = [0, 0];
  const different = [];
  for (const name of files) {
    const [before, after] = trees.map((tree) => panel(tree, ['extract', join(folder, name)]));
    if (before === after) same++;
    else if (withoutRules(before) === withoutRules(after)) byRules++;
    else different.push(name);
  }
  tell(`claims of ${files.length} texts in ${folder}`, different.length === 0, [
    `${same} byte-identical`,
    ...(byRules > 0 ? [`${byRules} differ in the ids of rules alone`] : []),
    ...different.map((name) => `different: ${name}`),
  ]);
}

function withoutRules(lines) {
  return lines
    .split('\n')
    .map((line) => (line.startsWith('{') ? JSON.stringify({ ...JSON.parse(line), rules: [] }) : line))
    .join('\n');
}

/** Cases hold what is expected beside what is asked; only what is asked is put to the regime. */
function compareCases(file) {
  const asked = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
    .filter(({ activity }) => activity !== undefined)
    .map(({ id, activity }) => JSON.stringify({ id, activity }));
  const batch = join(scratch, basename(file));
  writeFileSync(batch, `${asked.join('\n')}\n`);
  compare(
    `answers of ${asked.length} cases in ${basename(file)}`,
    trees.map((tree) => panel(tree, ['check', '--batch', batch, '--json'])),
  );
}

function compareScreening() {
  const [indexes, hits] = [[], []];
  for (const tree of trees) {
    const cache = mkdtempSync(join(scratch, 'cache-'));
    const out = join(cache, 'hits.csv');
    const question = values.batch === undefined ? ['Kim Jong Sik'] : ['--batch', resolve(values.batch), '--out', out];
    const said = panel(tree, ['screen', ...question, '--list', ...values.lists], { XDG_CACHE_HOME: cache });
    hits.push(values.batch === undefined ? said : readFileSync(out));
    const folder = join(cache, 'standing-panel', 'screening');
    const index = readdirSync(folder).filter((name) => name.endsWith('.index'));
    indexes.push(Buffer.concat(index.map((name) => readFileSync(join(folder, name)))));
  }
  compare(`screening index of ${values.lists.length} lists (${indexes[0].length} bytes)`, indexes);
  compare('screening hits', hits);
}

/** Keys and salts are new in every workspace: what follows from them is left out, and the HTML of both is of the same day. */
function compareReports() {
  const dossiers = readdirSync(join(trees[0], 'examples'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of dossiers) compareReport(name);
}

function compareReport(dossier) {
  const models = trees.map((tree) => {
    const out = mkdtempSync(join(scratch, 'report-'));
    const workspace = join(out, 'workspace');
    const options = ['--workspace', workspace, '--out', out, '--format', 'json,html', '--clock', '2024-12-01'];
    panel(tree, ['run', join(tree, 'examples', dossier), ...options]);
    const model = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    const html = readFileSync(join(out, 'report.html'), 'utf8').replace(FOLLOWS_FROM_KEYS, '');
    return {
      json: JSON.stringify({ ...model, record: { ...model.record, origin: '', checkpoint: '', vkey: '' } }),
      html,
    };
  });
  compare(
    `report of ${dossier}, JSON`,
    models.map(({ json }) => json),
  );
  compare(
    `report of ${dossier}, HTML`,
    models.map(({ html }) => html),
  );
}

function panel(tree, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'dist', 'cli', 'main.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  return status === 0 ? stdout : `ended with ${status}: ${stdout}${stderr}`;
}

function compare(part, [before, after]) {
  const [a, b] = [hashOf(before), hashOf(after)];
  tell(part, a === b, a === b ? [a] : [a, b]);
}

function tell(part, equal, details) {
  if (!equal) differences++;
  process.stdout.write(`${equal ? 'equal' : 'DIFFERENT'}: ${part}\n${details.map((line) => `  ${line}\n`).join('')}`);
}

function hashOf(value) {
  return `sha256:${createHash('sha256').update(value).digest('hex')}`;
}
