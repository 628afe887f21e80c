import { memo, type ReactNode, useMemo } from 'react';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { ReaderRun } from './reader-run.tsx';
import { nextClaim, type ShownPassage, segmentBlock } from './segments.ts';
import type { SoughtSpan } from './sought-passage.ts';

type Block = DocumentDetail['blocks'][number];

/** One block with the runs that claims cover as links to these claims. */
export const ReaderBlock = memo(function ReaderBlock({
  block,
  passages,
  chosen,
  sought,
  onChoose,
}: {
  readonly block: Block;
  readonly passages: readonly ShownPassage[];
  readonly chosen: string | null;
  /** What a search led to, where it touches this block. */
  readonly sought: SoughtSpan | null;
  readonly onChoose: (id: string) => void;
}) {
  const segments = useMemo(() => segmentBlock(block, passages), [block, passages]);
  const started = new Set<string>();
  const content = segments.map(({ start, text, claims }) => {
    const next = nextClaim(claims, chosen);
    if (next === undefined) return <ReaderRun key={start} start={start} text={text} sought={sought} />;
    // One stop for the tab key where a claim begins; what it covers further on is the same link.
    const first = claims.some((id) => !started.has(id));
    for (const id of claims) started.add(id);
    const all = (status: string) =>
      claims.every((id) => passages.some((one) => one.id === id && one.status === status));
    const classes = [
      'claim-mark',
      claims.length > 1 ? 'several' : null,
      chosen !== null && claims.includes(chosen) ? 'chosen' : null,
      all('rejected') ? 'rejected' : all('accepted') ? 'accepted' : null,
    ];
    return (
      <a
        key={start}
        href={`?claim=${next}`}
        className={classes.filter(Boolean).join(' ')}
        data-claims={claims.join(' ')}
        tabIndex={first ? undefined : -1}
        draggable={false}
        title={claims.length > 1 ? `${claims.length} claims; choose again for the next` : undefined}
        aria-current={chosen !== null && claims.includes(chosen) ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          // Words that are being marked are no press on the link.
          if (document.getSelection()?.isCollapsed !== false) onChoose(next);
        }}
      >
        <ReaderRun start={start} text={text} sought={sought} />
      </a>
    );
  });
  return <Shape block={block}>{content}</Shape>;
});

function Shape({ block: { kind, paragraph }, children }: { readonly block: Block; readonly children: ReactNode }) {
  const number = paragraph === null ? null : <span className="reader-number">{paragraph}</span>;
  switch (kind) {
    case 'title':
      return <p className="reader-title">{children}</p>;
    case 'heading':
      return (
        <h2>
          {number}
          {children}
        </h2>
      );
    case 'list-item':
      return (
        <li>
          {number}
          {children}
        </li>
      );
    case 'table-cell':
      return <td>{children}</td>;
    case 'quotation':
      return <blockquote>{children}</blockquote>;
    default:
      return (
        <p>
          {number}
          {children}
        </p>
      );
  }
}
