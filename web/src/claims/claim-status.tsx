import type { ClaimRow } from '../../../src/app/workbench/contract/claim.ts';
import { gradeWords } from '../../../src/figures/drawing/grade-words.ts';
import { Tag } from '../parts/tag.tsx';
import { STATUS_WORDS } from './claim-words.ts';

const TONES = { proposed: 'open', accepted: 'strong', rejected: 'muted', withdrawn: 'muted' } as const;

export function ClaimStatusTag({ status }: { readonly status: ClaimRow['status'] }) {
  return <Tag tone={TONES[status]}>{STATUS_WORDS[status]}</Tag>;
}

/** What must be seen before anybody relies on the claim. */
export function ClaimWarnings({
  row,
}: {
  readonly row: Pick<ClaimRow, 'contradicted' | 'polarity' | 'dissent' | 'sight'>;
}) {
  return (
    <>
      {row.contradicted ? (
        <Tag tone="alert" title="The regime data say otherwise">
          contradicted
        </Tag>
      ) : null}
      {row.sight === null ? null : (
        <Tag tone={row.sight.needed ? 'alert' : 'plain'} title="A program read it off a picture of a page">
          {row.sight.needed ? 'compare with the picture' : 'read off a picture'}
        </Tag>
      )}
      {row.polarity === 'denies' ? <Tag title="The claimant denies it">denial</Tag> : null}
      {row.dissent !== undefined && row.dissent.length > 0 ? (
        <Tag title="Somebody in the text doubts it or could not confirm it">dissent</Tag>
      ) : null}
    </>
  );
}

/** The latest grade, with its words for those who do not know the scale by heart. */
export function ClaimGrade({ grade }: { readonly grade: string | null }) {
  if (grade === null) return null;
  return <Tag title={`Credibility ${gradeWords(grade)}`}>grade {grade}</Tag>;
}
