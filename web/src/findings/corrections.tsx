import { useState } from 'react';
import type { Correction, CorrectionRequest } from '../../../src/app/workbench/contract/finding.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextAreaField } from '../parts/form/field.tsx';
import { Instant } from '../parts/time.tsx';
import { ActForm } from './act-form.tsx';
import { FindingSection } from './section.tsx';

/** What had to be put right, and why; later reports say so. */
export function Corrections({
  finding,
  corrections,
}: {
  readonly finding: string;
  readonly corrections: readonly Correction[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <FindingSection
      id="corrections"
      action={<Button onClick={() => setOpen(true)}>Record a correction</Button>}
      empty={corrections.length === 0 ? 'Nothing was corrected.' : null}
    >
      <ul className="plain said">
        {corrections.map((correction) => (
          <li key={correction.act}>
            <p>{correction.text}</p>
            <p className="hint">
              Because: {correction.reason} ({correction.by}, <Instant at={correction.at} />)
            </p>
          </li>
        ))}
      </ul>
      <Dialog open={open} title="A correction" onClose={() => setOpen(false)}>
        <CorrectionForm finding={finding} onClose={() => setOpen(false)} />
      </Dialog>
    </FindingSection>
  );
}

function CorrectionForm({ finding, onClose }: { readonly finding: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActForm
      path={`/findings/${encodeURIComponent(finding)}/corrections`}
      body={() => ({ text: text.trim(), reason: reason.trim() }) satisfies Omit<CorrectionRequest, 'by'>}
      ready={text.trim() !== '' && reason.trim() !== ''}
      submit="Record the correction"
      done="Recorded: a correction."
      onClose={onClose}
    >
      <TextAreaField
        label="What is put right"
        hint="What was said, and what holds instead"
        value={text}
        onChange={setText}
        required
      />
      <TextAreaField label="Why" value={reason} onChange={setReason} rows={2} required />
    </ActForm>
  );
}
