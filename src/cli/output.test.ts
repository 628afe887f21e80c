import { expect, it } from 'vitest';
import { formatTable, plainly } from './output.ts';

it('prints no line that a title brings along', () => {
  const table = formatTable(
    [{ title: 'X\n\nWhole: a forged line', source: 'Daily' }],
    [
      { heading: 'Title', text: ({ title }) => title },
      { heading: 'Source', text: ({ source }) => source },
    ],
  );
  expect(table.split('\n')).toHaveLength(2);
  expect(table).toContain('X Whole: a forged line');
});

it('shows what turns or hides letters, and leaves the joiners of scripts that need them', () => {
  expect(plainly('a\u200fb\u202ec\u200bd')).toBe('a\\u200fb\\u202ec\\u200bd');
  expect(plainly('می\u200cروم')).toBe('می\u200cروم');
});
