import { useState } from 'react';
import type { SourceList } from '../../../src/app/workbench/contract/document.ts';
import type { Problem } from '../../../src/app/workbench/contract/page.ts';
import { useApi } from '../api/queries.ts';
import { KIND_WORDS } from '../claims/claim-words.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { DateField, SelectField, TextField } from '../parts/form/field.tsx';
import { today } from '../parts/time.tsx';
import { sizeWords } from './document-words.ts';
import { PROTECTION_OPTIONS } from './source-words.ts';

/** Where files come from, as the person who brings them says. Empty is a value that is not known. */
export type Provenance = {
  readonly source: string;
  readonly kind: string;
  readonly protection: string;
  readonly published: string;
  readonly url: string;
};

const SHOWN = 8;

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
  readonly onSend: (provenance: Provenance) => void;
  readonly onCancel: () => void;
}) {
  const sources = useApi<SourceList>('/sources').data?.sources ?? [];
  const [source, setSource] = useState('');
  const [kind, setKind] = useState('');
  const [protection, setProtection] = useState('');
  const [published, setPublished] = useState('');
  const [url, setUrl] = useState('');
  const isNew = source.trim() !== '' && !sources.some(({ id, name }) => name === source || id === source.trim());
  const badAddress = url !== '' && !/^https?:\/\/\S+$/.test(url);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!badAddress)
          onSend({
            source: sources.find(({ name }) => name === source)?.id ?? source.trim(),
            // What is known of a source is changed on its own page.
            kind: isNew ? kind : '',
            protection: isNew ? protection : '',
            published,
            url,
          });
      }}
    >
      <ul className="plain intake-files">
        {files.slice(0, SHOWN).map((file) => (
          <li key={`${file.name} ${file.size}`}>
            <span className="mono">{file.name}</span> <span className="muted">{sizeWords(file.size)}</span>
          </li>
        ))}
        {files.length > SHOWN ? <li className="muted">and {files.length - SHOWN} more</li> : null}
      </ul>
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
      {files.length > 1 ? (
        <p className="hint">This is said of all {files.length} files. Add those that differ by themselves.</p>
      ) : null}
      {problem === null ? null : <ErrorNote problem={problem} />}
      <div className="actions">
        <Button type="submit" look="primary" disabled={pending || badAddress || source.trim() === ''}>
          {pending ? 'Sending' : files.length === 1 ? 'Add the document' : `Add ${files.length} documents`}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
