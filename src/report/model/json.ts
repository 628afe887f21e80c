import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { ReportModel } from './model.ts';

/**
 * The model as one line of canonical JSON (RFC 8785): equal models give equal bytes. Lone surrogates, which a passage cut out
 * of a broken document may hold and JSON for interchange may not, become U+FFFD.
 */
export function renderJson(model: ReportModel): string {
  return `${canonicalJson(wellFormed(model))}\n`;
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
