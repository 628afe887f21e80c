import { PageHeader } from '../parts/page-header.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useSearchState } from '../session/search-state.ts';
import { HitQueue } from './hit-queue.tsx';
import { ListNews } from './list-news.tsx';
import { Proposals } from './proposals.tsx';
import { SubjectTable } from './subject-table.tsx';
import './subjects.css';

const VIEWS = [
  { id: 'named', words: 'Named', show: SubjectTable },
  { id: 'proposals', words: 'What may be one', show: Proposals },
  { id: 'hits', words: 'On lists', show: HitQueue },
  { id: 'news', words: 'New on lists', show: ListNews },
] as const;

/** The people, bodies, ships, accounts and places that the documents name. */
export function SubjectsPage() {
  const [search, change] = useSearchState();
  const view = VIEWS.find(({ id }) => id === search.view) ?? VIEWS[0];
  const Shown = view.show;
  return (
    <>
      <PageHeader
        title="Subjects"
        lede="Who and what the documents name. Two namings are one subject only where somebody says so, and come apart again when that is taken back."
      />
      <Tabs
        label="Subjects"
        tabs={VIEWS}
        current={view.id}
        onChange={(id) =>
          change({ view: id === 'named' ? undefined : id, kind: undefined, reason: undefined, state: undefined })
        }
      >
        <Shown />
      </Tabs>
    </>
  );
}
