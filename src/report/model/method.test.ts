import { describe, expect, it } from 'vitest';
import { ReportError } from '../errors.ts';
import { parseMethodStatement, readMethodStatement } from './method.ts';

describe('the statement of method', () => {
  it('is read with its version, its hash and every part', () => {
    const method = readMethodStatement();
    expect(method.version).toMatch(/^\d+$/);
    expect(method.hash).toMatch(/^[0-9a-f]{64}$/);
    const text = method.parts.flatMap(({ paragraphs }) => paragraphs).join(' ');
    for (const said of [
      'S/2006/997',
      'Admiralty',
      'plus or minus 20 per cent',
      'does not prove',
      'origins, not in reports',
    ]) {
      expect(text).toContain(said);
    }
  });

  it.each([
    '',
    '# Title\n\nNo version\n',
    '# T\n\nVersion 1\n\nbefore a heading',
    '# T\n\nVersion 1\n\n## P\n\n- a list',
  ])('refuses %j', (text) => {
    expect(() => parseMethodStatement(text)).toThrow(ReportError);
  });
});
