/** Where a key leads from a row of a table, or null when it is no key of tables. Without a current row, `at` is -1. */
export function rowAfter(
  key: string,
  at: number,
  { rows, inSight }: { readonly rows: number; readonly inSight: number },
): number | null {
  if (rows === 0) return null;
  const page = Math.max(1, inSight);
  const aim = aimOf(key, at, page, rows);
  return aim === null ? null : Math.max(0, Math.min(rows - 1, aim));
}

function aimOf(key: string, at: number, page: number, rows: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return at + 1;
    case 'ArrowUp':
    case 'k':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return rows - 1;
    default:
      return null;
  }
}
