import { useState } from 'react';
import type { Challenge, ChallengeRequest } from '../../../src/app/workbench/contract/finding.ts';
import { CREDIBILITY_WORDS, gradeWords } from '../../../src/figures/drawing/grade-words.ts';
import { type Credibility, valuesOf } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../parts/form/field.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day, today } from '../parts/time.tsx';
import { ActForm, orNull } from './act-form.tsx';
import { FindingSection } from './section.tsx';

/** What others hold against the finding, and how credible the panel finds that. */
export function Challenges({
  finding,
  challenges,
}: {
  readonly finding: string;
  readonly challenges: readonly Challenge[];
}) {
  const [writing, setWriting] = useState<Challenge | 'new' | null>(null);
  const known = writing === 'new' ? null : writing;
  return (
    <FindingSection
      id="challenges"
      action={<Button onClick={() => setWriting('new')}>Record a challenge</Button>}
      empty={challenges.length === 0 ? 'Nobody has challenged it.' : null}
    >
      <ul className="plain said">
        {challenges.map((challenge) => (
          <li key={challenge.act}>
            <div className="said-head">
              <h3>{challenge.from}</h3>
              <span className="hint">
                <Day date={challenge.date} />
              </span>
              {challenge.credibility === null ? (
                <Tag tone="open">not weighed yet</Tag>
              ) : (
                <Tag tone="strong">{gradeWords(challenge.credibility)}</Tag>
              )}
              <Button look="quiet" onClick={() => setWriting(challenge)}>
                {challenge.credibility === null ? 'Weigh it' : 'Amend'}
                <span className="unseen"> (challenge of {challenge.from})</span>
              </Button>
            </div>
            <blockquote>{challenge.text}</blockquote>
            {challenge.assessment === null ? null : (
              <p>
                <strong>Assessment:</strong> {challenge.assessment}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={writing !== null}
        title={known === null ? 'A challenge to the finding' : `The challenge of ${known.from}`}
        onClose={() => setWriting(null)}
      >
        <ChallengeForm finding={finding} known={known} onClose={() => setWriting(null)} />
      </Dialog>
    </FindingSection>
  );
}

function ChallengeForm({
  finding,
  known,
  onClose,
}: {
  readonly finding: string;
  readonly known: Challenge | null;
  readonly onClose: () => void;
}) {
  const [from, setFrom] = useState(known?.from ?? '');
  const [date, setDate] = useState(known?.date ?? today());
  const [text, setText] = useState(known?.text ?? '');
  const [assessment, setAssessment] = useState(known?.assessment ?? '');
  const [credibility, setCredibility] = useState<string>(known?.credibility ?? '');
  const body = (): Omit<ChallengeRequest, 'by'> => ({
    from: from.trim(),
    date,
    text: text.trim(),
    assessment: orNull(assessment),
    credibility: (orNull(credibility) as Credibility | null) ?? null,
    ...(known === null ? {} : { replaces: known.act }),
  });
  return (
    <ActForm
      path={`/findings/${encodeURIComponent(finding)}/challenges`}
      body={body}
      ready={from.trim() !== '' && date !== '' && text.trim() !== ''}
      submit="Record the challenge"
      done={`Recorded: challenge of ${from.trim()}.`}
      onClose={onClose}
    >
      <TextField label="Who challenges it" value={from} onChange={setFrom} required />
      <DateField label="On" value={date} onChange={setDate} required />
      <TextAreaField label="What is said against it" value={text} onChange={setText} rows={4} required />
      <TextAreaField
        label="Assessment"
        hint="What the panel makes of it, and why; may follow later"
        value={assessment}
        onChange={setAssessment}
        rows={3}
      />
      <SelectField
        label="Credibility of the challenge"
        hint="Until it is weighed, and when it is possible or better, the finding counts as contested."
        value={credibility}
        onChange={setCredibility}
        options={valuesOf(CREDIBILITY_WORDS).map((value) => ({ value, words: gradeWords(value) }))}
        none="not weighed yet"
      />
    </ActForm>
  );
}
