import type { NamedSubjectRow } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import type { DataColumn } from '../parts/table/data-table.tsx';
import { Tag } from '../parts/tag.tsx';
import { checkWords, identifierWords, KIND_WORDS, nameOf } from './subject-words.ts';

/** Who or what it is, how it is listed, and how often it is named. */
export const SUBJECT_COLUMNS: readonly DataColumn<NamedSubjectRow>[] = [
  {
    id: 'name',
    head: 'Named',
    width: 'minmax(200px, 2fr)',
    sort: 'name',
    narrow: 'title',
    cell: (row) => (
      <span className="subject-named">
        <bdi>{printableText(nameOf(row))}</bdi>
        {row.names.length < 2 ? null : (
          <span className="muted">
            {row.names.slice(1).map((name) => (
              <bdi key={name}>{printableText(name)}</bdi>
            ))}
          </span>
        )}
      </span>
    ),
  },
  { id: 'kind', head: 'Kind', width: '120px', cell: (row) => KIND_WORDS[row.kind] },
  {
    id: 'numbers',
    head: 'Numbers',
    width: 'minmax(140px, 1fr)',
    cell: (row) => (
      <span className="subject-named">
        {row.identifiers.slice(0, 2).map((one) => (
          <span key={one.scheme + one.value} className={one.valid === false ? 'muted' : undefined}>
            {identifierWords(one)}
            {one.valid === false ? `, ${checkWords(one)}` : ''}
          </span>
        ))}
      </span>
    ),
  },
  { id: 'lists', head: 'Lists', width: '112px', cell: (row) => <ListedTag row={row} /> },
  {
    id: 'documents',
    head: 'Documents',
    width: '96px',
    align: 'end',
    sort: 'documents',
    narrow: 'hide',
    cell: (row) => row.documents.toLocaleString('en'),
  },
  {
    id: 'mentions',
    head: 'Places',
    width: '80px',
    align: 'end',
    sort: 'mentions',
    cell: (row) => (
      <>
        {row.mentions.toLocaleString('en')}
        <span className="subject-narrow-noun"> {row.mentions === 1 ? 'place' : 'places'}</span>
      </>
    ),
  },
];

/** Whether it was decided to be on a list, or somebody has still to look. */
export function ListedTag({ row }: { readonly row: Pick<NamedSubjectRow, 'listed' | 'toDecide'> }) {
  if (row.toDecide > 0)
    return (
      <Tag tone="open" title="Entries of lists that it may be, and nobody has decided">
        {row.toDecide} to decide
      </Tag>
    );
  return row.listed.some(({ decision }) => decision === 'true') ? <Tag tone="strong">listed</Tag> : null;
}
