import { useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { DateField, Field, SelectField, TextField } from '../parts/form/field.tsx';
import { type AskedQuestion, hasFacts, SCHEMA_OPTIONS } from './question.ts';

/** What is asked: a name, and whatever else is known of the one who bears it. */
export function QuestionForm({
  question,
  onChange,
}: {
  readonly question: AskedQuestion;
  readonly onChange: (question: AskedQuestion) => void;
}) {
  const [open, setOpen] = useState(() => hasFacts(question));
  const facts = useId();
  const set = (field: keyof AskedQuestion) => (value: string) => onChange({ ...question, [field]: value });
  return (
    <search className="question" aria-label="Ask the lists">
      <div className="question-name">
        <TextField
          label="Name"
          type="search"
          hint="In any script and order: Latin, Hangul, Han, Cyrillic, Arabic. Hits come as you write."
          value={question.name}
          onChange={set('name')}
        />
        <Button aria-expanded={open} aria-controls={facts} onClick={() => setOpen(!open)}>
          {open ? 'Hide facts' : 'Facts besides the name'}
        </Button>
      </div>
      <div id={facts} className="question-facts" hidden={!open}>
        <SelectField
          label="Kind"
          value={question.schema}
          onChange={set('schema')}
          options={SCHEMA_OPTIONS}
          none="any"
        />
        <TextField
          label="Birth date"
          hint="1967, 1967-05 or 1967-05-12"
          value={question.birthDate}
          onChange={set('birthDate')}
        />
        <TextField label="Country" hint="Name or two letters" value={question.country} onChange={set('country')} />
        <TextField
          label="Identity number"
          hint="Passport, register, tax"
          value={question.idNumber}
          onChange={set('idNumber')}
        />
        <TextField label="IMO number" hint="Of a vessel" value={question.imoNumber} onChange={set('imoNumber')} />
        <DateField
          label="Listed on"
          hint="Empty: as of the newest lists"
          value={question.asOf}
          onChange={set('asOf')}
        />
        <Field label={`Least score: ${Number(question.threshold).toFixed(2)}`} hint="A match begins at 0.70">
          {(aria) => (
            <input
              {...aria}
              type="range"
              min="0.3"
              max="1"
              step="0.01"
              value={question.threshold}
              onChange={(event) => set('threshold')(event.target.value)}
            />
          )}
        </Field>
      </div>
    </search>
  );
}
