/** "3 missiles": the noun in its number. Regular English plurals; the nouns of quantities are singular phrases. */
export function writePlural(noun: string): string {
  if (/^[A-Z]{3}$/.test(noun) || noun === 'percent') return noun;
  if (/(vote in favour|vote against)$/.test(noun)) return noun.replace(/^vote/, 'votes');
  if (noun.startsWith('person ')) return noun.replace(/^person/, 'persons');
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return /(personnel|aircraft|series|species)$/.test(noun) ? noun : `${noun}es`;
  return /(personnel|aircraft|people|troops|ammunition|petroleum|coal|oil)$/.test(noun) ? noun : `${noun}s`;
}
