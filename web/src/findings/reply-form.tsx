import { useState } from 'react';
import type { Reply, ReplyRequest } from '../../../src/app/workbench/contract/finding.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../parts/form/field.tsx';
import { today } from '../parts/time.tsx';
import { ActForm, orNull } from './act-form.tsx';

type Stance = NonNullable<Reply['stance']>;

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  denies: 'denies what is alleged',
  accepts: 'accepts what is alleged',
  neither: 'neither denies nor accepts it',
};

/** A letter to a party, or with `letter` what came back on it. */
export function ReplyForm({
  finding,
  letter,
  onClose,
}: {
  readonly finding: string;
  readonly letter: Reply | null;
  readonly onClose: () => void;
}) {
  const [party, setParty] = useState(letter?.party ?? '');
  const [sent, setSent] = useState(letter?.sent ?? today());
  const [deadline, setDeadline] = useState(letter?.deadline ?? '');
  const [received, setReceived] = useState(letter?.received ?? '');
  const [text, setText] = useState(letter?.text ?? '');
  const [stance, setStance] = useState<string>(letter?.stance ?? '');
  const early = deadline !== '' && deadline < sent ? 'The deadline lies before the letter.' : null;
  const before = received !== '' && received < sent ? 'It came before the letter was sent.' : null;
  const unread = received === '' && (text.trim() !== '' || stance !== '') ? 'Say on which day it came.' : null;
  const body = (): Omit<ReplyRequest, 'by'> => ({
    party: party.trim(),
    sent,
    deadline: orNull(deadline),
    received: orNull(received),
    text: orNull(text),
    stance: (orNull(stance) as Stance | null) ?? null,
    ...(letter === null ? {} : { replaces: letter.act }),
  });
  return (
    <ActForm
      path={`/findings/${encodeURIComponent(finding)}/replies`}
      body={body}
      ready={party.trim() !== '' && sent !== '' && early === null && before === null && unread === null}
      submit={letter === null ? 'Record the letter' : 'Record the reply'}
      done={letter === null ? `Recorded: letter to ${party.trim()}.` : `Recorded: reply of ${party.trim()}.`}
      onClose={onClose}
    >
      <p className="hint">
        The party was shown all that is said of it, with a day by which to answer. What it answers is printed beside the
        finding.
      </p>
      <TextField
        label="Party"
        hint="State, company or person, by its right name"
        value={party}
        onChange={setParty}
        required
      />
      <div className="field-row">
        <DateField label="Letter sent" value={sent} onChange={setSent} required />
        <DateField label="Deadline" value={deadline} onChange={setDeadline} error={early} />
      </div>
      {letter === null ? null : (
        <>
          <DateField label="Reply received" value={received} onChange={setReceived} error={before ?? unread} />
          <TextAreaField
            label="What it says"
            hint="In its own words as far as possible"
            value={text}
            onChange={setText}
            rows={5}
          />
          <SelectField
            label="How it stands to what is alleged"
            hint="A denial makes the finding contested. Left open, the program reads it out of the words."
            value={stance}
            onChange={setStance}
            options={(Object.keys(STANCE_WORDS) as Stance[]).map((value) => ({ value, words: STANCE_WORDS[value] }))}
            none="read out of the words"
          />
        </>
      )}
    </ActForm>
  );
}
