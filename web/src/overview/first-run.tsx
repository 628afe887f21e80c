import { Link } from '@tanstack/react-router';
import { DropAnywhere } from '../documents/drop-anywhere.tsx';
import { FileDrop } from '../parts/file-drop.tsx';

/** An empty workspace: the way in, and what can be done without any document. */
export function FirstRun({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  return (
    <section className="section first-run">
      <h2>Begin with documents</h2>
      <p className="prose">
        Nothing has come in yet. Drop the first documents here: web pages, PDF, Word or plain text. Each is kept as it
        came, under its hash; the claims in it are read at once and wait for your review.
      </p>
      <DropAnywhere onFiles={onFiles} />
      <FileDrop
        label="Add documents"
        multiple
        accept=".html,.htm,.pdf,.docx,.txt,.md"
        hint="They stay on this computer."
        onFiles={onFiles}
      />
      <h3>Without documents</h3>
      <ul>
        <li>
          <Link to="/regime" search={{ view: 'check' }}>
            Check an activity
          </Link>{' '}
          against the measures in force on its day
        </li>
        <li>
          <Link to="/regime">Go through the regime</Link> by its decisions, votes and mandates
        </li>
        <li>
          <Link to="/screening">Screen a name</Link> once a sanctions list is held
        </li>
      </ul>
    </section>
  );
}
