import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DocumentDetail } from '../../../src/app/workbench/contract/record/document.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { MonoId } from '../parts/mono-id.tsx';
import { Instant } from '../parts/time.tsx';
import { sizeWords } from './document-words.ts';

/** Who collected the document, when, where from and how, and what was done with its bytes since. */
export function CustodyPanel({
  detail: { custody, summary, reader, act, stated, languages, similar },
}: {
  readonly detail: DocumentDetail;
}) {
  const { identity, origin, collection, handling } = custody;
  return (
    <div className="custody">
      <Part title="Identity">
        <DefinitionList
          rows={[
            ['SHA-256', <Hash key="256" hash={identity.document.replace(/^sha256:/, '')} />],
            ['SHA-512', <Hash key="512" hash={identity.sha512} />],
            ['Size', `${sizeWords(identity.size)} (${identity.size.toLocaleString('en')} bytes)`],
            ['Type', identity.mediaType],
            ['Evidence', identity.evidence],
            ['Text read by', reader],
          ]}
        />
      </Part>
      <Part title="Origin">
        <DefinitionList
          rows={[
            ['Found at', origin.place === null ? null : <Place place={origin.place} />],
            ['File', origin.fileName],
            ['Source', summary.source],
            ['Publisher', origin.publisher],
            ['Author', origin.author],
            ['Title', origin.title],
            ['Published', publishedWords(origin)],
            ['Language', origin.language],
            ['Language of the text', languages.map(({ name, share }) => `${name} ${share} %`).join(', ') || null],
            ['Obtained from', origin.obtainedFrom],
          ]}
        />
      </Part>
      <Part title="Collection">
        <DefinitionList
          rows={[
            ['Collector', collection.collector],
            ['Method', collection.method],
            ['Tool', collection.tool],
            ['Began', <Instant key="began" at={collection.started} />],
            ['Ended', <Instant key="ended" at={collection.ended} />],
            ['File written', collection.modified === null ? null : <Instant at={collection.modified} />],
            [
              'Answered',
              collection.request === null ? null : `${collection.request.status} from ${collection.request.finalUrl}`,
            ],
            ['Marking', handling.marking],
            ['Protection', handling.sourceProtection === 'open' ? null : handling.sourceProtection],
            ['Legal basis', handling.legalBasis],
            ['Harm note', handling.harmNote],
            ['Release after', handling.releaseAfter],
          ]}
        />
      </Part>
      {similar === null || similar.length === 0 ? null : (
        <Part title="Much alike">
          <p className="hint">
            One may have its text or picture from the other. They count as one origin until somebody says otherwise
            (panel documents judge).
          </p>
          <ul className="plain">
            {similar.map(({ document, title, source, by, share, words, passage, judgement }) => (
              <li key={document}>
                <Link to="/documents/$id" params={{ id: document }}>
                  {title}
                </Link>{' '}
                <span className="muted">
                  {source};{' '}
                  {by === 'picture'
                    ? `a picture alike in ${share} % of what pictures are compared by`
                    : `${share} % in common, ${words} words in a row`}
                  {judgement === null ? '' : judgement === 'derives' ? '; judged: passed on' : '; judged: independent'}
                </span>
                {by === 'picture' ? null : (
                  <blockquote>{passage.length > 300 ? `${passage.slice(0, 300)} …` : passage}</blockquote>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {stated.length === 0 ? null : (
        <Part title="What the file says of itself">
          <p className="hint">Anybody can write this into a picture, and nobody has checked it.</p>
          <DefinitionList rows={stated.map(({ name, value }) => [name, value])} />
        </Part>
      )}
      {custody.checks === undefined ? null : (
        <Part title="Checks when it came in">
          <ul className="plain">
            {custody.checks.map(({ what, outcome, detail }) => (
              <li key={what}>
                {what}: <strong>{OUTCOMES[outcome]}</strong>
                {detail === null ? null : <span className="muted"> {detail}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Chain of custody">
        <ol className="act-history">
          {custody.events.map((event) => (
            <li key={event.at + event.kind}>
              <span className="act-when">
                <Instant at={event.at} /> <span className="muted">{event.by}</span>
              </span>
              <span className="act-words">
                {event.kind}
                {event.reason === null ? null : `: ${event.reason}`}
                {event.before === event.after || event.before === null ? null : ' (the bytes changed)'}
              </span>
              {event.after === null ? null : <MonoId id={event.after} length={8} />}
            </li>
          ))}
        </ol>
      </Part>
      <Part title="In the record">
        <DefinitionList
          rows={[
            ['Act', <MonoId key="act" id={act} length={16} />],
            [
              'Proof',
              <Link key="proof" to="/record" search={{ act }}>
                The act with its inclusion proof
              </Link>,
            ],
          ]}
        />
      </Part>
    </div>
  );
}

const OUTCOMES = { holds: 'holds', fails: 'does not hold', 'not-checked': 'was not checked' } as const;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The whole hash: it is there to be compared with another, digit by digit. */
function Hash({ hash }: { readonly hash: string }) {
  return <span className="mono hash">{hash.match(/.{1,8}/g)?.join(' ') ?? hash}</span>;
}

function Place({ place }: { readonly place: string }) {
  return /^https?:\/\//.test(place) ? (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  ) : (
    place
  );
}

function publishedWords({ published, publishedBy }: DocumentDetail['custody']['origin']): string | null {
  if (published === null) return null;
  return publishedBy === 'document' ? `${published}, as the document says itself` : `${published}, as said at intake`;
}
