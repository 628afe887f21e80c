import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { preparedYaml, resourceYaml } from './prepared-yaml.ts';
import { packageRoot } from './resource.ts';

const texts = ['src', 'regimes'].flatMap((folder) =>
  readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [join(folder, name), readFileSync(join(packageRoot(), folder, name), 'utf8')] as const),
);

describe('what the build read a YAML file to', () => {
  it('is what the file says, wherever the build has it', () => {
    const prepared = texts.flatMap(([name, text]) => {
      const found = preparedYaml(text);
      return found ? [[name, found.value, parse(text)] as const] : [];
    });
    expect(prepared.length).toBeGreaterThan(50);
    for (const [name, value, read] of prepared) expect(value, name).toEqual(read);
  });

  it('is not taken for a text that differs in one letter', () => {
    for (const [, text] of texts.slice(0, 5)) expect(preparedYaml(`${text} `)).toBeUndefined();
  });

  it('says the same of a room’s file as the file does', () => {
    const name = 'findings/comparison/not-compared.yaml';
    const text = readFileSync(join(packageRoot(), 'src', name), 'utf8');
    expect(resourceYaml(name)).toEqual(parse(text));
  });
});
