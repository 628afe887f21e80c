import { toDecimal } from '../../core/decimal.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import type { LedgerSum, TakenTotal } from '../../findings/model/ledger-total.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { capPeriodOf, cappingProvision, cappingProvisions } from '../../trade/ledger/cap.ts';
import { loadTradeTerms } from '../../trade/terms/terms.ts';
import type { ActBuilder } from '../act-builders/act-builder.ts';
import { buildFinding, type EventTaker, type MakingRequest, type TotalReader } from '../act-builders/finding-acts.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { figuresAndCalls } from '../derivation/trade/call-source.ts';
import { copiesOfShipped } from '../derivation/trade/copied-figures.ts';
import type { FigureSource, HeldDocuments } from '../derivation/trade/figure-sources.ts';
import { ledgerSums } from '../derivation/trade/ledger-sums.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';
import { asking } from './ledger.ts';
import { rowsBesideCap } from './rows-beside-cap.ts';

/** The ledger from which a person takes the total of a cap's period. */
export type TotalChoice = {
  /** `notified:petroleum`, `tracks:calls`, the id of a document, or its file name. */
  readonly source: string;
  /** The paragraph with the cap; left out where the activity concerns one alone. */
  readonly provision?: string | undefined;
  /** Barrels a tonne: one of the paragraph's factors, or a number of the person's own for all rows alike. */
  readonly factor?: string | undefined;
  /** Takes the factor for all rows alike, also where the paragraph has one of the same number with products of its own. */
  readonly given?: boolean | undefined;
  /** The cap's period that is meant, as `2019-01-01/2019-12-31`: the activity's day must lie in it. */
  readonly period?: string | undefined;
  readonly asOf?: string | undefined;
  readonly flow?: 'import' | 'export' | undefined;
};

/** A finding that a person makes from claims, with the total of a cap's period from the ledger that is chosen. @throws AppError */
export function buildFindingByLedger(
  record: HeldDocuments,
  request: MakingRequest & { readonly total?: TotalChoice | undefined },
  takeEvents?: EventTaker,
): ActBuilder {
  const { total } = request;
  if (total === undefined) return buildFinding(request, undefined, takeEvents);
  const regime = loadKnownRegime(request.regime);
  const readTotal: TotalReader = (snapshot, activity) => takeTotal(record, snapshot, regime, activity, total);
  return buildFinding(request, readTotal, takeEvents);
}

/**
 * Reads the total of the cap's period that holds the activity's day out of the ledger that was chosen, and what the other ledgers and
 * factors at hand give for the same days. Nothing is added together.
 * @throws AppError `no-such-document`, `bad-option`
 */
async function takeTotal(
  record: HeldDocuments,
  { derived, evidence }: Snapshot,
  regime: Regime,
  activity: Activity,
  choice: TotalChoice,
): Promise<TakenTotal> {
  const { asOf = null, flow = null } = choice;
  if (asOf !== null && !isCalendarDate(asOf))
    throw new AppError('bad-option', 'a day is written as 2024-03-28', { place: 'as-of' });
  const provision = cappingProvision(regime, provisionOf(regime, activity, choice.provision));
  const { period } = asking(() => capPeriodOf(provision, activity.date));
  if (choice.period !== undefined && choice.period !== `${period.from}/${period.to}`)
    throw new AppError(
      'bad-option',
      `the total is meant for ${choice.period.slice(0, 40)}, and the activity's day lies in ${period.from}/${period.to}`,
      { place: 'activity' },
    );
  const known = await figuresAndCalls(record, derived.documents, regime, flow, evidence);
  const source = chosenSource(known, choice.source);
  if (asOf !== null && !saysWhen(source))
    throw new AppError(
      'bad-option',
      `nothing says as of which day the rows of ${source.reading.report.file} are, so that no total of it is as of ${asOf}`,
      { place: 'as-of' },
    );
  const copies = copiesOfShipped(known);
  const counted = rowsBesideCap({ regime, terms: loadTradeTerms(regime) }, provision);
  // What says the same as the chosen one is no other source; nor is one beside a day of which it says nothing.
  const sources = known
    .filter((one) => one === source || (!copies.has(one.id) && one !== copies.get(source.id)))
    .filter((one) => one === source || asOf === null || saysWhen(one))
    .map((one) => (one === source ? one : { ...one, reading: { ...one.reading, rows: counted(one.reading.rows) } }));
  const sumsOf = (factors: readonly string[]): readonly LedgerSum[] =>
    asking(() =>
      ledgerSums(regime, sources, { provision: provision.id, period: `${period.from}/${period.to}`, factors, asOf }),
    );
  const own = sumsOf([]);
  const sums = isOwnFactor(own, choice) ? own : [...own, ...sumsOf([choice.factor ?? ''])];
  const taken = chosenSum(
    sums.filter(({ document, source: name }) => document === source.id || name === source.id),
    source,
    choice,
  );
  return {
    provision: provision.id,
    period,
    asOf,
    flow,
    taken,
    others: sums.filter((sum) => sum !== taken),
  };
}

