import { useState } from 'react';
import type { ReplyRequest } from '../../../src/app/workbench/contract/finding.ts';
import type { SubjectLetter } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { useAct } from '../api/act.ts';
import { apiAddress, withQuery } from '../api/client.ts';
import { useApi } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { DateField, SelectField, TextField } from '../parts/form/field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { today } from '../parts/time.tsx';

/** A letter to a subject: drafted, printed or taken as a file, and recorded once it is sent. */
export function LetterDraft({ subject }: { readonly subject: string }) {
  const [finding, setFinding] = useState('');
  const [from, setFrom] = useState('');
  const [deadline, setDeadline] = useState('');
  const path = `/subjects/${encodeURIComponent(subject)}/letter`;
  const asked = { finding, from, deadline };
  const { data, problem, retry } = useApi<SubjectLetter>(withQuery(path, asked));
  const { act, pending, problem: refused } = useAct();
  const early = deadline !== '' && deadline < today() ? 'The deadline is past.' : null;
  const record = async () => {
    const body: Omit<ReplyRequest, 'by'> = { party: data?.to ?? '', sent: today(), deadline: deadline || null };
    await act(`/findings/${encodeURIComponent(finding)}/replies`, body, `Recorded: letter to ${data?.to ?? ''}.`);
  };
  return (
    <>
      <div className="letter-form actions">
        <SelectField
          label="About"
          none="All that is said of it"
          value={finding}
          options={(data?.findings ?? []).map(({ id, title }) => ({ value: id, words: printableText(title) }))}
          onChange={setFinding}
        />
        <TextField label="From" hint="Name and office" value={from} onChange={setFrom} />
        <DateField label="Answer by" value={deadline} onChange={setDeadline} error={early} />
      </div>
      {problem === null ? null : <ErrorNote problem={problem} onRetry={retry} />}
      {data === undefined ? (
        problem === null ? (
          <Skeleton lines={8} label="Drafting the letter" />
        ) : null
      ) : (
        <>
          <article className="letter-sheet">
            <p>{data.date}</p>
            <p>
              <bdi>{data.to}</bdi>
            </p>
            {data.opening.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <ol>
              {data.statements.map((text) => (
                <li key={text} dir="auto">
                  {text}
                </li>
              ))}
            </ol>
            {data.closing.map((text) => (
              <p key={text}>{text}</p>
            ))}
            <p>{data.from}</p>
          </article>
          {refused === null ? null : <ErrorNote problem={refused} />}
          <div className="actions">
            <a className="button primary" href={apiAddress(withQuery(`${path}.docx`, asked))} download="letter.docx">
              Take it as a Word document
            </a>
            <Button
              disabled={finding === '' || pending || early !== null}
              onClick={() => void record()}
              title={finding === '' ? 'A letter is recorded with the finding that it is about' : 'As sent today'}
            >
              Record it as sent today
            </Button>
          </div>
        </>
      )}
    </>
  );
}
