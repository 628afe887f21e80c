import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entity } from '../../src/entities/entity.ts';
import { openListBytes } from '../../src/entities/list-file.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import type { ScreeningIndex } from '../../src/screening/index/screening-index.ts';
import { scorePair } from '../../src/screening/matching/score-pair.ts';
import { type Hit, screen } from '../../src/screening/screen.ts';
import { readLists } from '../../tests/entities/read-lists.ts';
import { loadLists, loadReduced, OFAC_FILES, type Row, readCsv, UN_LIST } from './data.ts';

export type Outcome = {
  readonly name: string;
  readonly expected: string;
  readonly group: string;
  readonly hits: readonly Hit[];
};
export type Recall = { readonly n: number; readonly at1: number; readonly at5: number; readonly at1Percent: number };

/** Every hit of the first five, whatever its score. */
function ask(index: ScreeningIndex, name: string, schema: string): Hit[] {
  return screen(index, { names: [name], schema }, { limit: 5, threshold: 0 });
}

/** The score that at most one in a hundred of the negatives exceeds with its best hit. */
export function cutAtOnePercent(
  data: string,
  index: ScreeningIndex,
): { cut: number; above: number; hard: number; hardCount: number; worst: string[] } {
  const rows = [
    ...readCsv(join(data, 'names/negatives-dev.csv')),
    ...readCsv(join(data, 'names/hard-negatives-dev.csv')),
  ];
  const scored = rows.map((row) => {
    const hits = ask(index, row.name ?? '', row.schema ?? '');
    const best = Math.max(0, ...hits.map((hit) => hit.score));
    return { id: row.id ?? '', best, text: `${row.name} ~ ${hits[0]?.caption} ${best} ${hits[0]?.reasons[0]}` };
  });
  const sorted = [...scored].sort((a, b) => b.best - a.best);
  const cut = sorted[Math.floor(rows.length / 100)]?.best ?? 0;
  const hardRows = scored.filter((row) => /^(dkn|dan)/.test(row.id));
  const hard = hardRows.filter((row) => row.best >= 0.7).length;
  return {
    cut,
    above: scored.filter((row) => row.best >= 0.7).length,
    hard,
    hardCount: hardRows.length,
    worst: [...sorted.slice(0, 110), ...hardRows.sort((a, b) => b.best - a.best).slice(0, 25)].map((row) => row.text),
  };
}

/** Names of organisations that no list has: how many there are, and those that are alerted on all the same. */
export function organisationsAlerted(index: ScreeningIndex): { count: number; alerted: string[] } {
  const names = readFileSync(new URL('./organisations.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const alerted = names.flatMap((name) => {
    const [hit] = screen(index, { names: [name], schema: 'Company' });
    return hit === undefined ? [] : [`${name} ~ ${hit.caption} ${hit.score} ${hit.reasons[0]}`];
  });
  return { count: names.length, alerted };
}

/** What recall is told from: the answer and the first hits. */
type Placed = { readonly expected: string; readonly hits: readonly Pick<Hit, 'entityId' | 'score'>[] };

export function recallOf(outcomes: readonly Placed[], cut: number): Recall {
  const place = (outcome: Placed): number => outcome.hits.findIndex((hit) => hit.entityId === outcome.expected);
  const share = (test: (outcome: Placed) => boolean): number =>
    outcomes.filter(test).length / Math.max(1, outcomes.length);
  return {
    n: outcomes.length,
    at1: share((outcome) => place(outcome) === 0),
    at5: share((outcome) => place(outcome) >= 0),
    at1Percent: share((outcome) => (outcome.hits[place(outcome)]?.score ?? -1) > cut),
  };
}

function outcomes(index: ScreeningIndex, questions: readonly Row[], expected: readonly Row[]): Outcome[] {
  const answers = new Map(expected.map((row) => [row.id, row]));
  return questions.map((row) => ({
    name: row.name ?? '',
    expected: answers.get(row.id)?.entityId ?? '',
    group: answers.get(row.id)?.kp === 'yes' ? 'kp' : 'other',
    hits: ask(index, row.name ?? '', row.schema ?? ''),
  }));
}

export function aliasLeftOut(data: string): { entities: Entity[]; index: ScreeningIndex; outcomes: Outcome[] } {
  const entities = loadReduced(data, 'alias-loo-dev.remove.csv');
  const index = buildIndex(entities);
  return {
    entities,
    index,
    outcomes: outcomes(
      index,
      readCsv(join(data, 'names/alias-loo-dev.csv')),
      readCsv(join(data, 'names/alias-loo-dev.expect.csv')),
    ),
  };
}

export function originalScript(data: string): { index: ScreeningIndex; outcomes: Outcome[] } {
  const index = buildIndex(loadReduced(data, 'script-dev.remove.csv'));
  return {
    index,
    outcomes: outcomes(
      index,
      readCsv(join(data, 'names/script-dev.csv')),
      readCsv(join(data, 'names/script-dev.expect.csv')),
    ),
  };
}

