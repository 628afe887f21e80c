import { once } from '../lexicon/vocabulary.ts';
import { countryOfName } from '../names/mention.ts';
import { assemblyWords } from './assembly-words.ts';
import { isOffice } from './person-of-label.ts';

/** What stands at the head of a paragraph in the verbatim report of an assembly. */
export type AssemblyHead = {
  /** Who speaks, without office and constituency. */
  readonly label: string;
  /** How much of the paragraph stands before the words that are said. */
  readonly length: number;
  /** Whom the report says that the speaker stands for: "Mr. Dahl (Norway)". */
  readonly country?: string;
  /** An office with its holder, or the form of address of an assembly, leave no doubt. */
  readonly sure: boolean;
};

const oneOf = (list: readonly string[]) => `(?:${list.map((word) => word.replace(' ', '\\.? ')).join('|')})`;

const patterns = once(() => {
  const { titles, ranks, addresses, openers } = assemblyWords();
  const word = "\\p{Lu}[\\p{L}.'’-]*?";
  const name = `${word}(?: (?:(?:of|de|von|van|the|and) )*${word}){0,5}`;
  const titled = `(?:The )?((?:Lord )?${oneOf(ranks)} of ${name}|${oneOf(titles)}\\.? ${name})`;
  const office = `(?:The )?(\\p{Lu}[\\p{L}'’-]+(?:,? (?:(?:of|for|the|and|to|at|in) )*\\p{Lu}[\\p{L}'’-]+){0,14})`;
  const bracket = '(?: ?\\([^()\\n]{1,60}\\))';
  const address = `${oneOf(addresses)}(?![\\p{L}'’])[,.;:!–—-]*\\s*`;
  // "Mr. LUND. Mr. Speaker", "Mette Dahl (ABC). – (DA) Madam President", "Lord DahlMy Lords": what stands between name and address.
  const before = '[:.]? ?[–—-]? ?(?:\\(\\p{Lu}{2}\\) ?)?';
  const glued = `(?<=\\p{Ll})(?=${oneOf(openers)}(?!\\p{L}))|(?<=\\))(?=\\p{Lu}| ${oneOf(openers)}(?!\\p{L}))`;
  const begins = `(?:(?<sure>${before}${address}|${glued})|:\\s+)`;
  const mark = '^(?:§ ?)?(?:\\d{1,4}\\. )?';
  return {
    mark: /^§ ?/,
    address: new RegExp(`^${address}`, 'u'),
    titled: new RegExp(`${mark}${titled}(${bracket}{0,3})${begins}`, 'u'),
    office: new RegExp(`${mark}${office} \\((?:${titled}|(${name}))\\)${begins}`, 'u'),
    // "The MINISTER OF TRADE (on behalf of the Minister of Finance):", "The DEPUTY SPEAKER:": the office speaks.
    spoken: /^(?:The|An?) (\p{Lu}{3}[\p{Lu}’'-]*(?: [\p{Lu}’'-]+){0,14})(?: \([^()\n]{1,100}\))?:\s+/u,
    named: new RegExp(`${mark}(${name})(?:(${bracket}{1,3})${before}|, [^.:\\n]{3,80}\\. ?[–—-] ?|: )${address}`, 'u'),
    // "118. Deputy Mette Dahl asked the Minister for Finance", "The Earl of Skerry asked Her Majesty's Government".
    asked: new RegExp(`${mark}${titled}(${bracket}{0,3}) asked (?:the|Her|His) `, 'u'),
    // "Mette Dahl (Skerry North): To ask the Minister for Finance", and what stands below a line "Asked by Lord Dahl".
    put: new RegExp(`${mark}(?:${name}(${bracket}{0,3}): )?To ask (?:the|Her|His) \\p{Lu}`, 'u'),
  };
});

/** Whether a paragraph is a question as an assembly prints it: one that somebody asked, or one that is put down. */
export function questionOfAssembly(head: string): 'asked' | 'put' | undefined {
  if (patterns().put.test(head)) return 'put';
  return patterns().asked.test(head) ? 'asked' : undefined;
}

/**
 * Whose turn begins at the head of a paragraph: "The Minister of State (Ms. Dahl):", "Mr. Dahl (Norway):", and without a colon
 * before the address to the house, or where a web page prints the name against the first word that is said.
 */
export function turnOfAssembly(head: string): AssemblyHead | undefined {
  const { office, titled, named, spoken } = patterns();
  const held = office.exec(head);
  if (held !== null && (held[2] !== undefined || isOffice(held[1]!.split(' ')[0]!)))
    return { label: held[2] ?? held[3]!, length: held[0].length, sure: true };
  const alone = spoken.exec(head);
  if (alone !== null && alone[1]!.split(' ').some(isOffice))
    return { label: alone[1]!, length: alone[0].length, sure: true };
  const match = titled.exec(head) ?? named.exec(head);
  if (match === null) return undefined;
  const sure = match.groups === undefined || match.groups.sure !== undefined;
  const country = countryIn(match[2] ?? '');
  // "Mr. Dahl:" without more is a label as any text prints it.
  if (!sure && match[2] === '') return undefined;
  // "Ms. LUND of Ohio": whom she represents, behind a name in capitals.
  const label = match[1]!.replace(/(?<=\p{Lu}{2}) of \p{Lu}\p{Ll}.*$/u, '');
  const found = { label, length: match[0].length, sure } as const;
  return country === undefined ? found : { ...found, country };
}

function countryIn(brackets: string): string | undefined {
  const inside = [...brackets.matchAll(/\(([^()]+)\)/g)].map((match) => countryOfName(match[1]!));
  return inside.find((country) => country !== undefined);
}

/** How long the address to an assembly is with which words begin; 0 where they begin with none. */
export function addressLength(said: string): number {
  return patterns().address.exec(said)?.[0].length ?? 0;
}

/** How long the mark of a column or section is that a paragraph opens with. */
export function markLength(text: string): number {
  return patterns().mark.exec(text)?.[0].length ?? 0;
}
