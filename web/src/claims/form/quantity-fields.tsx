import { writeBounds } from '../../../../src/figures/drawing/words.ts';
import { Button } from '../../parts/button.tsx';
import { CheckField, DateField, SelectField, TextField } from '../../parts/form/field.tsx';
import { QUALIFIER_WORDS, type Qualifier, valuesOf } from '../claim-words.ts';
import { changeQuantity, type QuantityValues } from './claim-form-model.ts';

const QUALIFIERS = valuesOf(QUALIFIER_WORDS).map((value) => ({ value, words: QUALIFIER_WORDS[value] }));

const NATURES = [
  { value: '', words: 'not said' },
  { value: 'count', words: 'a count of what was done' },
  { value: 'running-total', words: 'a running total' },
  { value: 'rate', words: 'a rate' },
  { value: 'stock', words: 'what is held at a time' },
  { value: 'capacity', words: 'what something could hold' },
  { value: 'limit', words: 'a limit' },
  { value: 'plan', words: 'a plan' },
  { value: 'change', words: 'a change' },
];

/** One figure of a claim: the source's words first, then what was read from them. */
export function QuantityFields({
  number,
  quantity,
  onChange,
  onRemove,
  faultOf,
}: {
  readonly number: number;
  readonly quantity: QuantityValues;
  readonly onChange: (quantity: QuantityValues) => void;
  readonly onRemove: () => void;
  readonly faultOf: (field: string) => string | null;
}) {
  const set = (change: Partial<QuantityValues>) => onChange(changeQuantity(quantity, change));
  return (
    <fieldset className="quantity-fields">
      <legend>Quantity {number}</legend>
      <TextField
        label="Words of the passage"
        hint="Exactly as they stand there; they count before the bounds."
        value={quantity.raw}
        error={faultOf('raw')}
        required
        onChange={(raw) => set({ raw })}
      />
      <div className="field-row">
        <TextField
          label="Counts"
          hint="Singular, or a currency code"
          value={quantity.counts}
          error={faultOf('counts')}
          required
          onChange={(counts) => set({ counts })}
        />
        <TextField label="Unit" hint="If it differs" value={quantity.unit} onChange={(unit) => set({ unit })} />
        <SelectField
          label="Qualifier"
          value={quantity.qualifier}
          options={QUALIFIERS}
          onChange={(value) => set({ qualifier: value as Qualifier })}
        />
      </div>
      <div className="field-row">
        <TextField
          label="At least"
          inputMode="decimal"
          value={quantity.low}
          error={faultOf('low')}
          onChange={(low) => set({ low })}
        />
        <TextField
          label="At most"
          inputMode="decimal"
          value={quantity.high}
          error={faultOf('high')}
          onChange={(high) => set({ high })}
        />
        <div className="checks">
          <CheckField
            label="without the lower figure itself"
            checked={quantity.lowOpen}
            onChange={(lowOpen) => set({ lowOpen })}
          />
          <CheckField
            label="without the upper figure itself"
            checked={quantity.highOpen}
            onChange={(highOpen) => set({ highOpen })}
          />
        </div>
      </div>
      <div className="field-row">
        <DateField
          label="Counted from"
          value={quantity.from}
          error={faultOf('window')}
          onChange={(from) => set({ from })}
        />
        <DateField label="Counted to" value={quantity.to} onChange={(to) => set({ to })} />
        <TextField
          label="Of"
          hint="Of what it is a part, or what the money is for"
          value={quantity.of}
          onChange={(of) => set({ of })}
        />
      </div>
      <div className="field-row last">
        <SelectField
          label="Kind of figure"
          value={quantity.nature}
          options={NATURES}
          onChange={(nature) => set({ nature })}
        />
        <TextField
          label="Alternative to"
          hint="Figures with the same word here are one or the other"
          value={quantity.alternative}
          onChange={(alternative) => set({ alternative })}
        />
        <Button look="danger" onClick={onRemove} aria-label={`Remove quantity ${number}`}>
          Remove
        </Button>
      </div>
      {quantity.followed ? (
        <p className="hint" role="status">
          The bounds were set again after the qualifier:{' '}
          {writeBounds({ ...quantity, low: quantity.low || null, high: quantity.high || null })}.
        </p>
      ) : null}
      {quantity.convention === '' ? null : (
        <p className="hint">
          The bounds follow from the convention <span className="mono">{quantity.convention}</span>; setting them by
          hand ends that.
        </p>
      )}
    </fieldset>
  );
}
