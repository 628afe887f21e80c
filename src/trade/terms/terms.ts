import { join } from 'node:path';
import { readYamlFile } from '../../regime/files/yaml-file.ts';
import { regimesFolder } from '../../regime/loading/load.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { TradeError } from '../errors.ts';
import { type TradeFile, tradeFile } from './trade-file.ts';

/** What the figures of a regime are read and judged by: the target State, whom it is confused with, the pages of its Committee. */
export type TradeTerms = TradeFile & { readonly target: string };

const loaded = new Map<string, TradeTerms>();

/** The terms of a regime that comes with the program; read once. @throws TradeError `terms-invalid` with file and line */
export function loadTradeTerms(regime: Regime): TradeTerms {
  const known = loaded.get(regime.id);
  if (known !== undefined) return known;
  const file = readYamlFile(join(regimesFolder(), regime.id, 'trade.yaml'), tradeFile);
  const fault = file.faults[0];
  if (file.value === undefined || fault !== undefined)
    throw new TradeError('terms-invalid', fault?.message ?? 'the file holds nothing', {
      place: `${file.file}:${fault?.line ?? 1}`,
    });
  const terms = Object.freeze({ ...file.value, target: regime.target });
  loaded.set(regime.id, terms);
  return terms;
}
