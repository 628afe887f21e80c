import { formatDecimal, roundDecimal } from '../../core/decimal.ts';
import type { Ledger } from '../../trade/ledger/ledger.ts';

/** A ledger for people: each source by itself, each figure with its unit and factor. */
export function ledgerInLines(ledger: Ledger): readonly string[] {
  const limits = ledger.limits.map(({ value, unit }) => `${formatDecimal(value)} ${unit}`).join(' or ');
  const lines = [
    `${ledger.provision}, ${ledger.period.from} to ${ledger.period.to}: ${limits}`,
    ...ledger.factors.map(({ name }) => `  ${name}`),
  ];
  for (const { file } of ledger.sources) {
    lines.push('', file);
    for (const total of ledger.totals.filter(({ source }) => source === file)) {
      const figure = total.low === total.high ? round(total.high) : `${round(total.low)} to ${round(total.high)}`;
      const factor = total.factor === null ? '' : ` at ${total.factor}`;
      lines.push(`  ${total.atLeast ? 'at least ' : ''}${figure} ${total.unit}${factor}`);
      for (const one of ledger.thresholds)
        if (one.source === file && one.unit === total.unit && one.factor === total.factor && one.earliest !== null)
          lines.push(
            `    ${one.percent} %: ${one.earliest === one.latest ? one.earliest : `${one.earliest} at the earliest, ${one.latest ?? 'not'} by the low figures`}${total.atLeast ? ', or before' : ''}`,
          );
    }
    for (const one of ledger.first)
      if (one.source === file && one.earliest !== null)
        lines.push(`  first to ${one.percent} %: ${one.units.join(' and ')}, ${one.earliest}`);
    for (const gap of ledger.gaps) if (gap.source === file) lines.push(`  no report: ${gap.reporter} ${gap.period}`);
    for (const one of ledger.excluded)
      if (one.file === file) lines.push(`  row ${one.row} does not count: ${one.reason}`);
    for (const one of ledger.refused) if (one.file === file) lines.push(`  row ${one.row} was refused: ${one.message}`);
  }
  return lines;
}

function round(amount: string): string {
  return formatDecimal(roundDecimal(amount, 2));
}
