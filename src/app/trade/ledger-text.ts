import { formatDecimal, roundDecimal } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import type { Ledger } from '../../trade/ledger/ledger.ts';
import type { LedgerWithCalls } from './ledger.ts';

/** A ledger for people: each source by itself, each figure with its unit and factor; then the calls that tracks show, one by one. */
export function ledgerInLines(ledger: LedgerWithCalls): readonly string[] {
  const { calls = [] } = ledger;
  const limits = ledger.limits.map(({ value, unit }) => `${formatDecimal(value)} ${writePlural(unit)}`).join(' or ');
  const lines = [
    `${ledger.provision}, ${ledger.period.from} to ${ledger.period.to}: ${limits}`,
    ...ledger.factors.map(({ name }) => `  ${name}`),
  ];
  for (const { file, form, counted, undated } of ledger.sources) {
    lines.push('', file);
    if (form === null) lines.push('  not read: its columns are none of a form that is known');
    else if (counted === 0) lines.push('  no row of these goods in this period');
    if (ledger.asOf !== null && undated > 0)
      lines.push(
        undated === 1
          ? '  1 row does not say as of which day it is: it counts whatever the day'
          : `  ${formatDecimal(String(undated))} rows do not say as of which day they are: they count whatever the day`,
      );
    for (const total of counted === 0 ? [] : ledger.totals.filter(({ source }) => source === file)) {
      const figure = total.low === total.high ? round(total.high) : `${round(total.low)} to ${round(total.high)}`;
      const factor = total.factor === null ? '' : ` at ${total.factor}`;
      const share =
        total.share.low === total.share.high ? total.share.high : `${total.share.low} to ${total.share.high}`;
      lines.push(
        `  ${total.atLeast ? 'at least ' : ''}${figure} ${writePlural(total.unit)}${factor}, ${share} % of the limit`,
      );
      for (const one of ledger.thresholds)
        if (one.source === file && one.unit === total.unit && one.factor === total.factor && one.earliest !== null)
          lines.push(
            `    ${one.percent} %: ${one.earliest === one.latest ? one.earliest : `${one.earliest} at the earliest, ${one.latest ?? 'not'} by the low figures`}${total.atLeast ? ', or before' : ''}`,
          );
    }
    for (const one of ledger.first)
      if (one.source === file && one.earliest !== null)
        lines.push(`  first to ${one.percent} %: ${one.units.join(' and ')}, ${one.earliest}`);
    for (const check of ledger.checks) if (check.source === file) lines.push(checkInWords(check));
    for (const gap of ledger.gaps) if (gap.source === file) lines.push(`  no row: ${gap.reporter} ${gap.period}`);
    for (const one of ledger.excluded)
      if (one.file === file) lines.push(`  row ${one.row} does not count: ${one.reason}`);
    for (const one of ledger.refused) if (one.file === file) lines.push(`  row ${one.row} was refused: ${one.message}`);
  }
  if (calls.length > 0) lines.push('', 'Calls in tracks of ships');
  for (const { row, says } of calls) lines.push(`  ${row === null ? '' : `row ${row}: `}${says}`);
  return lines;
}

function checkInWords(check: Ledger['checks'][number]): string {
  const stated =
    check.stated.low === check.stated.high
      ? round(check.stated.high)
      : `${round(check.stated.low)} to ${round(check.stated.high)}`;
  const factor = check.factor === null ? '' : ` at ${check.factor}`;
  const reaches = check.reaches.length === 0 ? '' : `, which reaches ${check.reaches.join(', ')} %`;
  const parts = check.parts === null ? 'no part of it is here' : `its parts here give ${round(check.parts.high)}`;
  return `  row ${check.row} states ${stated} ${writePlural(check.unit)}${factor} in all for ${check.supplier} ${check.period}${reaches}; ${parts}`;
}

function round(amount: string): string {
  return formatDecimal(roundDecimal(amount, 2));
}
