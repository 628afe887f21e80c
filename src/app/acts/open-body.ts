/** A body whose form is not known: what is missing reads as empty. */
export type OpenBody = {
  /** A text or a number on one line, cut where it is long. */
  text(...path: string[]): string;
  at(...path: string[]): OpenBody;
  count(...path: string[]): number;
  has(name: string): boolean;
};

const LONGEST = 160;

export function openBody(value: unknown): OpenBody {
  const reach = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[name] : null,
      value,
    );
  return {
    text: (...path) => {
      const found = reach(path);
      return typeof found === 'string' || typeof found === 'number' ? clip(String(found)) : '';
    },
    at: (...path) => openBody(reach(path)),
    count: (...path) => {
      const found = reach(path);
      return Array.isArray(found) ? found.length : 0;
    },
    has: (name) => typeof value === 'object' && value !== null && name in value,
  };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
