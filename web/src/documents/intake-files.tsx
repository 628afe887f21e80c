import { Button } from '../parts/button.tsx';
import { CheckField } from '../parts/form/field.tsx';
import { Day } from '../parts/time.tsx';
import { sizeWords } from './document-words.ts';
import type { Contents, SentContents } from './use-contents.ts';

/** What is not taken in: a file by its number, or a document in it by both numbers. */
export type SkippedFiles = ReadonlySet<string>;

export const fileKey = (file: number): string => `${file}`;
export const memberKey = (file: number, member: number): string => `${file}/${member}`;

/** The files that are about to be taken in, with what lies in them, each to be left out. */
export function IntakeFiles({
  files,
  contents,
  left,
  onLeft,
}: {
  readonly files: readonly File[];
  readonly contents: Contents;
  readonly left: SkippedFiles;
  readonly onLeft: (left: SkippedFiles) => void;
}) {
  const leave = (keys: readonly string[], out: boolean) => {
    const next = new Set(left);
    for (const key of keys) {
      if (out) next.add(key);
      else next.delete(key);
    }
    onLeft(next);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the dialog is scrolled by keyboard too */}
      <section className="intake-choice" aria-label="Files to add" tabIndex={0}>
        <ul className="plain intake-files">
          {files.map((file, at) => (
            <li key={`${file.name} ${file.size}`}>
              {files.length === 1 ? (
                <FileName file={file} />
              ) : (
                <CheckField
                  checked={!left.has(fileKey(at))}
                  onChange={(checked) => leave([fileKey(at)], !checked)}
                  label={<FileName file={file} />}
                />
              )}
              {left.has(fileKey(at)) ? null : (
                <Members file={at} contents={contents.byFile.get(at)} left={left} onLeave={leave} />
              )}
            </li>
          ))}
        </ul>
      </section>
      {contents.looking ? <p className="hint">Looking into the files that hold others.</p> : null}
      {contents.fault === null ? null : (
        <p className="hint">What lies in them could not be listed, and all of it will be taken in: {contents.fault}</p>
      )}
    </>
  );
}

function FileName({ file: { name, size } }: { readonly file: File }) {
  return (
    <>
      <span className="mono">{name}</span> <span className="muted">{sizeWords(size)}</span>
    </>
  );
}

function Members({
  file,
  contents,
  left,
  onLeave,
}: {
  readonly file: number;
  readonly contents: SentContents | undefined;
  readonly left: SkippedFiles;
  readonly onLeave: (keys: readonly string[], out: boolean) => void;
}) {
  if (contents === undefined) return null;
  const { members, others, refused } = contents;
  const keys = members.map((_, at) => memberKey(file, at));
  const out = keys.filter((key) => left.has(key)).length;
  return (
    <>
      {members.length < 2 ? null : (
        <p className="intake-counts">
          {(members.length - out).toLocaleString('en')} of {members.length.toLocaleString('en')} documents in it{' '}
          <Button look="quiet" disabled={out === 0} onClick={() => onLeave(keys, false)}>
            All
          </Button>{' '}
          <Button look="quiet" disabled={out === keys.length} onClick={() => onLeave(keys, true)}>
            None
          </Button>
        </p>
      )}
      <ul className="plain intake-members">
        {members.map(({ path, size, written, url }, at) => (
          <li key={memberKey(file, at)}>
            <CheckField
              checked={!left.has(memberKey(file, at))}
              onChange={(checked) => onLeave([memberKey(file, at)], !checked)}
              label={
                <>
                  <span className="mono">{url ?? path}</span>{' '}
                  <span className="muted">
                    {sizeWords(size)}
                    {written === null ? null : (
                      <>
                        , <Day date={written.slice(0, 10)} />
                      </>
                    )}
                  </span>
                </>
              }
            />
          </li>
        ))}
        {refused.map(({ path, message }) => (
          <li key={path + message} className="muted">
            {path === '' ? 'cannot be opened' : `${path} will not be taken out`}: {message}
          </li>
        ))}
        {others === 0 ? null : (
          <li className="muted">
            {others.toLocaleString('en')} more {others === 1 ? 'entry is' : 'entries are'} no document of{' '}
            {others === 1 ? 'its' : 'their'} own
          </li>
        )}
      </ul>
    </>
  );
}
