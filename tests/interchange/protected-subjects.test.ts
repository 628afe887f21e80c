import { expect, it } from 'vitest';
import { panel } from '../cli/command.ts';
import { runInto } from '../dossier/workspace.ts';
import { HIDDEN, writeProtectedDossier } from './protected-dossier.ts';

it('exports nobody whom only protected documents name, and no protected name', async () => {
  const { workspace } = await runInto(writeProtectedDossier());
  for (const format of ['ftm', 'csv', 'stix']) {
    const { code, out } = await panel('subjects', 'export', '--format', format, '--workspace', workspace);
    expect(code).toBe(0);
    expect(out).toContain('White House');
    expect(out).not.toContain('Foreign Ministry');
    expect(out.toLowerCase()).not.toContain(HIDDEN.split(' ')[1]?.toLowerCase());
  }
});
