import { Link } from '@tanstack/react-router';
import { PageHeader } from '../parts/page-header.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useSearchState } from '../session/search-state.ts';
import { Ask } from './ask.tsx';
import { DecisionsMade } from './decisions-made.tsx';
import { HeldLists } from './held-lists.tsx';
import { ScreenFile } from './screen-file.tsx';
import './screening.css';

const VIEWS = [
  { id: 'ask', words: 'Ask', show: Ask },
  { id: 'file', words: 'A file of names', show: ScreenFile },
  { id: 'decisions', words: 'Decisions', show: DecisionsMade },
  { id: 'lists', words: 'Lists', show: HeldLists },
] as const;

/** Names of persons, organisations and vessels against the official lists that the workspace holds. */
export function ScreeningPage() {
  const [search, change] = useSearchState();
  const view = VIEWS.find(({ id }) => id === search.view) ?? VIEWS[0];
  const Shown = view.show;
  return (
    <>
      <PageHeader
        title="Screening"
        lede="Names against official lists. A score says how alike the names are; whether it is the same subject is for a person to decide."
        actions={
          <Link className="button" to="/subjects" search={{ view: 'hits' }}>
            Hits of all subjects
          </Link>
        }
      />
      <Tabs
        label="Screening"
        tabs={VIEWS}
        current={view.id}
        onChange={(id) => change({ view: id === 'ask' ? undefined : id })}
      >
        <Shown />
      </Tabs>
    </>
  );
}
