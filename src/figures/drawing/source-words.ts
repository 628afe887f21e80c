/** What kind of page a fact of law was read on: whoever relies on it must see that without following the address. */
export type PageKind = 'official' | 'encyclopaedia' | 'other';

/** Pages of the United Nations, of States and of bodies that States set up. */
const OFFICIAL = [
  /(?:^|\.)un\.org$/,
  /(?:^|\.)undocs\.org$/,
  /(?:^|\.)europa\.eu$/,
  /(?:^|\.)ctbto\.org$/,
  /(?:^|\.)iaea\.org$/,
  /(?:^|\.)(?:gov|gob|gouv|govt|go|gc|mil)(?:\.[a-z]{2})?$/,
  /(?:^|\.)(?:mofa|mofcom|usembassy|state)\.(?:gov|go)(?:\.[a-z]{2})?$/,
  /(?:^|\.)admin\.ch$/,
];

/** Works that anybody may write in, and collections of texts made by others. */
const ENCYCLOPAEDIAS = [
  /(?:^|\.)(?:wikipedia|wikisource|wikimedia|wikidata|dbpedia|citizendium)\.org$/,
  /(?:^|\.)(?:namu|wikiwand|fandom|profilpelajar|alchetron|everybodywiki|infogalactic)\.[a-z]{2,5}$/,
  /(?:^|\.)baike\.[a-z.]+$/,
  /(?:^|\.)newton\.com\.tw$/,
  /(?:^|\.)britannica\.com$/,
  /(?:^|\.)(?:czkjst|mbji)\.(?:org|cn)$/,
];

export function pageKindOf(address: string): PageKind {
  const host = hostOf(address);
  if (OFFICIAL.some((pattern) => pattern.test(host))) return 'official';
  return ENCYCLOPAEDIAS.some((pattern) => pattern.test(host)) ? 'encyclopaedia' : 'other';
}

/** "ja.wikipedia.org, an encyclopaedia"; the host alone where the page is official. */
export function pageWords(address: string): string {
  const host = hostOf(address);
  const kind = pageKindOf(address);
  if (kind === 'official') return host;
  return `${host}, ${kind === 'encyclopaedia' ? 'an encyclopaedia' : 'not an official page'}`;
}

export type SourcePage = { readonly address: string; readonly words: string };

/**
 * The pages of a fact of law, the official one first: the document itself, by its symbol, and where else it was read.
 *
 * @param reference a symbol, or a paragraph under it: "S/RES/2397(2017) OP5"
 */
export function pagesOf(reference: string, address: string, evidence: string): readonly SourcePage[] {
  const read = evidence === 'seen' ? 'read at' : 'from memory; to be read at';
  const own: SourcePage = { address, words: `${read} ${pageWords(address)}` };
  const symbol = /^[AS]\/[A-Z0-9/]+(?:\(\d{4}\))?/.exec(reference)?.[0];
  if (symbol === undefined || pageKindOf(address) === 'official') return [own];
  const official: SourcePage = {
    address: `https://undocs.org/${symbol}`,
    words: 'the document itself, not read there',
  };
  return [official, own];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
