import { useState } from 'react';
import type { Job } from '../../../src/app/workbench/contract/job.ts';
import type { PackagePlan } from '../../../src/app/workbench/contract/record/exchange.ts';
import { useAct } from '../api/act.ts';
import { apiAddress } from '../api/client.ts';
import { noteJob, useJob } from '../api/events.ts';
import { jobResult } from '../api/job-result.ts';
import { useQuestion } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { CheckField, SelectField, TextAreaField, TextField } from '../parts/form/field.tsx';
import { countWords } from './count-words.ts';
import { JobState } from './job-run.tsx';
import { PackageContents, type Scope } from './package-contents.tsx';

const MARKINGS = ['red', 'amber', 'amber+strict', 'green', 'clear'].map((value) => ({
  value,
  words: `TLP:${value.toUpperCase()}`,
}));

/** A package in the making, and the file that came of it. */
export function MakePackage({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [started, setStarted] = useState<string | null>(null);
  const job = useJob(started);
  const made = jobResult(job, 'make-package');
  return (
    <div aria-live="polite">
      <Dialog open={open} title="Make a package" onClose={onClose} wide>
        <PackageForm
          onStarted={(id) => {
            setStarted(id);
            onClose();
          }}
          onCancel={onClose}
        />
      </Dialog>
      <JobState run={{ job, problem: null }} label="Making the package" />
      {made === null ? null : (
        <p>
          <a className="button primary" href={apiAddress(`/record/packages/${made.name}`)} download={made.name}>
            Download {made.name}
          </a>{' '}
          It holds {countWords(made.acts.length, 'act')} and {countWords(made.documents.length, 'document')};{' '}
          <span className="mono">{made.shared}</span> says what went to whom.
        </p>
      )}
    </div>
  );
}

function PackageForm({
  onStarted,
  onCancel,
}: {
  readonly onStarted: (job: string) => void;
  readonly onCancel: () => void;
}) {
  const { act, pending, problem } = useAct();
  const [scope, setScope] = useState<Scope>({ kind: 'all', chosen: [] });
  const [to, setTo] = useState('');
  const [name, setName] = useState('');
  const [marking, setMarking] = useState('');
  const [documents, setDocuments] = useState(true);
  const [go, setGo] = useState(false);
  const acts = scope.kind === 'all' ? ['all'] : scope.chosen;
  const plan = useQuestion<PackagePlan>('/record/packages/plan', acts.length === 0 ? null : { acts });
  const recipients = to.split(/[\s,]+/).filter((one) => one !== '');
  const stay = plan.data !== undefined && !go ? plan.data.protected.length : 0;
  const nothing = plan.data === undefined || plan.data.acts.length === stay;
  const make = async () => {
    const job = await act<Job>('/record/packages', {
      acts,
      to: recipients,
      documents,
      protected: go ? 'go' : 'stay',
      ...(marking === '' ? {} : { marking }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    });
    if (job === null) return;
    noteJob(job);
    onStarted(job.id);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <PackageContents scope={scope} onScope={setScope} />
      <CheckField label="With the documents that they speak of" checked={documents} onChange={setDocuments} />
      {plan.problem === null ? null : <ErrorNote problem={plan.problem} />}
      {plan.data === undefined || acts.length === 0 ? null : (
        <Planned plan={plan.data} documents={documents} go={go} onGo={setGo} />
      )}
      <TextAreaField
        label="For whom"
        hint="What each recipient’s workspace shows under “Show what others encrypt for” (age1…), one a line. Have it told by voice or on paper."
        value={to}
        onChange={setTo}
        rows={3}
        required
      />
      <TextField
        label="How you call yourselves"
        hint="The receiver sees it before your key is known there. Left out, it is the name of this log."
        value={name}
        onChange={setName}
      />
      <SelectField
        label="How far it may go on from there"
        hint="Told to the receiver; nothing enforces it."
        none="Not said"
        value={marking}
        onChange={setMarking}
        options={MARKINGS}
      />
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button
          type="submit"
          look="primary"
          disabled={pending || nothing || acts.length === 0 || recipients.length === 0}
        >
          {pending ? 'Sending' : 'Make the package'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** What would go and what stays, before anything is made. */
function Planned({
  plan,
  documents,
  go,
  onGo,
}: {
  readonly plan: PackagePlan;
  readonly documents: boolean;
  readonly go: boolean;
  readonly onGo: (go: boolean) => void;
}) {
  const held = plan.protected.length;
  const going = plan.acts.length - (go ? 0 : held);
  const files = documents ? plan.documents.length + (go ? plan.protectedDocuments.length : 0) : 0;
  return (
    <div className="planned" aria-live="polite">
      <p>
        {going === 0 ? 'Nothing is left to go.' : `What goes: ${countWords(going, 'act')}`}
        {going === 0 ? null : files === 0 ? ', no document.' : ` and ${countWords(files, 'document')}.`}
      </p>
      {plan.withheld.length === 0 ? null : (
        <p>
          Of {countWords(plan.withheld.length, 'act')} the text is withheld: the receiver sees that it is, and what
          stands for it in the log.
        </p>
      )}
      {plan.markings.map(({ marking, acts }) => (
        <p key={marking} className="alert-text">
          {countWords(acts, 'act')} came from others marked “{marking}”: ask them before it goes on.
        </p>
      ))}
      {held === 0 ? null : (
        <>
          <p className="alert-text">
            Of a protected source, or naming one: {countWords(held, 'act')}
            {plan.protectedDocuments.length === 0
              ? ''
              : ` and ${countWords(plan.protectedDocuments.length, 'document')}`}
            . {go ? 'They go, too.' : 'They stay here.'}
          </p>
          <CheckField label="They may go to these recipients: it was decided for them" checked={go} onChange={onGo} />
        </>
      )}
    </div>
  );
}
