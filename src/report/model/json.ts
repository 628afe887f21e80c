import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { ReportModel } from './model.ts';

/**
 * The model as one line of canonical JSON (RFC 8785): equal models give equal bytes. Lone surrogates, which a passage cut out
 * of a broken document may hold and JSON for interchange may not, become U+FFFD. In pieces, one for each item of a list: what an archive of
 * some ten thousand documents comes to is longer than a string of JavaScript can be.
 */
export function* renderJson(model: ReportModel): Iterable<string> {
  const parts = Object.entries(model).filter(([, part]) => part !== undefined);
  for (const [at, [name, part]] of parts.sort(([a], [b]) => (a < b ? -1 : 1)).entries()) {
    yield `${at === 0 ? '{' : ','}${canonicalJson(name)}:`;
    if (Array.isArray(part)) yield* listIn(part);
    else yield canonicalJson(wellFormed(part));
  }
  yield '}\n';
}

function* listIn(items: readonly unknown[]): Iterable<string> {
  yield '[';
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}${canonicalJson(wellFormed(item))}`;
  yield ']';
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => [key, wellFormed(inner)]),
    );
  }
  return value;
}
