import { formatDecimal } from '../../../core/decimal.ts';
import { writePlural } from '../../../core/plural.ts';
import { writeAmounts } from '../../../figures/drawing/amount-words.ts';
import { MEANING_WORDS } from '../../../figures/drawing/ledger-words.ts';
import type { DumbbellsInput } from '../../../figures/dumbbells.ts';
import type { ReportGoods, ReportLedger, ReportTrade } from '../../model/trade.ts';
import { countInDigits, verdictWords, writeList } from '../../model/words.ts';
import { type ManuscriptBlock, plainParagraph, type Row, textOf } from '../manuscript.ts';
import { documentAnchor, documentNumber, type Writer } from '../writer.ts';
import { composeStated } from './compose-stated.ts';

/** The trade files of the dossier beside caps and bans: pictures, and tables that say the same with the rows behind it. */
export function composeTrade(trade: ReportTrade, writer: Writer): readonly ManuscriptBlock[] {
  return [
    plainParagraph(
      'What States notified, what customs published and what ships could have carried are set side by side here, each source by itself. Nothing is added together across sources: a cargo of one may be among those of another. No row and no mark says that anybody did anything.',
    ),
    ...(trade.sources.length === 0 ? [] : [sourcesTable(trade, writer)]),
    ...refusalsTable(trade),
    ...(trade.calls === undefined ? [] : [callsTable(trade.calls)]),
    ...composeStated(trade.stated ?? [], writer),
    ...trade.caps.flatMap((ledger, at) => composeLedger(ledger, at, writer)),
    ...trade.goods.flatMap((goods) => composeGoods(goods, writer)),
    ...(trade.sources.length > 0 && trade.caps.length === 0 && trade.goods.length === 0
      ? [
          plainParagraph(
            'No row of these files tells of goods that a cap or a ban touched in the period of the dossier.',
          ),
        ]
      : []),
  ];
}

function heading(id: string, text: string): ManuscriptBlock {
  return { kind: 'heading', id, text, aside: null };
}

function sourcesTable({ sources }: ReportTrade, { model }: Writer): ManuscriptBlock {
  return {
    kind: 'table',
    dense: true,
    caption: 'Files of trade figures among the documents',
    head: ['Source', 'Form', 'Rows', 'Taken in', 'Refused', 'Document'],
    rows: sources.map(({ name, document, form, formWords, rows, accepted, refused }) => [
      [{ kind: 'file', text: name }],
      textOf(formWords ?? form),
      ...[rows, accepted, refused].map((count) => textOf(formatDecimal(String(count)))),
      [{ kind: 'link', target: documentAnchor(document), text: documentNumber(document, model) }],
    ]),
  };
}

/** Rows that count nowhere are named with the reason: a reader would miss them otherwise. */
function refusalsTable({ sources }: ReportTrade): readonly ManuscriptBlock[] {
  const refused = sources.flatMap(({ name, refusals = [] }) => refusals.map((refusal) => ({ name, ...refusal })));
  if (refused.length === 0) return [];
  return [
    {
      kind: 'table',
      dense: true,
      caption: 'Rows of these files that were not taken in, the first of each, and why',
      head: ['Source', 'Row', 'Why'],
      rows: refused.map(({ name, row, message }) => [
        [{ kind: 'file', text: name }],
        textOf(String(row)),
        textOf(message),
      ]),
    },
  ];
}

/** What the ships would have carried; what they carried nobody observed. */
function callsTable(calls: NonNullable<ReportTrade['calls']>): ManuscriptBlock {
  return {
    kind: 'table',
    dense: true,
    caption:
      'Calls in tracks of ships that somebody judged; those that count are a source by themselves, and what a ship carried nobody observed',
    head: ['Days', 'Row', 'What is known of it'],
    rows: calls.map(({ row, from, to, says }) => [
      textOf(from === to ? from : `${from} to ${to}`),
      textOf(row === null ? 'not counted' : String(row)),
      textOf(says),
    ]),
  };
}

