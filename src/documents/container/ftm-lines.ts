import { z } from 'zod';

const value = z.union([
  z.string(),
  z.number().transform(String),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
]);
const lineShape = z.looseObject({
  id: z.string().min(1).max(500),
  schema: z.string().regex(/^[A-Z][A-Za-z]{1,40}$/),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(value)),
});

/** One entity of FollowTheMoney, as OpenAleph and OpenSanctions write it on a line of JSON. */
export type FtmLine = {
  readonly id: string;
  readonly schema: string;
  readonly caption: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

/** Whether a text begins with such a line; the line itself may be longer than what is given. */
export function isFtmLines(head: string): boolean {
  const start = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 4_000);
  const line = start.split('\n', 1)[0] ?? '';
  if (!/^\{\s*"(?:id|schema|caption|properties)"\s*:/.test(line)) return false;
  if (line.length < start.length || start.endsWith('}')) return entityIn(line) !== null;
  return /"schema"\s*:\s*"[A-Z][A-Za-z]+"/.test(line) && /"properties"\s*:\s*\{/.test(line);
}

/** The entity of one line; null where it is none. */
export function entityIn(line: string): FtmLine | null {
  try {
    const parsed = lineShape.safeParse(JSON.parse(line)).data;
    if (parsed === undefined) return null;
    const { id, schema, caption = null, properties } = parsed;
    return { id, schema, caption, properties };
  } catch {
    return null;
  }
}
