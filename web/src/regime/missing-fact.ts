/** Fields of an activity as the form for it calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  periodTotal: 'Total of the period',
  contractDate: 'Date of the contract or permit',
  goods: 'Goods',
  'goods.hs': 'HS code',
  from: 'From',
  to: 'To',
  quantity: 'Quantity',
  parties: 'Parties',
  circumstances: 'Circumstances',
};

/** A missing fact in the words of the form: the engine names the field first, as whoever writes JSON needs it. */
export function missingFact(fact: string): string {
  const field = /^([\w.]+): /.exec(fact)?.[1];
  const words = field === undefined ? undefined : FIELDS[field];
  return words === undefined || field === undefined ? fact : words + fact.slice(field.length);
}
