/** "3 missiles": the noun in its number. Regular English plurals; the nouns of quantities are singular phrases. */
export function writePlural(noun: string): string {
  if (/^[A-Z]{3}$/.test(noun) || noun === 'percent') return noun;
  if (/(vote in favour|vote against)$/.test(noun)) return noun.replace(/^vote/, 'votes');
  if (noun.startsWith('person ')) return noun.replace(/^person/, 'persons');
  const last = noun.split(/[\s-]/).at(-1)?.toLowerCase() ?? '';
  if (MASS_NOUNS.has(last)) return noun;
  if (MAN.test(last)) return noun.replace(/man$/i, 'men');
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return /(personnel|aircraft|series|species)$/.test(noun) ? noun : `${noun}es`;
  return `${noun}s`;
}

/** "man", "woman", "crewman", but no "German" and no "human". */
const MAN = /(?<!^ger|^hu|^ro|^nor|^otto|^turco|^talis|^sha|^o)man$/;

/** Goods in a sentence, which vocabularies name in the singular or the plural: "artillery shells", "refined petroleum products", "S-300". */
export function goodsInPlural(name: string): string {
  return /[s\d]$/.test(name) ? name : writePlural(name);
}

/** Nouns without a plural in the trade and arms that sources count: "diesel in barrels", never "diesels". */
const MASS_NOUNS: ReadonlySet<string> = new Set(
  `aircraft ammunition anthracite armour arms bitumen cash cement charcoal clothing coal coke copper corn cotton crude
  crypto cryptocurrency diesel electricity equipment ethanol ethylene fertilizer fertiliser fish flour food fuel gas gasoil gasoline gold
  goods grain graphite gunpowder hardware iron kerosene labour lead lignite lime limestone lng lpg machinery magnesite maize
  manganese meat methane methanol molybdenum money naphtha naphthalene nickel oil ore ordnance palladium paper people personnel petrol
  petroleum plutonium police propane rice rubber salt sand seafood silk silver software steel sugar sulphur tantalum timber
  tin titanium tnt troops tungsten uranium vanadium water weaponry wheat wood wool zinc`.split(/\s+/),
);