/** Whether its rows say as of which day they are: what a page of a Committee shows does, a file of customs does not. */
function saysWhen({ reading }: FigureSource): boolean {
  return reading.rows.some(({ asOf }) => asOf !== null);
}

/** The paragraph whose cap the activity concerns. */
function provisionOf(regime: Regime, activity: Activity, named: string | undefined): string {
  const grounds = new Set(assess(regime, activity).grounds.map(({ provision }) => provision));
  const capping = cappingProvisions(regime)
    .map(({ id }) => id)
    .filter((id) => grounds.has(id));
  const [only] = capping;
  if (only === undefined)
    throw new AppError('bad-option', 'no cap in amounts concerns this activity, so that no total settles it', {
      place: 'activity',
    });
  const wanted = named?.trim().replace(/\s+/g, ' ');
  if (wanted === undefined ? capping.length > 1 : !capping.includes(wanted))
    throw new AppError('bad-option', `the caps that concern this activity are of ${capping.join(', ')}`, {
      place: 'provision',
    });
  return wanted ?? only;
}

function chosenSource(sources: readonly FigureSource[], named: string): FigureSource {
  const byId = sources.find(({ id }) => id === named);
  if (byId !== undefined) return byId;
  const byName = sources.filter(
    ({ document, reading }) => reading.report.file === named || document?.custody.origin.fileName === named,
  );
  const [found, other] = byName;
  if (found !== undefined && other === undefined) return found;
  throw new AppError(
    'no-such-document',
    found === undefined
      ? `this is no source of trade figures here; there is ${sources.map(({ reading }) => reading.report.file).join(', ')}`
      : `several documents have this name; write the id of one: ${byName.map(({ id }) => id).join(', ')}`,
    { place: named.slice(0, 80) },
  );
}

/** Whether the factor that is chosen is one of the paragraph's own, or none is. */
function isOwnFactor(own: readonly LedgerSum[], { factor, given = false }: TotalChoice): boolean {
  if (factor === undefined) return true;
  const number = numberOf(factor);
  return !given && own.some((sum) => sum.factor?.factor === number);
}

function chosenSum(
  sums: readonly LedgerSum[],
  source: FigureSource,
  { factor, given = false }: TotalChoice,
): LedgerSum {
  const name = source.reading.report.file;
  if (sums.length === 0)
    throw new AppError('bad-option', `no row of ${name} counts in the period of this cap, as known on that day`, {
      place: 'total',
    });
  const number = factor === undefined ? undefined : numberOf(factor);
  const fitting = sums.filter(
    (sum) =>
      (number === undefined || sum.factor === null || sum.factor.factor === number) &&
      (!given || sum.factor === null || sum.factor.basis === 'given'),
  );
  const [found] = fitting;
  if (found !== undefined && (fitting.length === 1 || saysOneThing(fitting))) return found;
  const factors = [...new Set(sums.flatMap((sum) => sum.factor?.factor ?? []))];
  throw new AppError('bad-option', `choose by how many barrels a tonne: the paragraph has ${factors.join(' and ')}`, {
    place: 'factor',
  });
}

/** A factor need not be chosen where a source states the cap's own unit. */
function saysOneThing(sums: readonly LedgerSum[]): boolean {
  const said = new Set(
    sums.map(({ amounts }) => JSON.stringify(amounts.map(({ unit, low, high }) => [unit, low, high]))),
  );
  return said.size === 1;
}

function numberOf(factor: string): string {
  const text = factor.trim();
  return /^\d{1,3}(\.\d{1,12})?$/.test(text) ? toDecimal(text) : text;
}
