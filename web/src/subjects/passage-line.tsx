import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SubjectPassageView } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { Day } from '../parts/time.tsx';

/** A place where a document names somebody: its words, and the document with its day. */
export function PassageLine({
  passage,
  children,
}: {
  readonly passage: SubjectPassageView;
  readonly children?: ReactNode;
}) {
  const { document, title, source, published, start, end, before, text, after } = passage;
  return (
    <>
      <p className="subject-passage" dir="auto">
        {printableText(before)}
        <mark>{printableText(text)}</mark>
        {printableText(after)}
      </p>
      <p className="subject-passage-of">
        <Link to="/documents/$id" params={{ id: document }} search={{ at: `${start}-${end}` }}>
          {printableText(title) || 'Without a title'}
        </Link>
        {source === '' ? null : <span>{printableText(source)}</span>}
        <Day date={published} />
        {children}
      </p>
    </>
  );
}

export function PassageList({ passages }: { readonly passages: readonly SubjectPassageView[] }) {
  return (
    <ul className="plain subject-passages">
      {passages.map((passage) => (
        <li key={`${passage.document} ${passage.start} ${passage.end}`}>
          <PassageLine passage={passage} />
        </li>
      ))}
    </ul>
  );
}
