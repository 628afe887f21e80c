import { useState } from 'react';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import type { SourceList } from '../../../src/app/workbench/contract/record/document.ts';
import { useApi } from '../api/queries.ts';
import { KIND_WORDS } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { DateField, SelectField, TextField } from '../parts/form/field.tsx';
import { today } from '../parts/time.tsx';
import { fileKey, IntakeFiles, memberKey, type SkippedFiles } from './intake-files.tsx';
import { GRADE_OPTIONS, PROTECTION_OPTIONS } from './source-words.ts';
import { useContents } from './use-contents.ts';

/** Where files come from, as the person who brings them says. Empty is a value that is not known. */
export type Provenance = {
  readonly source: string;
  readonly kind: string;
  readonly protection: string;
  readonly grade: string;
  readonly gradeReason: string;
  /** Names parted by semicolons. */
  readonly controls: string;
  readonly published: string;
  readonly url: string;
};

/** The files that are sent, and of those that hold others what is taken out of them, by numbers. */
export type Chosen = {
  readonly files: readonly File[];
  readonly members: readonly { readonly file: number; readonly members: readonly number[] }[];
};

export function IntakeForm({
  files,
  pending,
  problem,
  onSend,
  onCancel,
}: {
  readonly files: readonly File[];
  readonly pending: boolean;
  readonly problem: Problem | null;
  readonly onSend: (provenance: Provenance, chosen: Chosen) => void;
  readonly onCancel: () => void;
}) {
  const sources = useApi<SourceList>('/sources').data?.sources ?? [];
  const [source, setSource] = useState('');
  const [kind, setKind] = useState('');
  const [protection, setProtection] = useState('');
  const [grade, setGrade] = useState('');
  const [gradeReason, setGradeReason] = useState('');
  const [controls, setControls] = useState('');
  const [published, setPublished] = useState('');
  const [url, setUrl] = useState('');
  const [left, setLeft] = useState<SkippedFiles>(new Set());
  const contents = useContents(files);
  const isNew = source.trim() !== '' && !sources.some(({ id, name }) => name === source || id === source.trim());
  const sent = files.flatMap((file, at) => (left.has(fileKey(at)) ? [] : [{ file, at }]));
  const chosen: Chosen = {
    files: sent.map(({ file }) => file),
    members: sent.flatMap(({ at }, number) => {
      const all = [...(contents.byFile.get(at)?.members ?? []).keys()];
      const kept = all.filter((member) => !left.has(memberKey(at, member)));
      return kept.length === all.length ? [] : [{ file: number, members: kept }];
    }),
  };
  const isUnfounded = isNew && grade !== '' && gradeReason.trim() === '';
  const badAddress = url !== '' && !/^https?:\/\/\S+$/.test(url);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (badAddress || isUnfounded || sent.length === 0) return;
        onSend(
          {
            source: sources.find(({ name }) => name === source)?.id ?? source.trim(),
            // What is known of a source is changed on its own page.
            kind: isNew ? kind : '',
            protection: isNew ? protection : '',
            grade: isNew ? grade : '',
            gradeReason: isNew ? gradeReason : '',
            controls: isNew ? controls : '',
            published,
            url,
          },
          chosen,
        );
      }}
    >
      <IntakeFiles files={files} contents={contents} left={left} onLeft={setLeft} />
      <TextField
        label="Source"
        hint="Who published it: the outlet, body or person, not who sent it to you."
        value={source}
        suggestions={sources.map(({ name }) => name)}
        onChange={setSource}
        required
      />
      {isNew ? (
        <>
          <SelectField
            label="Kind of this new source"
            none="Not said"
            value={kind}
            options={Object.entries(KIND_WORDS).map(([value, words]) => ({ value, words }))}
            onChange={setKind}
          />
          <SelectField
            label="Protection of this new source"
            hint="What is protected stands in no report and no export, with all that rests on it."
            none="Open"
            value={protection}
            options={PROTECTION_OPTIONS.filter(({ value }) => value !== 'open')}
            onChange={setProtection}
          />
          <SelectField
            label="Reliability of this new source"
            none="Not graded"
            value={grade}
            options={GRADE_OPTIONS}
            onChange={setGrade}
          />
          {grade === '' ? null : (
            <TextField
              label="Why it is graded so"
              value={gradeReason}
              error={isUnfounded ? 'A grade needs its reason' : null}
              onChange={setGradeReason}
            />
          )}
          <TextField
            label="Controlled by"
            hint="Who could have made it say so, with semicolons between them. Sources under one control do not confirm each other."
            value={controls}
            onChange={setControls}
          />
        </>
      ) : null}
      <DateField
        label="Published on"
        hint="“Last month” in a text is counted from this day. Left out, the document’s own date is taken, if it states one."
        value={published}
        max={today()}
        onChange={setPublished}
      />
      <TextField
        label="Address where it was found"
        type="url"
        placeholder="https://"
        value={url}
        error={badAddress ? 'An address begins with https:// or http://' : null}
        onChange={setUrl}
      />
      {sent.length > 1 ? (
        <p className="hint">This is said of all {sent.length} files. Add those that differ by themselves.</p>
      ) : null}
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button
          type="submit"
          look="primary"
          disabled={
            pending || contents.looking || badAddress || isUnfounded || sent.length === 0 || source.trim() === ''
          }
        >
          {pending ? 'Sending' : sent.length === 1 ? 'Add the document' : `Add ${sent.length} documents`}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
