import type { SubjectDetail } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { Tag } from '../parts/tag.tsx';
import { PassageLine } from './passage-line.tsx';
import { checkWords, identifierWords } from './subject-words.ts';

/** Each number with its check, and every place that gives it: who says so, in what document, of which day. */
export function IdentifierTable({ identifiers }: Pick<SubjectDetail, 'identifiers'>) {
  if (identifiers.length === 0) return <p className="muted">The documents give none.</p>;
  return (
    <ul className="plain subject-identifiers">
      {identifiers.map((one) => (
        <li key={one.scheme + one.value}>
          <strong className="nowrap">{identifierWords(one)}</strong>{' '}
          <Tag tone={one.valid === false ? 'alert' : one.valid === null ? 'muted' : 'plain'}>{checkWords(one)}</Tag>
          <ul className="plain subject-passages">
            {one.places.map((place) => (
              <li key={`${place.document} ${place.start}`}>
                <PassageLine passage={place}>
                  {place.claimants.length === 0 ? null : (
                    <span>said by {printableText(place.claimants.join(', '))}</span>
                  )}
                </PassageLine>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
