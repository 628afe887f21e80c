import type { Monitor } from '../model/assessment.ts';
import { isInForce, type Mandate, type Regime } from '../model/regime.ts';

/** Mandates that hold on a day; after a renewal two may hold at once. */
export function mandatesInForce(regime: Regime, date: string): readonly Mandate[] {
  return regime.mandates.filter((mandate) => isInForce(mandate, date));
}

/** Who had the mandate to watch on the day: the Committee, the expert body under the latest instrument, and bodies outside the U.N. */
export function monitorOn(regime: Regime, date: string): Monitor {
  const holding = mandatesInForce(regime, date);
  const latest = (kind: Mandate['kind']) =>
    holding
      .filter((mandate) => mandate.kind === kind)
      .reduce<Mandate | undefined>((a, b) => (a && a.from > b.from ? a : b), undefined);
  const panel = latest('panel');
  return {
    committee: latest('committee')?.body ?? null,
    panel: panel ? `${panel.body} (${panel.instrument})` : null,
    outsideUn: regime.outsideBodies
      .filter((body) => isInForce({ from: body.from, to: body.to ?? null }, date))
      .map((body) => body.name),
  };
}
