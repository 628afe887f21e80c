import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { answerBatchLine } from '../../src/regime/answer.ts';
import { assess } from '../../src/regime/evaluation/assess.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';

/**
 * Assessments a second on one core: mixed activities over all years, acts and goods, first as objects and then as batch
 * lines (parsing and writing JSON included). `npx tsx bench/regime/main.ts [COUNT]`
 */
const COUNT = Number(process.argv[2] ?? 200_000);

const started = performance.now();
const regime = loadRegime('un-1718');
const loadMs = performance.now() - started;

const goods = ['2710', '2701', '8704', '6203', '0306', '84', '7208', '2709', '1006', '9306'];
const names = regime.goods.map((entry) => entry.name);
const acts = [
  'supply',
  'supply',
  'supply',
  'supply',
  'ship-to-ship-transfer',
  'employment',
  'joint-venture',
  'financial-service',
  'asset-dealing',
  'training',
];
const parties = regime.designations.map((row) => row.id);

const activities = Array.from({ length: 4096 }, (_, index) => {
  const into = index % 3 !== 0;
  const year = 2006 + (index % 19);
  return {
    date: `${year}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    act: acts[index % acts.length] as string,
    goods:
      index % 2 === 0
        ? { hs: goods[index % goods.length] as string }
        : { name: names[(index * 7) % names.length] as string },
    from: into ? 'CN' : 'KP',
    to: into ? 'KP' : 'RU',
    periodTotal: index % 4 === 0 ? { value: String(index * 211), unit: 'barrel', period: String(year) } : null,
    contractDate: index % 5 === 0 ? '2017-06-01' : null,
    parties: index % 10 === 0 && parties.length > 0 ? [parties[index % parties.length] as string] : [],
    circumstances: index % 6 === 0 ? ['livelihood'] : [],
  };
});
const lines = activities.map((activity, index) => JSON.stringify({ id: `case-${index}`, activity }));

function measure(label: string, run: (index: number) => unknown): void {
  for (let index = 0; index < 20_000; index++) run(index & 4095);
  const cpuBefore = process.cpuUsage();
  const from = performance.now();
  let kept = 0;
  for (let index = 0; index < COUNT; index++) if (run(index & 4095)) kept++;
  const seconds = (performance.now() - from) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  console.log(
    `${label}: ${kept} in ${seconds.toFixed(2)} s = ${Math.round(COUNT / seconds).toLocaleString('en')}/s (${Math.round(COUNT / cpuSeconds).toLocaleString('en')} per CPU second)`,
  );
}

const model = /model name\s*:\s*(.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown processor';
console.log(
  `${model}; Node ${process.version}; ${regime.provisions.length} provisions, ${regime.goods.length} goods, ${regime.designations.length} designations; loaded in ${Math.round(loadMs)} ms`,
);
measure('assess', (index) => assess(regime, activities[index] as (typeof activities)[number]));
measure('batch lines', (index) => JSON.stringify(answerBatchLine(regime, lines[index] as string)));
