import type { ClaimValues } from './claim-form-model.ts';

/** What the form can tell before it is sent, by the field it speaks of. The server checks again, and more. */
export function claimFaults(values: ClaimValues, quote: string): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  if (values.claimant.name.trim() === '') faults.set('claimant.name', 'Say who makes the claim.');
  if (values.end <= values.start) faults.set('passage', 'The passage ends before it begins.');
  else if (quote.length > LONGEST_QUOTE)
    faults.set('passage', `A passage of ${quote.length} characters is too long to quote; at most ${LONGEST_QUOTE}.`);
  const country = (place: string, code: string) => {
    if (code.trim() !== '' && !/^[A-Za-z]{2}$/.test(code.trim()))
      faults.set(place, 'Two letters of ISO 3166-1, such as KP.');
  };
  country('claimant.country', values.claimant.country);
  values.relay.forEach((relay, at) => {
    country(`relay.${at}.country`, relay.country);
    if (relay.name.trim() === '') faults.set(`relay.${at}.name`, 'Name who passed it on, or remove the line.');
  });
  if (values.from !== '' && values.to !== '' && values.from > values.to)
    faults.set('when', 'The time ends before it begins.');
  values.quantities.forEach((quantity, at) => {
    const place = (field: string) => `quantities.${at}.${field}`;
    if (quantity.counts.trim() === '') faults.set(place('counts'), 'Say what is counted, in the singular: missile.');
    if (quantity.raw === '') faults.set(place('raw'), 'Give the words of the passage that state the figure.');
    else if (quote !== '' && !quote.includes(quantity.raw))
      faults.set(place('raw'), 'These words do not stand in the passage.');
    for (const bound of ['low', 'high'] as const) {
      if (quantity[bound].trim() !== '' && !DECIMAL.test(quantity[bound].replaceAll(',', '').trim()))
        faults.set(place(bound), 'Digits, with a point before a fraction.');
    }
    if (quantity.from !== '' && quantity.to !== '' && quantity.from > quantity.to)
      faults.set(place('window'), 'The period ends before it begins.');
  });
  return faults;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
/** A quote is the sentence or quotation that carries the claim. */
const LONGEST_QUOTE = 600;
