import { useState } from 'react';
import type { RegimeVocabulary } from '../../../src/app/workbench/contract/regime/regime.ts';
import { Button } from '../parts/button.tsx';
import { CheckField, SelectField, TextField } from '../parts/form/field.tsx';

/** What was the case besides the act. Each stated circumstance may meet an exemption or bring the target State in. */
export function CircumstancesField({
  vocabulary,
  chosen,
  onChange,
}: {
  readonly vocabulary: RegimeVocabulary;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const [sought, setSought] = useState('');
  const plain = vocabulary.circumstances.filter(({ withCountry }) => withCountry !== true);
  const flagged = vocabulary.circumstances.filter(({ withCountry }) => withCountry === true);
  const words = sought.toLowerCase();
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="circumstances">
      <legend>Circumstances{chosen.length === 0 ? '' : `: ${chosen.length} stated`}</legend>
      <TextField label="Find a circumstance" value={sought} onChange={setSought} />
      <div className="circumstance-list">
        {plain
          .filter(({ id, words: text }) => chosen.includes(id) || `${id} ${text}`.toLowerCase().includes(words))
          .map(({ id, words: text }) => (
            <CheckField key={id} label={text} checked={chosen.includes(id)} onChange={(on) => toggle(id, on)} />
          ))}
      </div>
      {chosen
        .filter((id) => id.includes(':'))
        .map((id) => (
          <p key={id} className="stated">
            <span>{wordsOf(id, vocabulary)}</span>
            <Button look="quiet" onClick={() => toggle(id, false)} aria-label={`Remove ${wordsOf(id, vocabulary)}`}>
              Remove
            </Button>
          </p>
        ))}
      {flagged.map((circumstance) => (
        <SelectField
          key={circumstance.id}
          label={plainWords(circumstance.words)}
          none="Not stated"
          value=""
          onChange={(code) =>
            code !== '' && !chosen.includes(`${circumstance.id}:${code}`) && toggle(`${circumstance.id}:${code}`, true)
          }
          options={vocabulary.countries.map(({ code, name }) => ({ value: code, words: `${name} (${code})` }))}
        />
      ))}
    </fieldset>
  );
}

/** The words without the example of how it is written, which a form does not need. */
function plainWords(words: string): string {
  return words.replace(/,? as in \S+$/, '');
}

function wordsOf(id: string, { circumstances, countries }: RegimeVocabulary): string {
  const [kind, code] = id.split(':');
  const words = circumstances.find((circumstance) => circumstance.id === kind)?.words ?? kind ?? id;
  return `${plainWords(words)}: ${countries.find((country) => country.code === code)?.name ?? code}`;
}
