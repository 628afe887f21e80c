import { formatDecimal } from '../../core/decimal.ts';
import { composeReport } from '../composition/compose.ts';
import { type Manuscript, type ManuscriptBlock, type Section, textOf } from '../composition/manuscript.ts';
import type { ReportModel } from '../model/model.ts';
import { keepWhatIsPrinted } from './printed-references.ts';

/** How much of what grows with the archive is printed; nothing that a person made or accepted is left out of these. */
export const PRINTED = {
  /** Rows of one table of an annex. */
  rows: 1000,
  /** Comparisons that nobody has reviewed. */
  comparisons: 20,
  /** Findings that the program proposes. */
  proposals: 60,
} as const;

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
  const manuscript = composeReport(unprinted === 0 ? model : { ...model, comparisons });
  const sections = manuscript.sections.map((section) => {
    if (section.id === 'sources' && unprinted > 0)
      return { ...section, blocks: [leftOut(unprinted, model.comparisons.length), ...section.blocks] };
    return section.id === 'proposed' ? firstProposals(section) : section;
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
  return comparisons.filter(({ review }) => review !== 'proposed' || ++proposed <= PRINTED.comparisons);
}

function leftOut(unprinted: number, all: number): ManuscriptBlock {
  return note(
    `${count(unprinted)} of ${count(all)} comparisons, which the program laid side by side and nobody has reviewed, are not printed. ${IN_JSON}`,
  );
}

const IN_JSON = 'The JSON form of this report has all of them.';

/** A proposal goes from its heading to the next. */
function firstProposals(section: Section): Section {
  const starts = section.blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  const end = starts[PRINTED.proposals];
  if (end === undefined) return section;
  const cut = note(`Only the first ${PRINTED.proposals} of ${count(starts.length)} proposals are printed. ${IN_JSON}`);
  const first = starts[0] ?? 0;
  return { ...section, blocks: [...section.blocks.slice(0, first), cut, ...section.blocks.slice(first, end)] };
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
