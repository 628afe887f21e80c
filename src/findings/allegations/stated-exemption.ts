import { z } from 'zod';
import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { FindingsError } from '../errors.ts';

let patterns: readonly RegExp[] | undefined;

/**
 * The words in which the sentence of a claim itself says that what it tells of was exempt, approved or lawful then; null where it does
 * not. A reader who is told of a prohibition beside them is misled, whatever the paragraph says.
 */
export const statedExemption = memoized(({ quote }: Claim): string | null => {
  for (const pattern of loaded())
    for (const match of quote.matchAll(pattern)) if (!REFUSED.test(quote.slice(0, match.index))) return match[0];
  return null;
});

/** "without an exemption", "which no resolution allowed", "had not approved": right before the words. */
const REFUSED =
  /\b(?:without|not|no|never|neither|nor|lacked|refused|denied|claimed|if|unless)\b[^.;,]{0,25}$|n['’]t [^.;,]{0,25}$/i;

function loaded(): readonly RegExp[] {
  patterns ??= load();
  return patterns;
}

function load(): readonly RegExp[] {
  const file = 'findings/allegations/stated-exemption.yaml';
  const schema = z.strictObject({ exempt: z.array(z.string().min(1)).min(1) });
  const parsed = schema.safeParse(resourceYaml(file));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: file });
  return parsed.data.exempt.map((words) => new RegExp(String.raw`\b${words}\b`, 'giu'));
}
