import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { regimesFolder } from '../../../regime/loading/load.ts';
import type { Regime } from '../../../regime/model/regime.ts';

/** Figures that ship with a regime, under the name that stands for their file. */
export type ShippedFigures = { readonly id: string; readonly path: string };

/** What was notified to the Committee of a regime and ships with it, by name. */
export function shippedFigures(regime: Regime): readonly ShippedFigures[] {
  const folder = join(regimesFolder(), regime.id, 'notified');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => ({ id: `notified:${name.slice(0, -4)}`, path: join(folder, name) }));
}