function composeLedger(ledger: ReportLedger, at: number, writer: Writer): readonly ManuscriptBlock[] {
  const { provision, period, factors, unnamed, pictures } = ledger;
  const days = `${period.from} to ${period.to}`;
  const named = factors.map(({ factor, name, source }) => `${factor}: ${name}${source === null ? '' : ` (${source})`}`);
  return [
    heading(`trade-cap-${at + 1}`, `${provision}, ${days}`),
    ...(named.length === 0 ? [] : [plainParagraph(`Barrels a tonne: ${named.join('; ')}.`)]),
    ...(unnamed.length === 0
      ? []
      : [plainParagraph(`Rows of ${writeList(unnamed)} name no goods; they are taken as goods of this cap here.`)]),
    ...pictures.flatMap((input) => [
      writer.figure(
        `Running totals of each source beside the cap of ${provision}, ${days}, in ${writePlural(input.unit)}${input.panels.length > 1 ? ', a panel a factor' : ''}`,
        { kind: 'cap-bands', input },
      ),
      totalsTable(ledger, input.unit),
      ...statedTotalsTable(ledger, input.unit),
      pointsTable(input, days),
    ]),
    ...(ledger.pairs ?? []).flatMap((input) => [
      writer.figure(
        `Sources month by month beside one another in ${writePlural(input.unit)}, ${provision}, ${days}${input.factor === null ? '' : `, at ${input.factor} barrels a tonne`}; the index is 0 where two agree and 2 where one has nothing`,
        { kind: 'dumbbells', input },
      ),
      pairsTable(input, days),
    ]),
  ];
}

/** The same as the picture of pairs, with the rows of each file that say so. */
function pairsTable({ months, unit }: DumbbellsInput, days: string): ManuscriptBlock {
  return {
    kind: 'table',
    dense: true,
    caption: `Months of ${days} for which several sources give a figure in ${writePlural(unit)}, and how far the farthest two lie apart`,
    head: ['Month', 'Source', 'Figure', 'Rows', 'Index'],
    rows: months.flatMap(({ month, figures, index }) =>
      figures.map(
        ({ source, low, high, rows }, at): Row => [
          textOf(at === 0 ? month : ''),
          [{ kind: 'file', text: source }],
          textOf(writeAmounts({ low, high })),
          textOf(rows.join(', ')),
          textOf(at === 0 ? index.toFixed(2) : ''),
        ],
      ),
    ),
  };
}

function totalsTable({ totals, statedTotals = [], provision, period }: ReportLedger, unit: string): ManuscriptBlock {
  const statesMore = ({ source, factor }: ReportLedger['totals'][number]): boolean =>
    statedTotals.some((one) => one.source === source && one.unit === unit && one.factor === factor);
  const own = totals.filter((total) => total.unit === unit);
  const percents = own[0]?.passed ?? [];
  return {
    kind: 'table',
    dense: true,
    caption: `Sums in ${writePlural(unit)} beside ${provision}, ${period.from} to ${period.to}, and the first period at or above each share of the limit; rows may be missing, so that no source shows that a share was not passed`,
    head: [
      'Source',
      'Factor',
      'In all',
      'Of the limit',
      ...percents.map(({ percent, means }) => percentWords(percent, means)),
    ],
    rows: own.map(
      (total): Row => [
        [{ kind: 'file', text: total.source }],
        textOf(total.factor ?? 'as stated'),
        textOf(`${total.atLeast ? 'at least ' : ''}${writeAmounts(total)}`),
        textOf(`${total.atLeast ? 'at least ' : ''}${writeAmounts(total.share)} %`),
        ...total.passed.map(({ earliest, latest }) =>
          textOf(passingWords(earliest, latest, total.atLeast, statesMore(total))),
        ),
      ],
    ),
  };
}

/** What a source states for a longer period is laid beside what its rows for parts of it give: neither stands in the other's place. */
function statedTotalsTable(
  { statedTotals = [], provision, period }: ReportLedger,
  unit: string,
): readonly ManuscriptBlock[] {
  const own = statedTotals.filter((one) => one.unit === unit);
  if (own.length === 0) return [];
  return [
    {
      kind: 'table',
      dense: true,
      caption: `Totals that a source states itself and that are more than its rows for parts of them, in ${writePlural(unit)}, ${provision}, ${period.from} to ${period.to}; the sums and the picture here are of the parts, and so the least that the source gives`,
      head: [
        'Source',
        'Row',
        'Supplier and period',
        'Factor',
        'It states',
        'Its parts give',
        'Of the limit, by this total alone',
      ],
      rows: own.map(
        ({ source, row, supplier, period: days, asOf, factor, stated, parts, reaches }): Row => [
          [{ kind: 'file', text: source }],
          textOf(String(row)),
          textOf(`${supplier}, ${days}${asOf === null ? '' : `, as of ${asOf}`}`),
          textOf(factor ?? 'as stated'),
          textOf(writeAmounts(stated)),
          textOf(parts === null ? 'nothing' : writeAmounts(parts)),
          textOf(reaches.length === 0 ? 'below each mark' : `at or above ${reaches.at(-1)} %`),
        ],
      ),
    },
  ];
}

