import { buildIndex } from '../../src/screening/index/build-index.ts';
import { loadLists, OFAC_FILES, testData, UN_LIST } from './data.ts';
import {
  aliasLeftOut,
  caseFigures,
  checkFigures,
  cutAtOnePercent,
  koreanForms,
  type Outcome,
  organisationsAlerted,
  originalScript,
  recallOf,
  shipsByName,
} from './quality.ts';

/** Quality of screening on the public pairs and the development sets. `--wrong N` lists failures. */
const data = testData();
if (data === undefined) {
  console.error('No test data: set PANEL_TEST_DATA to the folder that holds data/names and data/lists.');
  process.exit(2);
}
const shown = Number(process.argv[process.argv.indexOf('--wrong') + 1] ?? 0) || 0;
const wrongOf = (outcomes: readonly Outcome[]): string[] =>
  outcomes
    .filter((o) => o.hits[0]?.entityId !== o.expected)
    .map((o) => {
      const at = o.hits.findIndex((hit) => hit.entityId === o.expected);
      const own = at < 0 ? '' : ` (own ${o.hits[at]?.caption} ${o.hits[at]?.score})`;
      return `  ${o.group} ${o.name} -> ${o.expected}; first: ${o.hits[0]?.entityId} ${o.hits[0]?.caption} ${o.hits[0]?.score}${own}`;
    });
const percent = (x: number): string => x.toFixed(3);
const line = (label: string, outcomes: readonly Outcome[], cut: number): void => {
  const r = recallOf(outcomes, cut);
  console.log(
    `${label.padEnd(28)} n=${r.n}  recall@1 ${percent(r.at1)}  @5 ${percent(r.at5)}  at 1% FP ${percent(r.at1Percent)}  >=0.70 ${percent(recallOf(outcomes, 0.6999).at1Percent)}`,
  );
};

for (const [label, figures] of [
  ['cases.csv', caseFigures(data)],
  ['checks.yml', checkFigures(data)],
] as const) {
  const { tp, fp, tn, fn, f1 } = figures;
  console.log(`${label.padEnd(28)} F1 ${f1.toFixed(3)} at 0.70 (TP ${tp} FP ${fp} TN ${tn} FN ${fn})`);
  for (const text of figures.wrong.slice(0, shown)) console.log(`  ${text}`);
}
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
if (only === 'pairs') process.exit(0);
let started = performance.now();
const alias = aliasLeftOut(data);
console.error(`alias ${(performance.now() - started).toFixed(0)} ms`);
started = performance.now();
const negative = cutAtOnePercent(data, alias.index);
console.log(
  `negatives: cut ${negative.cut}, ${negative.above} at or above 0.70, hard ${negative.hard} of ${negative.hardCount}`,
);
console.error(`negatives ${(performance.now() - started).toFixed(0)} ms`);
for (const text of negative.worst.slice(0, shown)) console.log(`  ${text}`);
for (const lists of [[UN_LIST], [UN_LIST, ...OFAC_FILES]]) {
  const { count, alerted } = organisationsAlerted(buildIndex(loadLists(data, lists)));
  console.log(`other organisations: ${alerted.length} of ${count} at or above 0.70, of ${lists.length} files`);
  for (const text of alerted.slice(0, shown)) console.log(`  ${text}`);
}
line('alias left out', alias.outcomes, negative.cut);
line(
  '  KP',
  alias.outcomes.filter((o) => o.group === 'kp'),
  negative.cut,
);
for (const text of wrongOf(alias.outcomes).slice(0, shown)) console.log(text);
const ships = shipsByName(data);
for (const kind of ['seen', 'unseen'])
  line(
    `ships, ${kind}`,
    ships.outcomes.filter(({ group }) => group === kind),
    ships.cut,
  );
console.log(`  cut ${ships.cut} by ${ships.negatives} others`);
for (const text of ships.worst.slice(0, shown)) console.log(`  ${text}`);
for (const text of wrongOf(ships.outcomes).slice(0, shown)) console.log(text);
const script = originalScript(data);
line('original script', script.outcomes, negative.cut);
for (const text of wrongOf(script.outcomes).slice(0, shown)) console.log(text);
const korean = koreanForms(data);
line('Korean forms', korean.outcomes, negative.cut);
for (const kind of new Set(korean.outcomes.map((o) => o.group)))
  line(
    `  ${kind}`,
    korean.outcomes.filter((o) => o.group === kind),
    negative.cut,
  );
for (const text of wrongOf(korean.outcomes).slice(0, shown * 2)) console.log(text);
