import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suggestWord } from '../files/nearest.ts';
import type { scenarioFile } from '../files/scenario-file.ts';
import { type FileFault, readYamlFile } from '../files/yaml-file.ts';
import type { RegimeFiles } from './load.ts';

/** Checks the scenarios of a regime: their form, and that the decisions and paragraphs they name exist. */
export function lintScenarios(folder: string, files: RegimeFiles, schema: typeof scenarioFile): FileFault[] {
  const path = join(folder, 'scenarios');
  if (!existsSync(path)) return [];
  const names = readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const symbols = files.decisions.flatMap((file) => (file.value ? [file.value.decision] : []));
  return names.flatMap((name) => {
    const file = readYamlFile(join(path, name), schema);
    if (!file.value) return file.faults;
    const known = new Set([...symbols, ...file.value.decisions.map((decision) => decision.decision)]);
    const named = [
      ...file.value.ballots.map((row, index) => ({ symbol: row.decision, at: ['ballots', index, 'decision'] })),
      ...(file.value.expiry?.renewedBy ?? []).map((symbol, index) => ({ symbol, at: ['expiry', 'renewedBy', index] })),
    ];
    return named
      .filter((row) => !known.has(row.symbol))
      .map((row) => ({
        file: file.file,
        ...file.placeOf(row.at),
        message: `the decision "${row.symbol}" is not known${suggestWord(row.symbol, known)}`,
      }));
  });
}
