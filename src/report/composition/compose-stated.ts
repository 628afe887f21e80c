import { formatDecimal, roundDecimal } from '../../core/decimal.ts';
import { writePlural } from '../../core/plural.ts';
import { writePeriod } from '../../figures/drawing/words.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import type { ReportStated } from '../model/trade.ts';
import { type Inline, type ManuscriptBlock, type Row, textOf } from './manuscript.ts';
import { documentAnchor, documentNumber, type Writer } from './writer.ts';

type Sum = ReportStated['beside'][number];

/** The figure stated is the subject; the sum is of the rows at hand, which need not be all that there was. */
const STANDING: Readonly<Record<Sum['says'], string>> = {
  more: 'more than these rows give',
  less: 'less than these rows give',
  overlaps: 'within reach of what these rows give',
  open: 'cannot be told',
};

const UNKNOWN: Readonly<Record<Sum['unknown'][number], string>> = {
  goods: 'the goods, of which it names a part',
  kind: 'what is counted',
  factor: 'the factor',
  'as-of': 'the day as of which it is said',
  place: 'the place',
  supplier: 'the supplier',
};

const KINDS: Readonly<Record<string, string>> = {
  notified: 'what was notified',
  customs: 'what customs cleared',
  estimate: 'an estimate',
};

/** The figures that claims state, each beside the ledgers of the same goods and days: with unit, factor and day, and what is not known to be the same. */
export function composeStated(all: readonly ReportStated[], writer: Writer): readonly ManuscriptBlock[] {
  const printed = new Set(writer.model.claims.map(({ id }) => id));
  const stated = all.filter(({ claim }) => printed.has(claim));
  if (stated.length === 0) return [];
  return [
    { kind: 'heading', id: 'trade-stated', text: 'Figures that claims state, beside the ledgers', aside: null },
    {
      kind: 'paragraph',
      number: null,
      text: textOf(
        'Each figure stands beside the rows of the same goods and days, and of the same suppliers where the claim names them. A claimant may count other things than a source does: what was delivered is not what was notified. None of this says that either is wrong.',
      ),
      aside: null,
    },
    {
      kind: 'table',
      dense: true,
      caption: 'Figures of claims beside the sums of each source for the same goods and days; never added together',
      head: ['Claimant and figure', 'For', 'Source', 'Its rows give', 'The figure is', 'Not known to be the same'],
      rows: stated.flatMap((one) => one.beside.map((sum, at) => rowOf(one, sum, at === 0, writer))),
    },
  ];
}

function rowOf(stated: ReportStated, sum: Sum, isFirst: boolean, writer: Writer): Row {
  const { claim, raw, unit, window, kind, suppliers } = stated;
  const { claimant } = writer.claim(claim);
  const figure: readonly Inline[] = [
    ...textOf(`${claimantName(claimant)}: “${raw}”${kind === null ? '' : ` (${KINDS[kind] ?? kind})`}`),
    writer.claimNote(claim),
  ];
  const days =
    sum.asOf === null ? '' : `, as of ${sum.asOf.from === sum.asOf.to ? '' : `${sum.asOf.from} to `}${sum.asOf.to}`;
  const listed = sum.document !== null && writer.model.documents.some(({ id }) => id === sum.document);
  return [
    isFirst ? figure : [],
    textOf(isFirst ? `${writePeriod(window)}${suppliers === '' ? '' : `, ${suppliers}`}` : ''),
    [
      ...textOf(`${sum.source}${days} (`),
      ...(sum.document !== null && listed
        ? [
            {
              kind: 'link' as const,
              target: documentAnchor(sum.document),
              text: documentNumber(sum.document, writer.model),
            },
          ]
        : textOf(sum.fromTracks ? 'by tracks among the documents' : 'figures that ship with the program')),
      ...textOf(`; ${sum.rows.length === 1 ? 'row' : 'rows'} ${sum.rows.join(', ')})`),
    ],
    textOf(
      `${sum.atLeast ? 'at least ' : ''}${rangeInWords(sum)} ${writePlural(unit)}${sum.factor === null ? ', as stated' : ` at ${sum.factor} barrels a tonne`}`,
    ),
    textOf(`${convertedInWords(sum, unit)}${STANDING[sum.says]}`),
    textOf(sum.unknown.map((part) => UNKNOWN[part]).join(', ')),
  ];
}

/** What the figure is in the unit of the cap, with the factor by which, where it was stated in tonnes. */
function convertedInWords({ converted }: Sum, unit: string): string {
  if (converted === undefined) return '';
  const { low, high, factor } = converted;
  const written = (amount: string): string => formatDecimal(roundDecimal(amount, 2));
  const bounds =
    low === null || high === null
      ? `${low === null ? 'at most' : 'at least'} ${written(low ?? high ?? '0')}`
      : rangeInWords({ low, high });
  return `${bounds} ${writePlural(unit)} at ${factor} barrels a tonne: `;
}

function rangeInWords({ low, high }: Pick<Sum, 'low' | 'high'>): string {
  const written = (amount: string): string => formatDecimal(roundDecimal(amount, 2));
  return low === high ? written(low) : `${written(low)} to ${written(high)}`;
}
