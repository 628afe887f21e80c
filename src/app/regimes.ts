import { listRegimes, loadRegime } from '../regime/loading/load.ts';
import type { Regime } from '../regime/model/regime.ts';
import { AppError } from './errors.ts';

const loaded = new Map<string, Regime>();

/** A regime that comes with the program. @throws AppError `no-such-regime` with those there are */
export function loadKnownRegime(id: string): Regime {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const ids = listRegimes();
  if (!ids.includes(id))
    throw new AppError('no-such-regime', `There is no regime "${id}"; there is ${ids.join(', ')}.`);
  const regime = loadRegime(id);
  loaded.set(id, regime);
  return regime;
}

let all: readonly Regime[] | undefined;

/** All regimes that come with the program, looked for once. */
export function loadRegimes(): readonly Regime[] {
  all ??= listRegimes().map(loadKnownRegime);
  return all;
}