export function koreanForms(data: string): { index: ScreeningIndex; outcomes: Outcome[] } {
  const index = buildIndex(loadLists(data, [UN_LIST]));
  const rows = readCsv(join(data, 'names/korean-forms-dev.csv'));
  return {
    index,
    outcomes: rows.map((row) => ({
      name: row.form ?? '',
      expected: row.entityId ?? '',
      group: row.kind ?? '',
      hits: ask(index, row.form ?? '', (row.entityId ?? '').includes('KPi') ? 'Person' : 'LegalEntity'),
    })),
  };
}

/** Ships of our tables, by the first of the names of each: those that the program was measured by while it was written, and others. */
function ourShips(): { id: string; group: string; names: string[] }[] {
  return ['../../tests/screening/ships.tsv', './ships.tsv'].flatMap((file, table) =>
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line, at) => ({
        id: `ship-${table}-${at}`,
        group: table === 0 ? 'seen' : 'unseen',
        names: line.split('\t').filter((name) => name !== '-'),
      })),
  );
}

/**
 * Ships by their names in other scripts and romanisations, on a list of them and of every second vessel of OFAC. The other vessels of OFAC, which
 * are not on it, and its ships under other numbers are the negatives: the cut is what one in a hundred of them exceeds.
 */
export function shipsByName(data: string): { outcomes: Outcome[]; cut: number; negatives: number; worst: string[] } {
  const ships = ourShips();
  const vessels = loadLists(data, OFAC_FILES).filter(({ schema }) => schema === 'Vessel');
  const lines = ships.map(({ id, names }) =>
    JSON.stringify({ id, schema: 'Vessel', caption: names[0], properties: { name: [names[0]] }, datasets: ['ours'] }),
  );
  const { entities } = readLists([openListBytes('ships.ftm.json', Buffer.from(`${lines.join('\n')}\n`))]);
  const index = buildIndex([...entities, ...vessels.filter((_, at) => at % 2 === 0)]);
  const listed = new Set(
    vessels.filter((_, at) => at % 2 === 0).flatMap(({ values }) => values.map(({ value }) => value)),
  );
  const others = [
    ...vessels.filter(({ caption }, at) => at % 2 === 1 && !listed.has(caption)).map(({ caption }) => caption),
    ...ships.flatMap(({ names }) =>
      names
        .filter((name) => /\d/.test(name))
        .map((name) => name.replace(/\d+/, (number) => String(Number(number) + 1))),
    ),
  ];
  const scored = others
    .map((name) => ({ name, hit: ask(index, name, 'Vessel')[0] }))
    .sort((a, b) => (b.hit?.score ?? 0) - (a.hit?.score ?? 0));
  const outcomes = ships.flatMap(({ id, group, names }) =>
    names.slice(1).map((name) => ({ name, expected: id, group, hits: ask(index, name, 'Vessel') })),
  );
  return {
    outcomes,
    cut: scored[Math.floor(others.length / 100)]?.hit?.score ?? 0,
    negatives: others.length,
    worst: scored.slice(0, 20).map(({ name, hit }) => `${name} ~ ${hit?.caption} ${hit?.score}`),
  };
}

export type PairFigures = { tp: number; fp: number; tn: number; fn: number; f1: number; wrong: string[] };

export function figuresOf(
  pairs: readonly { schema: string; a: string[]; b: string[]; match: boolean; group: string }[],
  threshold = 0.7,
): PairFigures {
  const figures: PairFigures = { tp: 0, fp: 0, tn: 0, fn: 0, f1: 0, wrong: [] };
  for (const pair of pairs) {
    const score = scorePair(pair.a, pair.b, pair.schema);
    const said = score >= threshold;
    if (said && pair.match) figures.tp++;
    else if (said) figures.fp++;
    else if (pair.match) figures.fn++;
    else figures.tn++;
    if (said !== pair.match)
      figures.wrong.push(
        `${pair.match ? 'MISS' : 'FALSE'} ${score.toFixed(2)} [${pair.schema}] ${pair.a.join(' | ')} ~ ${pair.b.join(' | ')}`,
      );
  }
  figures.f1 = (2 * figures.tp) / Math.max(1, 2 * figures.tp + figures.fp + figures.fn);
  return figures;
}

export function caseFigures(data: string): PairFigures {
  const rows = readCsv(join(data, 'names/cases.csv'));
  return figuresOf(
    rows.map((row) => ({
      schema: row.schema ?? '',
      a: [row.name1 ?? ''],
      b: [row.name2 ?? ''],
      match: row.is_match === 'true',
      group: row.case_group ?? '',
    })),
  );
}

type CheckSide = Readonly<Record<string, string | readonly string[]>>;

export function checkFigures(data: string): PairFigures {
  const file = parse(readFileSync(join(data, 'names/checks.yml'), 'utf8')) as {
    checks: { match: boolean; schema: string; query: CheckSide; candidate: CheckSide }[];
  };
  const names = (side: CheckSide): string[] => {
    const whole = [side.name ?? [], side.alias ?? []].flat();
    if (whole.length > 0) return whole;
    const parts = [side.firstName, side.middleName, side.fatherName, side.lastName]
      .flat()
      .filter((part) => typeof part === 'string');
    return [parts.join(' ')];
  };
  return figuresOf(
    file.checks.map((check) => ({
      schema: check.schema,
      a: names(check.query),
      b: names(check.candidate),
      match: check.match,
      group: '',
    })),
  );
}
