import type { Claim } from '../../../../src/app/workbench/contract/claim.ts';
import { Button } from '../../parts/button.tsx';
import { claimFields, claimValues } from '../form/claim-form-model.ts';

/**
 * The claim as people left it beside what the extractor reads today. The reviewed form holds until a person takes the other:
 * a new version of a program never overrules a review.
 */
export function ClaimNewer({
  claim,
  newer,
  pending,
  onTake,
}: {
  readonly claim: Claim;
  readonly newer: Claim;
  readonly pending: boolean;
  readonly onTake: (changes: Readonly<Record<string, unknown>>) => void;
}) {
  const [now, read] = [claimFields(claimValues(claim)), claimFields(claimValues(newer))];
  const fields = Object.keys(now).filter((field) => JSON.stringify(now[field]) !== JSON.stringify(read[field]));
  if (fields.length === 0) return null;
  return (
    <>
      <table className="difference">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">As reviewed</th>
            <th scope="col">As read today</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{FIELD_WORDS[field] ?? field}</th>
              <td>
                <del>{valueWords(now[field])}</del>
              </td>
              <td>
                <ins>{valueWords(read[field])}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        disabled={pending}
        onClick={() => onTake(Object.fromEntries(fields.map((field) => [field, read[field]])))}
      >
        Take today’s reading
      </Button>
    </>
  );
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  start: 'Passage begins',
  end: 'Passage ends',
  claimant: 'Claimant',
  relay: 'Relayed by',
  polarity: 'Polarity',
  modality: 'Modality',
  speech: 'Speech',
  predicate: 'Predicate',
  roles: 'Roles',
  quantities: 'Quantities',
  when: 'When',
  where: 'Where',
};

/** A field's value for a reader; nested ones as "name: value" pairs. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join('; ');
  if (typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([name, part]) => `${name}: ${valueWords(part)}`);
    return parts.length === 0 ? 'none' : parts.join(', ');
  }
  return String(value);
}
