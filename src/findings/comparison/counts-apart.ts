import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { FindingsError } from '../errors.ts';

let apart: ReadonlySet<string> | undefined;

/** True for counts that are not laid side by side (`not-compared.yaml`): members, pages, ballots. */
export function isApart(counts: string): boolean {
  apart ??= loadApart();
  return apart.has(counts);
}

function loadApart(): ReadonlySet<string> {
  const file = 'findings/comparison/not-compared.yaml';
  const parsed = z.array(z.string()).safeParse(resourceYaml(file));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: file });
  return new Set(parsed.data);
}
