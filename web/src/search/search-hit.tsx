import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SearchHit } from '../../../src/app/workbench/contract/search.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { Day } from '../parts/time.tsx';
import { HIT_KINDS, languageWords } from './search-words.ts';

/** Something found: what it is, whose it is, and the passage with what was sought marked in it. */
export function SearchHitView({ hit }: { readonly hit: SearchHit }) {
  const { kind, title, source, day, language } = hit;
  return (
    <li className="search-hit">
      <h3>
        <HitLink hit={hit}>{printableText(title) || 'Without a title'}</HitLink>
      </h3>
      <p className="search-hit-of">
        <span className="search-kind">{HIT_KINDS[kind].one}</span>
        {source === null ? null : <span>{printableText(source)}</span>}
        {day === null ? null : <Day date={day} />}
        {language === null ? null : <span>{languageWords(language)}</span>}
      </p>
      <Snippet hit={hit} />
    </li>
  );
}

/** To the passage itself, or to the page of what was found. */
function HitLink({ hit, children }: { readonly hit: SearchHit; readonly children: ReactNode }) {
  const { kind, id, title, source, start, end } = hit;
  switch (kind) {
    case 'document':
      return (
        <Link to="/documents/$id" params={{ id }} search={start === null ? {} : { at: `${start}-${end ?? start}` }}>
          {children}
        </Link>
      );
    case 'claim':
      return (
        <Link to="/claims" search={{ claim: id }}>
          {children}
        </Link>
      );
    case 'incident':
      return (
        <Link to="/incidents/$id" params={{ id }} search={{}}>
          {children}
        </Link>
      );
    case 'finding':
      return (
        <Link to="/findings/$id" params={{ id }} search={{}}>
          {children}
        </Link>
      );
    case 'list':
      return (
        <Link to="/screening" search={{ name: title }}>
          {children}
        </Link>
      );
    case 'provision':
      return (
        <Link to="/regime" search={{ regime: source ?? undefined, q: id, ended: '1' }}>
          {children}
        </Link>
      );
  }
}

/** Words from outside, as text alone; they may run from right to left. */
function Snippet({ hit: { kind, snippet, marks } }: { readonly hit: SearchHit }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(
      printableText(snippet.slice(at, from)),
      <mark key={from}>{printableText(snippet.slice(from, to))}</mark>,
    );
    at = to;
  }
  parts.push(printableText(snippet.slice(at)));
  const cut = kind === 'document' ? '…' : '';
  return (
    <p className="search-snippet" dir="auto">
      {cut}
      {parts}
      {cut}
    </p>
  );
}
