import { z } from 'zod';
import { deepFreeze } from '../../core/json/json.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';

const LABELLED = ['imo', 'mmsi', 'call-sign', 'passport', 'registration', 'account'] as const;
type Labelled = (typeof LABELLED)[number];

const shape = z.record(z.enum(LABELLED), z.array(z.string().min(2)).min(1));

/** Letters of scripts that write words apart, and digits: where one touches a label or an identifier, it is a part of something longer. */
export const TOUCHING = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{N}';

let labels: Readonly<Record<Labelled, readonly string[]>> | undefined;

/** The words that stand before an identifier of a scheme, as the source of a regular expression. */
export function labelPattern(scheme: Labelled): string {
  labels ??= deepFreeze(shape.parse(resourceYaml('subjects/identifiers/identifier-labels.yaml')));
  const words = [...labels[scheme]].sort((a, b) => b.length - a.length).map(escaped);
  return `(?<![${TOUCHING}])(?:${words.join('|')})`;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
}
