import { SelectField, TextField } from '../../parts/form/field.tsx';
import { type ClaimantKind, KIND_WORDS, valuesOf } from '../claim-words.ts';
import type { PartyValues } from './claim-form-model.ts';

const KINDS = valuesOf(KIND_WORDS).map((value) => ({ value, words: KIND_WORDS[value] }));

/** Somebody who says or passes on: the name as the text has it, what kind of speaker, and of which country. */
export function PartyFields({
  name,
  party,
  onChange,
  faultOf,
}: {
  /** "Claimant" or "Relay 2": what the labels begin with. */
  readonly name: string;
  readonly party: PartyValues;
  readonly onChange: (party: PartyValues) => void;
  readonly faultOf: (field: string) => string | null;
}) {
  return (
    <div className="field-row party">
      <TextField
        label={name}
        value={party.name}
        error={faultOf('name')}
        required
        onChange={(value) => onChange({ ...party, name: value })}
      />
      <SelectField
        label="Kind"
        value={party.kind}
        options={KINDS}
        onChange={(value) => onChange({ ...party, kind: value as ClaimantKind })}
      />
      <TextField
        label="Country"
        value={party.country}
        error={faultOf('country')}
        placeholder="KP"
        onChange={(value) => onChange({ ...party, country: value })}
      />
    </div>
  );
}
