import { useState } from 'react';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { SourceList, SourceRequest } from '../../../src/app/workbench/contract/record/document.ts';
import { KIND_WORDS } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { SelectField, TextField } from '../parts/form/field.tsx';
import { GRADE_OPTIONS, PROTECTION_OPTIONS } from './source-words.ts';

export type Source = SourceList['sources'][number];
export type SourceChange = Omit<SourceRequest, 'by'>;

/** What a source is, as the person who changes it says. Only what they changed is sent. */
export function SourceForm({
  source,
  others,
  pending,
  problem,
  onSend,
  onCancel,
}: {
  readonly source: Source;
  readonly others: readonly Source[];
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onSend: (change: SourceChange) => void;
  readonly onCancel: () => void;
}) {
  const before = {
    kind: source.kind,
    country: source.country ?? '',
    grade: source.reliability ?? '',
    gradeReason: source.reliabilityReason ?? '',
    controls: source.controls.join('; '),
    parent: source.parent ?? '',
    protection: source.protection as string,
  };
  const [form, setForm] = useState(before);
  const set = (field: keyof typeof before) => (value: string) => setForm({ ...form, [field]: value });
  const changed = (Object.keys(before) as (keyof typeof before)[]).filter((field) => form[field] !== before[field]);
  const missing = changed.includes('grade') && form.grade !== '' && !changed.includes('gradeReason');
  const send = () => {
    const { controls, protection, ...plain } = form;
    const words = Object.entries(plain).filter(([field]) => changed.includes(field as keyof typeof before));
    onSend({
      ...Object.fromEntries(words),
      ...(changed.includes('controls') && { controls: controls.split(';').map((one) => one.trim()) }),
      ...(changed.includes('protection') && { protection: protection as Source['protection'] }),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 && !missing) send();
      }}
    >
      <SelectField
        label="Kind"
        value={form.kind}
        options={Object.entries(KIND_WORDS).map(([value, words]) => ({ value, words }))}
        onChange={set('kind')}
      />
      <TextField label="Country" hint="Its code, such as JP." value={form.country} onChange={set('country')} />
      <SelectField
        label="Reliability"
        none="Not graded"
        value={form.grade}
        options={GRADE_OPTIONS}
        onChange={set('grade')}
      />
      <TextField
        label="Why it is graded so"
        value={form.gradeReason}
        error={missing ? 'A new grade needs its reason' : null}
        onChange={set('gradeReason')}
      />
      <TextField
        label="Controlled by"
        hint="Who could have made it say so, with semicolons between them. Sources under one control do not confirm each other."
        value={form.controls}
        onChange={set('controls')}
      />
      <SelectField
        label="Belongs to"
        none="No other source"
        value={form.parent}
        options={others.map(({ id, name }) => ({ value: id, words: name }))}
        onChange={set('parent')}
      />
      <SelectField
        label="Protection"
        hint="What is protected stands in no report and no export, with all that rests on it."
        value={form.protection}
        options={PROTECTION_OPTIONS}
        onChange={set('protection')}
      />
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={pending || changed.length === 0 || missing}>
          {pending ? 'Saving' : 'Save'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
