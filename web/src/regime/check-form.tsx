import type { RegimeVocabulary } from '../../../src/app/workbench/contract/regime/regime.ts';
import { Button } from '../parts/button.tsx';
import { DateField, SelectField, TextField } from '../parts/form/field.tsx';
import type { ActivityForm } from './activity-form.ts';
import { CircumstancesField } from './circumstances-field.tsx';

/** The question put to the regime. Only the act and its day are needed; the answer says what else it would have to know. */
export function CheckForm({
  vocabulary,
  form,
  onForm,
  onAsk,
  onClear,
}: {
  readonly vocabulary: RegimeVocabulary;
  readonly form: ActivityForm;
  readonly onForm: (form: ActivityForm) => void;
  readonly onAsk: () => void;
  readonly onClear: () => void;
}) {
  const set = (field: keyof ActivityForm) => (value: string) => onForm({ ...form, [field]: value });
  const countries = vocabulary.countries.map(({ code, name }) => ({ value: code, words: `${name} (${code})` }));
  const units = vocabulary.units.map((unit) => ({ value: unit, words: unit }));
  const country = (field: 'from' | 'to' | 'origin', label: string) => (
    <SelectField label={label} none="Not stated" value={form[field]} onChange={set(field)} options={countries} />
  );
  return (
    <form
      className="check-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <fieldset>
        <legend>What was done</legend>
        <SelectField
          label="Act"
          required
          none="Choose an act"
          value={form.act}
          onChange={set('act')}
          options={vocabulary.acts.map(({ id, words }) => ({ value: id, words }))}
        />
        <div className="pair">
          <DateField label="Date" hint="Its law is applied" required value={form.date} onChange={set('date')} />
          <DateField label="Date of the contract or permit" value={form.contractDate} onChange={set('contractDate')} />
        </div>
      </fieldset>
      <fieldset>
        <legend>With what</legend>
        <div className="pair">
          <TextField
            label="Goods, service or field"
            value={form.goods}
            onChange={set('goods')}
            suggestions={vocabulary.goods}
          />
          <TextField label="HS code" value={form.hs} onChange={set('hs')} inputMode="numeric" />
        </div>
        <div className="pair">
          <TextField label="Quantity" value={form.amount} onChange={set('amount')} inputMode="decimal" />
          <SelectField
            label="Unit"
            none="Choose"
            value={form.unit}
            onChange={set('unit')}
            options={units}
            required={form.amount !== ''}
          />
        </div>
        <div className="triple">
          <TextField label="Total of the period" value={form.total} onChange={set('total')} inputMode="decimal" />
          <SelectField
            label="Unit of the total"
            none="As above"
            value={form.totalUnit}
            onChange={set('totalUnit')}
            options={units}
          />
          <TextField label="Period" value={form.period} onChange={set('period')} placeholder="2018 or 2018-Q3" />
        </div>
        <p className="hint">A cap is tested by the total of its period, this activity included.</p>
      </fieldset>
      <fieldset>
        <legend>Between whom</legend>
        <div className="pair">
          {country('from', 'From')}
          {country('to', 'To')}
        </div>
        <div className="pair">
          {country('origin', 'Origin of the goods')}
          <TextField label="By way of" value={form.via} onChange={set('via')} hint="Codes of States, such as CN, RU" />
        </div>
        <TextField
          label="Parties"
          value={form.parties}
          onChange={set('parties')}
          hint="Identifiers on the sanctions list, such as un-KPe.020, set apart by commas"
        />
      </fieldset>
      <CircumstancesField
        vocabulary={vocabulary}
        chosen={form.circumstances}
        onChange={(circumstances) => onForm({ ...form, circumstances })}
      />
      <div className="actions">
        <Button type="submit" look="primary" disabled={form.act === '' || form.date === ''}>
          Check this activity
        </Button>
        <Button onClick={onClear}>Clear</Button>
      </div>
    </form>
  );
}