function percentWords(percent: number, means: keyof typeof MEANING_WORDS | null): string {
  return `${percent} %${means === null ? '' : `, ${MEANING_WORDS[means]}`}`;
}

/** `earliest` is by the high figures, `latest` by the low ones. */
function passingWords(earliest: string | null, latest: string | null, atLeast: boolean, statesMore: boolean): string {
  if (earliest === null) return statesMore ? 'not by the parts; the source states more' : 'not by these rows';
  const before = atLeast ? ', or before' : '';
  if (earliest === latest) return `${earliest}${before}`;
  return `${earliest}${before} at the earliest; ${latest ?? 'not'} by the low figures`;
}

/** Every point of the picture with the rows that say so. */
function pointsTable({ panels, unit }: ReportLedger['pictures'][number], days: string): ManuscriptBlock {
  return {
    kind: 'table',
    dense: true,
    caption: `Every point of the picture in ${writePlural(unit)}, ${days}, with the rows of the file that say so`,
    head: ['Source', 'Period', 'Running total', 'Rows'],
    rows: panels.flatMap(({ heading: factor, bands }): readonly Row[] => [
      [textOf(factor)],
      ...bands.flatMap(({ source, steps, gaps, atLeast }) => [
        ...steps.map(
          ({ period, low, high, rows }): Row => [
            [{ kind: 'file', text: source }],
            textOf(period),
            textOf(`${atLeast ? 'at least ' : ''}${writeAmounts({ low, high })}`),
            textOf(rows.join(', ')),
          ],
        ),
        ...gaps.map(({ period }): Row => [[{ kind: 'file', text: source }], textOf(period), textOf('no report'), []]),
      ]),
    ]),
  };
}

function composeGoods({ year, matrices, longer, rows }: ReportGoods, writer: Writer): readonly ManuscriptBlock[] {
  return [
    heading(`trade-goods-${year}`, `Goods that a ban or a cap touched, ${year}`),
    ...matrices.map((input) => writer.figure(input.title, { kind: 'goods-matrix', input })),
    ...(longer === 0
      ? []
      : [
          plainParagraph(
            `${countInDigits(longer, 'row')} of longer periods than a month ${longer === 1 ? 'stands' : 'stand'} in the table alone.`,
          ),
        ]),
    {
      kind: 'table',
      dense: true,
      caption: `Rows that a ban or a cap touched by the law of their days, ${year}; marks are questions to whoever published a row`,
      head: ['Period', 'Goods', 'Way', 'Figures', 'Answer of the law', 'Marks', 'Row'],
      rows: rows.map(
        (row): Row => [
          textOf(row.period),
          textOf([row.code, row.goods].filter((part) => part !== null && part !== '').join(' ') || 'not named'),
          textOf(`${row.from ?? 'not said'} to ${row.to ?? 'not said'}`),
          textOf(row.figures.join(', ') || 'no figure'),
          textOf(answerWords(row)),
          textOf(row.marks.map(({ mark }) => mark.replaceAll('-', ' ')).join(', ')),
          [{ kind: 'file', text: row.source }, ...textOf(` row ${row.row}`)],
        ],
      ),
    },
  ];
}

function answerWords({ status, provisions, missing }: ReportGoods['rows'][number]): string {
  const paragraphs = writeList([...new Set(provisions.map(({ provision }) => provision))]);
  const open = missing.length === 0 ? '' : `; missing: ${writeList(missing)}`;
  return `${STATUSES[status] ?? verdictWords(status)}${paragraphs === '' ? '' : `: ${paragraphs}`}${open}`;
}

const STATUSES: Readonly<Record<string, string>> = { capped: 'Capped' };
