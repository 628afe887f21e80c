import { writePlural } from '../../core/plural.ts';
import { writeAmounts } from '../../figures/drawing/amount-words.ts';
import { writeLeast, writeNoDocument, writeReliance } from '../../figures/drawing/ledger-words.ts';
import { writeDate, writePeriod } from '../../figures/drawing/words.ts';
import type { LedgerAmount, LedgerSum, SettledSum } from '../../findings/model/ledger-total.ts';
import type { ReportFinding, ReportModel } from '../model/model.ts';
import { verdictWords, writeList } from '../model/words.ts';
import { type Inline, type ManuscriptBlock, type Row, textOf } from './manuscript.ts';
import { documentAnchor, documentNumber, type Writer } from './writer.ts';

/**
 * From which ledger a person took the total of the cap's period, and what the other ledgers and factors at hand gave for the same
 * days, so that no total stands for all that is known.
 */
export function composeTotal({ total, made }: ReportFinding, writer: Writer): readonly ManuscriptBlock[] {
  if (total === undefined) return [];
  const { taken, others, later, isGone, period, asOf } = total;
  const who = made === null ? '' : `, by choice of ${made.by}`;
  const known = asOf === null ? '' : `, as it stood on ${writeDate(asOf)}`;
  const factor = taken.factor === null ? '' : ` Tonnes became barrels by ${taken.factor.name}.`;
  const reliance = writeReliance(taken);
  const notCounted = taken.calls?.notCounted ?? [];
  return [
    writer.paragraph([
      ...textOf('The total of the period is taken from the ledger of '),
      ...sourceOf(taken, writer.model),
      ...textOf(
        `${who}${known}: ${amountsInWords(taken)}, ${writePeriod(period)}.${factor}${reliance === null ? '' : ` ${reliance}`}${taken.amounts.map(statedInWords).join('')}`,
      ),
    ]),
    ...(notCounted.length === 0
      ? []
      : [writer.paragraph(`Calls in the period that are not in it: ${notCounted.join(' ')}`)]),
    ...(later === null
      ? []
      : [
          writer.paragraph(
            [
              ...textOf('The total is out of date: '),
              ...sourceOf(later, writer.model),
              ...textOf(
                `${laterInWords(later, taken)} gives ${amountsInWords(later)} by the same factor. If that is the total: ${verdictWords(later.effect).toLowerCase()}.`,
              ),
            ],
            { tone: 'alert', lines: ['Out of date'] },
          ),
        ]),
    ...(isGone
      ? [
          writer.paragraph(
            'The source of the total is not at hand any more: the total stands as it was when the finding was made.',
            { tone: 'alert', lines: ['Source', 'not at hand'] },
          ),
        ]
      : []),
    {
      kind: 'table',
      dense: true,
      caption: `What the ledgers and factors at hand gave for ${total.provision} and the same days when the finding was made; sources are never added together`,
      head: ['Ledger', 'Factor', 'Total', 'If that is the total'],
      rows: [taken, ...others].map((sum, at) => sumRow(sum, at === 0, writer.model)),
    },
  ];
}

function laterInWords(later: LedgerSum, taken: LedgerSum): string {
  if (later.calls !== undefined) return ', as calls and deadweights stand by now,';
  return later.sha256 === taken.sha256 ? ', as this program reads it,' : ', a later release of the source,';
}

function sumRow(sum: SettledSum, isTaken: boolean, model: ReportModel): Row {
  return [
    [...sourceOf(sum, model), ...(isTaken ? [{ kind: 'strong' as const, text: ' (taken)' }] : [])],
    textOf(sum.factor?.name ?? 'none needed'),
    textOf(
      `${amountsInWords(sum)}${sum.amounts.some(({ stated }) => stated !== null) ? '; it states more in one row' : ''}`,
    ),
    textOf(verdictWords(sum.effect)),
  ];
}

/** The source by name, with its place in the annex of evidence and who stands behind it. */
function sourceOf({ source, document, authority, calls }: LedgerSum, model: ReportModel): readonly Inline[] {
  const isListed = document !== null && model.documents.some(({ id }) => id === document);
  const place: readonly Inline[] = !isListed
    ? textOf(
        document?.slice(0, 19) ??
          (calls === undefined ? 'figures that ship with the program' : 'by tracks among the documents'),
      )
    : [{ kind: 'link', target: documentAnchor(document), text: documentNumber(document, model) }];
  return [
    document === null ? { kind: 'text', text: writeNoDocument(source) } : { kind: 'file', text: source },
    ...textOf(' ('),
    ...place,
    ...textOf(authority === null ? ')' : `; ${authority})`),
  ];
}

function amountsInWords(sum: LedgerSum): string {
  const { amounts } = sum;
  if (amounts.length === 0) return 'no figure';
  return `${writeLeast(sum)}${writeList(amounts.map(({ low, high, unit }) => rangeInWords(low, high, unit)))}`;
}

function rangeInWords(low: string, high: string, unit: string): string {
  return `${writeAmounts({ low, high })} ${writePlural(unit)}`;
}

function statedInWords({ stated, unit }: LedgerAmount): string {
  return stated === null
    ? ''
    : ` Row ${stated.row} of the source states ${rangeInWords(stated.low, stated.high, unit)} in all, which its other rows do not make up.`;
}
