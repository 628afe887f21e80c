import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** The one who must not be named, also in another spelling and script. */
export const HIDDEN = 'Élodie Varga';

const OPEN =
  'Notes of the week 🚢🚢\n\nThe White House said on 13 October 2023 that North Korea delivered more than 1,000 containers of munitions to Russia.\n\nThe harbour office said on 17 October 2023 that Russia delivered 38.45 tonnes of diesel to North Korea.\n';

/** A dossier with documents of an open, a restricted and a protected source, and one of the open source that names the last. */
export function writeProtectedDossier(): string {
  const folder = join(temporaryFolder(), 'dossier');
  mkdirSync(folder);
  const files: Readonly<Record<string, string>> = {
    'open.txt': OPEN,
    'naming.txt':
      'The harbour office said on 18 October 2023 that Russia delivered 12 tonnes of diesel to North Korea. It has this from ELODIE  VARGA.\n',
    'restricted.txt':
      'The Foreign Ministry said on 20 October 2023 that North Korea shipped 77 containers of munitions to Russia.\n',
    'protected.txt': 'Japan said on 21 October 2023 that North Korea shipped 88 containers of munitions to Russia.\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(
    join(folder, 'dossier.yaml'),
    [
      'title: Sources to keep',
      'sources:',
      '  - { id: paper, name: The Paper, kind: newsroom }',
      '  - { id: ministry, name: The Ministry, kind: state-organ, protection: restricted }',
      `  - { id: insider, name: "${HIDDEN}", kind: person, protection: protected }`,
      'documents:',
      '  - { file: open.txt, source: paper, published: "2023-10-20" }',
      '  - { file: naming.txt, source: paper, published: "2023-10-20" }',
      '  - { file: restricted.txt, source: ministry, published: "2023-10-20" }',
      '  - { file: protected.txt, source: insider, published: "2023-10-21" }',
      '',
    ].join('\n'),
  );
  return folder;
}
