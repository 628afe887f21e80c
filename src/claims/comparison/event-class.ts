import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { ClaimsError } from '../model/claims-error.ts';

const schema = z.strictObject({
  classes: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  receiving: z.array(z.string()),
  families: z.array(z.array(z.string())),
});

type EventClasses = {
  readonly classOf: ReadonlyMap<string, string>;
  readonly receiving: ReadonlySet<string>;
  readonly familyOf: ReadonlyMap<string, string>;
};

let classes: EventClasses | undefined;

function loaded(): EventClasses {
  classes ??= load();
  return classes;
}

function load(): EventClasses {
  const file = 'claims/comparison/events.yaml';
  const parsed = schema.safeParse(resourceYaml(file));
  if (!parsed.success) throw new ClaimsError('invalid-vocabulary', z.prettifyError(parsed.error), { place: file });
  const classOf = new Map<string, string>();
  for (const [name, words] of Object.entries(parsed.data.classes))
    for (const word of words) if (!classOf.has(word)) classOf.set(word, name);
  return {
    classOf,
    receiving: new Set(parsed.data.receiving),
    familyOf: new Map(parsed.data.families.flatMap((family) => family.map((name) => [name, family[0] ?? name]))),
  };
}

/** The class of an event, by a predicate of the vocabulary or a lemma: sent, supplied and bought are one; else the word itself. */
export function eventClass(event: string): string {
  return loaded().classOf.get(event.toLowerCase()) ?? event.toLowerCase();
}

/** Whether the one who does it is on the receiving side: who buys receives. */
export function isReceiving(event: string): boolean {
  return loaded().receiving.has(event.toLowerCase());
}

/** Events in which one number can be told of two things on its way; undefined where it cannot. */
export function eventFamily(event: string): string | undefined {
  return loaded().familyOf.get(eventClass(event));
}
