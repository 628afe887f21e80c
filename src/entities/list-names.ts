import type { NameQuality } from './entity.ts';

export type ListedName = { readonly name: string; readonly quality: NameQuality };

const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;
const NOTE =
  /\b(original script|sub-?unit|previously|formerly|listed as|see |based in|branch|born|son of|until|since|name\)|as of|used in|known as)\b/i;

/** Most names: Latin words with single blanks between, in which there is nothing to split or to clean. */
const PLAIN = /^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/;

/**
 * The separate names in one alias field. The U.N. list writes `Name (native form)`, `native form (Name; Name; Name)`,
 * `Name (original script: native form)` and `Name (ACRONYM)`; each form becomes a name of its own, notes do not.
 */
export function splitListedName(text: string, quality: NameQuality): ListedName[] {
  if (PLAIN.test(text)) return [{ name: text, quality }];
  const names: ListedName[] = [];
  const add = (raw: string, q: NameQuality): void => {
    const name = raw.replace(/^[\s,;:"“”'‘’.-]+(?=\S)|[\s,;:"“”]+$/gu, '').replace(/\s+/g, ' ');
    if (/[\p{L}\p{N}]/u.test(name) && !names.some((known) => known.name === name)) names.push({ name, quality: q });
  };
  const inner: string[] = [];
  let outer = '';
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === '(' || char === '（') {
      if (depth > 0) part += ';';
      depth++;
    } else if ((char === ')' || char === '）') && depth > 0) {
      depth--;
      if (depth === 0) {
        inner.push(part);
        part = '';
        outer += ' ';
      } else part += ';';
    } else if (depth > 0) part += char;
    else outer += char;
  }
  if (depth > 0) inner.push(part);
  const outerNames = outer.split(';').flatMap(splitScripts);
  const outerForeign = NOT_LATIN.test(outer);
  for (const name of outerNames) add(name, quality);
  for (const content of inner) {
    for (const piece of content.split(/[;]/)) {
      const named = piece.replace(
        /^\s*(original script|previously listed as|formerly|also known as|a\.?k\.?a\.?|f\.?k\.?a\.?)\s*:?/i,
        '',
      );
      if (NOT_LATIN.test(named)) add(named, quality);
      else if (outerForeign && !NOTE.test(piece)) add(named.replace(/\s+-\s+.*$/, ''), quality);
      else if (/^[\s"“”]*[A-Z][A-Z.&-]{1,11}[\s"“”]*$/.test(piece)) add(piece, 'weak');
    }
  }
  return names;
}

/** `Agha Jan Alizai اغا جان عالیزی` holds two names, one in each script; a name with a stray foreign letter stays whole. */
function splitScripts(text: string): string[] {
  const words = text.trim().split(/\s+/);
  const foreign = words.map((word) => NOT_LATIN.test(word));
  if (!foreign.includes(true) || !words.some((word, i) => !foreign[i] && /\p{L}{2}/u.test(word))) return [text];
  const first = foreign[0];
  const turn = foreign.indexOf(!first);
  if (turn < 1 || foreign.slice(turn).some((f) => f === first)) return [text];
  return [words.slice(0, turn).join(' '), words.slice(turn).join(' ')];
}
