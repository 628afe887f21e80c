import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../core/resource.ts';
import { RegimeError } from '../errors.ts';
import { decisionFile } from '../files/decision-file.ts';
import { designationsFile } from '../files/designations-file.ts';
import { goodsFile } from '../files/goods-file.ts';
import { regimeFile } from '../files/regime-file.ts';
import { vocabularyFile } from '../files/vocabulary-file.ts';
import { readYamlFile, type YamlFile } from '../files/yaml-file.ts';
import type { Regime } from '../model/regime.ts';
import { assembleRegime, type RegimeParts } from './assemble.ts';

/** The folder of the regimes that come with the program. */
export function regimesFolder(): string {
  return join(packageRoot(), 'regimes');
}

/** Ids of the regimes in a folder: each is a folder with a `regime.yaml`. */
export function listRegimes(folder: string = regimesFolder()): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'regime.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/** The files of a regime, read but not yet trusted: each knows its faults and its places. */
export type RegimeFiles = {
  readonly regime: YamlFile<RegimeParts['regime']>;
  readonly vocabulary: YamlFile<RegimeParts['vocabulary']>;
  readonly decisions: readonly YamlFile<RegimeParts['decisions'][number]>[];
  readonly goods: readonly YamlFile<RegimeParts['goods'][number]>[];
  readonly everydayGoods: readonly YamlFile<RegimeParts['everydayGoods'][number]>[];
  readonly designations: readonly YamlFile<RegimeParts['designations'][number]>[];
};

/**
 * Reads the files of the regime in `folder`; the shared vocabulary stands beside the folder.
 * @throws RegimeError `regime-unreadable` when `regime.yaml` or the vocabulary is not there
 */
export function readRegimeFiles(folder: string): RegimeFiles {
  const own = join(folder, 'vocabulary.yaml');
  const beside = join(folder, '..', 'vocabulary.yaml');
  const vocabularyPath = [own, beside, join(regimesFolder(), 'vocabulary.yaml')].find(existsSync) ?? beside;
  const decisionsFolder = join(folder, 'decisions');
  const decisionNames = existsSync(decisionsFolder)
    ? readdirSync(decisionsFolder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  const present = (names: readonly string[]) => names.map((name) => join(folder, name)).filter(existsSync);
  return {
    regime: readYamlFile(join(folder, 'regime.yaml'), regimeFile),
    vocabulary: readYamlFile(vocabularyPath, vocabularyFile),
    decisions: decisionNames.map((name) => readYamlFile(join(decisionsFolder, name), decisionFile)),
    goods: present(['goods.yaml', 'services.yaml']).map((path) => readYamlFile(path, goodsFile)),
    everydayGoods: present(['everyday-goods.yaml']).map((path) => readYamlFile(path, goodsFile)),
    designations: present(['designations.yaml', 'vessels.yaml']).map((path) => readYamlFile(path, designationsFile)),
  };
}

/**
 * The parts of the regime in a folder. @throws RegimeError `regime-unreadable`, or `regime-invalid` with the first fault
 * and how many there are (`lintRegime` lists them all)
 */
export function loadRegimeParts(folder: string): RegimeParts {
  const files = readRegimeFiles(folder);
  const all: readonly YamlFile<unknown>[] = [
    files.regime,
    files.vocabulary,
    ...files.decisions,
    ...files.goods,
    ...files.everydayGoods,
    ...files.designations,
  ];
  const faults = all.flatMap((file) => file.faults);
  const first = faults[0];
  if (first) {
    const more = faults.length > 1 ? ` (${faults.length} faults in all; panel regime lint lists them)` : '';
    throw new RegimeError('regime-invalid', `${first.message}${more}`, { place: `${first.file}:${first.line}` });
  }
  const value = <T>(file: YamlFile<T>): T => file.value as T;
  return {
    regime: value(files.regime),
    vocabulary: value(files.vocabulary),
    decisions: files.decisions.map(value),
    goods: files.goods.map(value),
    everydayGoods: files.everydayGoods.map(value),
    designations: files.designations.map(value),
  };
}

const loaded = new Map<string, Regime>();

/** A regime that comes with the program, by its id; read once. @throws RegimeError `regime-unknown`, `regime-invalid` */
export function loadRegime(id: string): Regime {
  const known = loaded.get(id);
  if (known) return known;
  const ids = listRegimes();
  if (!ids.includes(id))
    throw new RegimeError('regime-unknown', `There is no regime "${id.slice(0, 40)}"; known: ${ids.join(', ')}.`);
  const regime = loadRegimeFrom(join(regimesFolder(), id));
  loaded.set(id, regime);
  return regime;
}

/** The regime in any folder. @throws RegimeError `regime-unreadable`, `regime-invalid` */
export function loadRegimeFrom(folder: string): Regime {
  return assembleRegime(loadRegimeParts(folder));
}
