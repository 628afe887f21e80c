import { describe, expect, test } from 'vitest';
import { loadLists, OFAC_FILES, testData, UN_LIST } from '../../bench/screening/data.ts';
import {
  aliasLeftOut,
  caseFigures,
  cutAtOnePercent,
  koreanForms,
  organisationsAlerted,
  originalScript,
  recallOf,
} from '../../bench/screening/quality.ts';
import { valuesOf } from '../../src/entities/entity.ts';
import { buildIndex } from '../../src/screening/index/build-index.ts';
import { compareLists } from '../../src/screening/list-difference.ts';
import { screen } from '../../src/screening/screen.ts';
import { fullCountTest, isFullCount } from '../full-count.ts';

const data = testData();

describe.skipIf(data === undefined)('the official lists (6 tests need PANEL_TEST_DATA)', () => {
  const folder = data ?? '';

  test('everything in the files is read', () => {
    const un = loadLists(folder, [UN_LIST]);
    expect(un.filter((entity) => entity.schema === 'Person')).toHaveLength(730);
    expect(un.filter((entity) => entity.schema === 'Organization')).toHaveLength(273);
    const ofac = loadLists(folder, OFAC_FILES);
    expect(ofac).toHaveLength(7379);
    expect(ofac.filter((entity) => entity.schema === 'Vessel')).toHaveLength(323);
    const count = (prop: string): number =>
      un.flatMap((entity) => entity.values.filter((value) => value.prop === prop)).length;
    expect(
      un.flatMap((entity) => entity.values.filter((value) => value.prop === 'birthDate' && value.value.includes('/')))
        .length,
    ).toBeGreaterThanOrEqual(31);
    expect(count('imoNumber')).toBe(16);
    expect(count('passportNumber') + count('idNumber')).toBeGreaterThan(440);
  });

  test('two dated versions differ as counted: 111 added, 201 removed, of 892 common ones 100 changed', () => {
    const difference = compareLists(
      loadLists(folder, ['un-consolidated-2018-10-29.xml']),
      loadLists(folder, [UN_LIST]),
    );
    expect(difference.added).toHaveLength(111);
    expect(difference.removed).toHaveLength(201);
    expect(difference.changed.length + difference.unchanged).toBe(892);
    const renamed = difference.changed
      .filter((change) => change.changes.some((field) => field.field === 'name'))
      .map((change) => change.id);
    expect(renamed).toEqual(expect.arrayContaining(['un-KPe.029', 'un-KPe.054']));
  });

  test('every listed vessel is found by any form of its IMO number', () => {
    const entities = loadLists(folder, OFAC_FILES);
    const index = buildIndex(entities);
    const vessels = entities.filter((entity) => entity.schema === 'Vessel');
    const sample = isFullCount ? vessels : vessels.filter((_, i) => i % 4 === 0);
    expect(sample.flatMap((vessel) => valuesOf(vessel, 'imoNumber')).length).toBeGreaterThan(10);
    for (const vessel of sample)
      for (const imo of valuesOf(vessel, 'imoNumber')) {
        const questions = [`IMO ${imo}`, `IMO${imo}`, `imo no. ${imo}`, imo, `MV SOMETHING ELSE (IMO: ${imo})`].map(
          (name) => ({ names: [name], schema: 'Vessel' }),
        );
        for (const question of [...questions, { names: [], imoNumbers: [imo], schema: '' }]) {
          const hits = screen(index, question).filter((hit) => hit.score === 1);
          expect([question.names[0], hits.map((hit) => hit.entityId)]).toEqual([
            question.names[0],
            expect.arrayContaining([vessel.id]),
          ]);
        }
      }
  });

  test('pairs: F1 above 0.80 at 0.70', () => {
    expect(caseFigures(folder).f1).toBeGreaterThan(0.8);
  });

  test('organisations with usual names raise few alerts', () => {
    const { count, alerted } = organisationsAlerted(buildIndex(loadLists(folder, [UN_LIST])));
    expect(count).toBeGreaterThan(250);
    expect(alerted.length / count).toBeLessThanOrEqual(0.05);
  });

  fullCountTest(
    'aliases left out, original script, Korean forms, and few false alerts',
    () => {
      const alias = aliasLeftOut(folder);
      const negative = cutAtOnePercent(folder, alias.index);
      expect(negative.hard / negative.hardCount).toBeLessThanOrEqual(0.02);
      const found = recallOf(alias.outcomes, negative.cut);
      expect(found.at1).toBeGreaterThan(0.62);
      expect(found.at1Percent).toBeGreaterThan(0.65);
      const dprk = alias.outcomes.filter((outcome) => outcome.group === 'kp');
      expect(recallOf(dprk, negative.cut).at1Percent).toBeGreaterThan(0.77);
      expect(recallOf(originalScript(folder).outcomes, negative.cut).at1).toBeGreaterThan(0.9);
      expect(recallOf(koreanForms(folder).outcomes, negative.cut).at1).toBeGreaterThan(0.95);
    },
    60_000,
  );
});
