import { useState } from 'react';
import type { FindingRecommendation, RecommendationRequest } from '../../../src/app/workbench/contract/finding.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../parts/form/field.tsx';
import { Tag } from '../parts/tag.tsx';
import { ActForm } from './act-form.tsx';
import { FindingSection } from './section.tsx';

type Priority = NonNullable<FindingRecommendation['priority']>;
const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low'];

/** What should be done because of the finding, and by whom. */
export function Recommendations({
  finding,
  recommendations,
}: {
  readonly finding: string;
  readonly recommendations: readonly FindingRecommendation[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <FindingSection
      id="recommendations"
      action={<Button onClick={() => setOpen(true)}>Recommend</Button>}
      empty={recommendations.length === 0 ? 'Nothing is recommended yet.' : null}
    >
      <ul className="plain said">
        {recommendations.map((recommendation) => (
          <li key={recommendation.act}>
            <div className="said-head">
              <h3>{recommendation.addressee}</h3>
              {recommendation.priority === null ? null : <Tag>{recommendation.priority} priority</Tag>}
            </div>
            <p>{recommendation.text}</p>
          </li>
        ))}
      </ul>
      <Dialog open={open} title="A recommendation" onClose={() => setOpen(false)}>
        <RecommendationForm finding={finding} onClose={() => setOpen(false)} />
      </Dialog>
    </FindingSection>
  );
}

function RecommendationForm({ finding, onClose }: { readonly finding: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [addressee, setAddressee] = useState('');
  const [priority, setPriority] = useState<Priority | ''>('');
  return (
    <ActForm
      path={`/findings/${encodeURIComponent(finding)}/recommendations`}
      body={() =>
        ({
          text: text.trim(),
          addressee: addressee.trim(),
          priority: priority === '' ? null : priority,
        }) satisfies Omit<RecommendationRequest, 'by'>
      }
      ready={text.trim() !== '' && addressee.trim() !== ''}
      submit="Record the recommendation"
      done={`Recorded: a recommendation to ${addressee.trim()}.`}
      onClose={onClose}
    >
      <TextField
        label="To whom"
        hint="The Committee, Member States, a company"
        value={addressee}
        onChange={setAddressee}
        required
      />
      <TextAreaField
        label="What should be done"
        hint="Specific and practical: one action that can be told to be done or not"
        value={text}
        onChange={setText}
        required
      />
      <SelectField
        label="Priority"
        value={priority}
        onChange={(value) => setPriority(value as Priority | '')}
        options={PRIORITIES.map((value) => ({ value, words: value }))}
        none="none given"
      />
    </ActForm>
  );
}
