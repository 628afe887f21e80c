import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ReaderBlock } from './reader-block.tsx';
import type { ShownPassage } from './segments.ts';
import type { SoughtSpan } from './sought-passage.ts';

type Block = DocumentDetail['blocks'][number];

/** The document's text, block by block. Its words come from outside and stand on the page as text alone. */
export function ReaderText({
  blocks,
  claims,
  chosen,
  sought,
  onChoose,
  aboveRun,
}: {
  readonly blocks: readonly Block[];
  readonly claims: readonly ClaimRow[];
  readonly chosen: string | null;
  /** What a search led to. */
  readonly sought: SoughtSpan | null;
  readonly onChoose: (id: string) => void;
  /** What is shown above the text from one place up to another. */
  readonly aboveRun: (start: number, end: number) => ReactNode;
}) {
  const root = useRef<HTMLElement>(null);
  const runs = useMemo(() => runsOf(blocks), [blocks]);
  const passages = useMemo(() => passagesByBlock(blocks, claims), [blocks, claims]);
  useEffect(() => {
    if (chosen === null) return;
    const mark = root.current?.querySelector(`[data-claims~="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({ block: isInSight(mark) ? 'nearest' : 'center' });
  }, [chosen]);
  useEffect(() => {
    if (sought !== null) root.current?.querySelector('.sought')?.scrollIntoView({ block: 'center' });
  }, [sought]);
  if (blocks.length === 0) {
    return <EmptyState title="There is no text to read">What the file holds is described beside this.</EmptyState>;
  }
  const blockOf = (block: Block) => {
    const own = passages.get(block.start) ?? NONE;
    return (
      <ReaderBlock
        key={block.start}
        block={block}
        passages={own}
        chosen={own.some(({ id }) => id === chosen) ? chosen : null}
        sought={sought !== null && sought.start < block.end && sought.end > block.start ? sought : null}
        onChoose={onChoose}
      />
    );
  };
  return (
    <article className="reader-text" ref={root} aria-label="Text of the document">
      {runs.map(({ kind, page, blocks: own }) => (
        <div key={own[0]?.start} className={`reader-run ${kind}`}>
          {page === null ? null : <p className="reader-page">Page {page}</p>}
          {aboveRun(own[0]?.start ?? 0, own.at(-1)?.end ?? 0)}
          {kind === 'list-item' ? (
            <ul>{own.map(blockOf)}</ul>
          ) : kind === 'table-cell' ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too
            <section className="reader-table" aria-label="Table" tabIndex={0}>
              <table>
                <tbody>
                  {tableRows(own).map((cells) => (
                    <tr key={cells[0]?.start}>{cells.map(blockOf)}</tr>
                  ))}
                </tbody>
              </table>
            </section>
          ) : (
            own.map(blockOf)
          )}
        </div>
      ))}
    </article>
  );
}

const NONE: readonly ShownPassage[] = [];

type Run = { readonly kind: Block['kind']; readonly page: number | null; readonly blocks: readonly Block[] };

/** Blocks of one kind that follow each other belong together: the items of a list, the cells of a table. A new page begins a run. */
function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: { kind: Block['kind']; page: number | null; blocks: Block[] }[] = [];
  let page: number | null = null;
  for (const block of blocks) {
    const turned = block.page !== null && block.page !== page;
    const last = runs.at(-1);
    if (last?.kind === block.kind && !turned) last.blocks.push(block);
    else runs.push({ kind: block.kind, page: turned ? block.page : null, blocks: [block] });
    page = block.page ?? page;
  }
  return runs;
}

/** The cells of a table row by row. */
function tableRows(cells: readonly Block[]): readonly (readonly Block[])[] {
  const rows: Block[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    if (row === undefined || cell.beginsRow) rows.push([cell]);
    else row.push(cell);
  }
  return rows;
}

/** The passages that touch each block, by where the block begins. */
function passagesByBlock(
  blocks: readonly Block[],
  claims: readonly ClaimRow[],
): ReadonlyMap<number, readonly ShownPassage[]> {
  return new Map(
    blocks.map(({ start, end }) => [
      start,
      claims
        .filter((claim) => claim.start < end && claim.end > start)
        .map(({ id, start: from, end: to, status }) => ({ id, start: from, end: to, status })),
    ]),
  );
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 48 && bottom <= window.innerHeight - 48;
}
