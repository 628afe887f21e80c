import { writePlural } from '../../../core/plural.ts';
import { writeAmounts } from '../../../figures/drawing/amount-words.ts';
import {
  STANDING_WORDS,
  STATED_KIND_WORDS,
  UNKNOWN_WORDS,
  writeAsOf,
  writeConverted,
} from '../../../figures/drawing/ledger-words.ts';
import { writePeriod } from '../../../figures/drawing/words.ts';
import { claimantName } from '../../../findings/model/claimant-name.ts';
import type { ReportStated } from '../../model/trade.ts';
import { type Inline, type ManuscriptBlock, type Row, textOf } from '../manuscript.ts';
import { documentAnchor, documentNumber, type Writer } from '../writer.ts';

type Sum = ReportStated['beside'][number];

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
    ...textOf(`${claimantName(claimant)}: “${raw}”${kind === null ? '' : ` (${STATED_KIND_WORDS[kind]})`}`),
    writer.claimNote(claim),
  ];
  const listed = sum.document !== null && writer.model.documents.some(({ id }) => id === sum.document);
  return [
    isFirst ? figure : [],
    textOf(isFirst ? `${writePeriod(window)}${suppliers === '' ? '' : `, ${suppliers}`}` : ''),
    [
      ...textOf(`${sum.source}${writeAsOf(sum.asOf)} (`),
      ...(sum.document !== null && listed
        ? [
            {
              kind: 'link' as const,
              target: documentAnchor(sum.document),
              text: documentNumber(sum.document, writer.model),
            },
          ]
        : textOf(sum.origin === 'tracks' ? 'by tracks among the documents' : 'figures that ship with the program')),
      ...textOf(`; ${sum.rows.length === 1 ? 'row' : 'rows'} ${sum.rows.join(', ')})`),
    ],
    textOf(
      `${sum.atLeast ? 'at least ' : ''}${writeAmounts(sum)} ${writePlural(unit)}${sum.factor === null ? ', as stated' : ` at ${sum.factor} barrels a tonne`}${sum.statesMore ? ', by parts; totals that it states itself are more' : ''}`,
    ),
    textOf(
      `${sum.converted === undefined ? '' : `${writeConverted(sum.converted, unit)}: `}${STANDING_WORDS[sum.says]}`,
    ),
    textOf(sum.unknown.map((part) => UNKNOWN_WORDS[part]).join(', ')),
  ];
}
