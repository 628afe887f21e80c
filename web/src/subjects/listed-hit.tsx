import type { SubjectHitView } from '../../../src/app/workbench/contract/subject.ts';
import { HitView } from '../screening/hit-view.tsx';
import { questionOf } from '../screening/question.ts';
import { ListingDays } from './listing-days.tsx';

/** A hit of a subject with the listing of its entry; a decision holds for this subject and not for others of its name. */
export function ListedHit({ subject, listed }: { readonly subject: string; readonly listed: SubjectHitView }) {
  const { hit, question, listing } = listed;
  return (
    <HitView
      hit={hit}
      question={questionOf(question)}
      disabled={false}
      decideAt={`/subjects/${encodeURIComponent(subject)}/decisions`}
    >
      {listing === null ? null : <ListingDays listing={listing} />}
    </HitView>
  );
}
