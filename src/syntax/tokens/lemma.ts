import type { LemmaTables } from '../network/weights.ts';

/** Features that say that a form is the base form already. */
const BASE_FEATURES = new Set(['VerbForm=Inf', 'VerbForm=None', 'Degree=Pos']);
const LETTERS = /^\p{L}+$/u;

/**
 * Base form of a word: an exception of its part of speech, else the first ending that leads to a known base form, else the
 * first that leads to any. Names stay as they are, all else is in lower case.
 * @param morph features such as `Number=Plur|Person=3`
 */
export function lemmaOf(word: string, pos: string, morph: string, tables: LemmaTables): string {
  const kind = pos.toLowerCase();
  const lower = word.toLowerCase();
  if (kind === 'space' || isBaseForm(kind, morph)) return lower;
  const rules = tables.rules[kind];
  const exceptions = tables.exceptions[kind];
  const index = tables.index[kind] ?? '';
  if (rules === undefined || exceptions === undefined) return kind === 'propn' ? word : lower;
  const forms: string[] = [];
  const unknown: string[] = [];
  for (const [ending, replacement] of rules) {
    if (!lower.endsWith(ending)) continue;
    const form = lower.slice(0, lower.length - ending.length) + replacement;
    if (form === '') continue;
    (isListed(form, index) || !LETTERS.test(form) ? forms : unknown).push(form);
  }
  const exception = Object.hasOwn(exceptions, lower) ? exceptions[lower] : undefined;
  // The last exception comes first; one that the rules found too keeps its place.
  for (const form of typeof exception === 'string' ? [exception] : (exception ?? []))
    if (!forms.includes(form)) forms.unshift(form);
  return forms[0] ?? unknown[0] ?? word;
}

function isBaseForm(kind: string, morph: string): boolean {
  const features = morph.split('|');
  if (features.some((feature) => BASE_FEATURES.has(feature))) return true;
  if (kind === 'noun') return features.includes('Number=Sing');
  return (
    kind === 'verb' &&
    features.includes('VerbForm=Fin') &&
    features.includes('Tense=Pres') &&
    !features.some((feature) => feature.startsWith('Number='))
  );
}

/** Looks a form up in a list that is in order, a blank between two: making a set of 80,000 would cost more than it saves. */
function isListed(form: string, list: string): boolean {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const start = list.lastIndexOf(' ', middle - 1) + 1;
    const gap = list.indexOf(' ', start);
    const end = gap < 0 ? list.length : gap;
    const listed = list.slice(start, end);
    if (listed === form) return true;
    if (listed < form) from = end + 1;
    else to = start;
  }
  return false;
}
