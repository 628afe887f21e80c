import { formatDecimal } from '../../core/decimal.ts';
import { composeReport } from '../composition/compose.ts';
import {
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptCell,
  type Section,
  textOf,
} from '../composition/manuscript.ts';
import type { ReportModel } from '../model/model.ts';
import { PRINTED } from './printed.ts';
import { printedComparison } from './printed-comparison.ts';
import { keepWhatIsPrinted } from './printed-references.ts';

export type PrintOptions = {
  /** Everything, however long. */
  readonly whole?: boolean | undefined;
};

/**
 * The report as it is printed. One that a person can still open and leaf through: what the program alone lays side by side or
 * proposes, and long tables of reference, are cut where they pass `PRINTED`, and each place says so. The JSON form has all of it.
 *
 * @throws ReportError as `composeReport`
 */
export function composePrinted(model: ReportModel, { whole = false }: PrintOptions = {}): Manuscript {
  if (whole) return composeReport(model);
  const comparisons = comparisonsToPrint(model.comparisons);
  const unprinted = model.comparisons.length - comparisons.length;
  const manuscript = composeReport({ ...model, comparisons });
  const sections = manuscript.sections.map((section) => {
    if (section.id === 'sources' && unprinted > 0)
      return { ...section, blocks: [leftOut(unprinted, model.comparisons.length), ...section.blocks] };
    return section.id === 'proposed' ? shortenProposals(section) : section;
  });
  const annexes = manuscript.annexes.map((annex) => ({ ...annex, blocks: annex.blocks.flatMap(firstRows) }));
  const isWhole =
    sections.every((section, at) => section === manuscript.sections[at]) &&
    annexes.every(({ blocks }, at) => blocks.every((block, place) => block === manuscript.annexes[at]?.blocks[place]));
  // A table that is not cut stays as it was composed, to the last reference.
  return isWhole ? manuscript : keepWhatIsPrinted({ ...manuscript, sections, annexes });
}

/** All that a person accepted or left out, and the first of what nobody has reviewed, in their order. */
function comparisonsToPrint(comparisons: ReportModel['comparisons']): ReportModel['comparisons'] {
  let proposed = 0;
  return comparisons
    .filter(({ review }) => review !== 'proposed' || ++proposed <= PRINTED.comparisons)
    .map(printedComparison);
}

function leftOut(unprinted: number, all: number): ManuscriptBlock {
  return note(
    `${count(unprinted)} of ${count(all)} comparisons, which the program laid side by side and nobody has reviewed, are not printed. ${IN_JSON}`,
  );
}

const IN_JSON = 'The JSON form of this report has all of them.';

/** A proposal goes from its heading to the next. */
function shortenProposals(section: Section): Section {
  const starts = section.blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  const end = starts[PRINTED.proposals] ?? section.blocks.length;
  const first = starts[0] ?? 0;
  const cut =
    end === section.blocks.length
      ? []
      : [note(`Only the first ${PRINTED.proposals} of ${count(starts.length)} proposals are printed. ${IN_JSON}`)];
  const proposals = section.blocks.slice(first, end).flatMap(firstClaims);
  const isWhole = cut.length === 0 && proposals.every((block, at) => block === section.blocks[first + at]);
  return isWhole ? section : { ...section, blocks: [...section.blocks.slice(0, first), ...cut, ...proposals] };
}

/** Of what one proposal rests on, as much as a reader goes through; each place says how much there is. */
function firstClaims(block: ManuscriptBlock): readonly ManuscriptBlock[] {
  if (block.kind === 'list' && block.items.length > PRINTED.claims)
    return [
      { ...block, items: block.items.slice(0, PRINTED.claims) },
      note(`These are the first ${PRINTED.claims} of ${count(block.items.length)} claims. ${IN_JSON}`),
    ];
  if (block.kind !== 'table') return [block];
  const rows = block.rows.map((row) => {
    const cells = row.map(firstNotes);
    return cells.every((cell, at) => cell === row[at]) ? row : cells;
  });
  return [rows.every((row, at) => row === block.rows[at]) ? block : { ...block, rows }];
}

/** A cell with no more notes than `PRINTED.notes`, of how many claimants ever. */
function firstNotes(cell: ManuscriptCell): ManuscriptCell {
  const notes = cell.filter(({ kind }) => kind === 'note').length;
  if (notes <= PRINTED.notes) return cell;
  let kept = 0;
  const end = cell.findIndex(({ kind }) => kind === 'note' && ++kept > PRINTED.notes);
  const more = `, and ${count(notes - PRINTED.notes)} more claims`;
  return [...cell.slice(0, end), ...textOf(more)];
}

function firstRows(block: ManuscriptBlock): readonly ManuscriptBlock[] {
  if (block.kind !== 'table' || block.rows.length <= PRINTED.rows) return [block];
  const { rows, anchors, caption } = block;
  const range = `Rows 1 to ${count(PRINTED.rows)} of ${count(rows.length)}`;
  return [
    note(
      `The table below has ${count(rows.length)} rows, of which the first ${count(PRINTED.rows)} are printed. ${IN_JSON}`,
    ),
    {
      ...block,
      caption: `${range} of the table “${caption}”`,
      rows: rows.slice(0, PRINTED.rows),
      ...(anchors === undefined ? {} : { anchors: anchors.slice(0, PRINTED.rows) }),
    },
  ];
}

function note(text: string): ManuscriptBlock {
  return { kind: 'paragraph', number: null, text: textOf(text), aside: null };
}

function count(number: number): string {
  return formatDecimal(String(number));
}
