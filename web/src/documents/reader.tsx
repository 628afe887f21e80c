import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { pagePictureAddress } from '../api/client.ts';
import { ClaimDialogs } from '../claims/claim-dialogs.tsx';
import { passageOfSelection, type SelectedPassage } from '../claims/passage-selection.ts';
import { useClaimActions } from '../claims/use-claim-actions.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { useSearchState } from '../session/search-state.ts';
import { useShortcuts } from '../session/shortcuts.ts';
import { AddClaim } from './add-claim.tsx';
import { KIND_WORDS } from './document-words.ts';
import { PagePicture } from './page-picture.tsx';
import { ReaderSide } from './reader-side.tsx';
import { ReaderText } from './reader-text.tsx';
import { SelectionOffer } from './selection-offer.tsx';
import { spanOf } from './sought-passage.ts';

/** The text with its claims marked, and beside it the one chosen, or all of them, or the custody. */
export function Reader({ detail }: { readonly detail: DocumentDetail }) {
  const { summary, blocks, notes, withheld, recognised } = detail;
  const [search, setSearch] = useSearchState();
  const claims = useMemo(() => [...detail.claims].sort(byPlace), [detail.claims]);
  const id = search.claim ?? null;
  const row = claims.find((claim) => claim.id === id) ?? null;
  const sought = useMemo(() => spanOf(search.at), [search.at]);
  const choose = useCallback((claim: string | undefined) => setSearch({ claim }, { replace: true }), [setSearch]);

  const step = (by: number) => {
    const at = claims.findIndex((claim) => claim.id === id);
    const next = claims[at < 0 ? (by > 0 ? 0 : claims.length - 1) : Math.min(claims.length - 1, Math.max(0, at + by))];
    if (next) choose(next.id);
  };
  const actions = useClaimActions(row, [], () => step(1));
  const text = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState<SelectedPassage | null>(null);
  const addMarked = () => {
    const marked = text.current ? passageOfSelection(text.current, document.getSelection()) : null;
    if (marked) setAdding(marked);
  };
  useShortcuts([
    { key: 'j', label: 'Next claim in the text', when: true, run: () => step(1) },
    { key: 'k', label: 'Claim before in the text', when: true, run: () => step(-1) },
    { key: 'n', label: 'Add a claim from the marked words', when: true, run: addMarked },
  ]);
  return (
    <>
      <PageHeader
        title={summary.title}
        lede={
          <>
            {summary.source}, {summary.published ?? 'undated'}; {KIND_WORDS[summary.kind]} “{summary.file}”
          </>
        }
        actions={
          <>
            <Link to="/subjects" search={{ document: summary.id }} className="button">
              Subjects
            </Link>
            <Link to="/claims" search={{ document: summary.id }} className="button">
              {claimCount(claims)} as a table
            </Link>
          </>
        }
      />
      {withheld === null ? null : (
        <p className="reader-withheld">
          <strong>The bytes of this document are withheld.</strong> {withheld}
        </p>
      )}
      {summary.unread.map(({ whole, words }) => (
        <p key={words} className="reader-unread">
          <strong>{whole ? 'No claim is read from this document.' : 'This document is read only in part.'}</strong>{' '}
          {whole ? `It is ${words}.` : sentence(words)} Mark a passage in the text to add a claim by hand.
        </p>
      ))}
      {notes.length === 0 ? null : (
        <ul className="reader-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="reader">
        <div className="reader-main" ref={text}>
          <ReaderText
            blocks={blocks}
            claims={claims}
            chosen={id}
            sought={sought}
            onChoose={choose}
            aboveRun={(start, end) =>
              recognised
                .filter((one) => one.start >= start && one.start < end)
                .map((one) => <PagePicture key={one.start} document={summary.id} recognised={one} marked={row} />)
            }
          />
          {blocks.length === 0 && isPicture(summary.kind) && withheld === null ? (
            <img
              className="reader-picture"
              src={pagePictureAddress(summary.id, 1)}
              alt={`${summary.file} as it came`}
            />
          ) : null}
          <SelectionOffer text={text} onAdd={setAdding} />
        </div>
        <ReaderSide detail={detail} claims={claims} row={row} actions={actions} onChoose={choose} onStep={step} />
      </div>
      <ClaimDialogs row={row} actions={actions} />
      <AddClaim
        document={summary.id}
        blocks={blocks}
        passage={adding}
        claims={claims}
        onAdded={choose}
        onClose={() => setAdding(null)}
      />
    </>
  );
}

function isPicture(kind: DocumentDetail['summary']['kind']): boolean {
  return ['png', 'jpeg', 'gif', 'webp', 'bmp'].includes(kind);
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function byPlace(a: ClaimRow, b: ClaimRow): number {
  return a.start - b.start || a.end - b.end || a.id.localeCompare(b.id);
}

function claimCount(claims: readonly ClaimRow[]): string {
  return claims.length === 1 ? '1 claim' : `${claims.length} claims`;
}
