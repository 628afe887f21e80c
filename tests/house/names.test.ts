import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Exported types of a tree: their names, where they are declared, and what they are made of as far as the line says it. */
function typesOf(folder: string): { readonly name: string; readonly file: string; readonly of: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const declared = readFileSync(file, 'utf8').matchAll(
        /^export (?:abstract )?(?:type|interface|class) (\w+)(.*)$/gm,
      );
      return [...declared].map(([, name = '', of = '']) => ({ name, file, of }));
    });
}

describe('exported types', () => {
  const server = typesOf('src');
  const pages = typesOf('web/src');

  it('have one meaning for each name', () => {
    expect(server.length).toBeGreaterThan(900);
    expect(pages.length).toBeGreaterThan(50);
    for (const types of [server, pages]) {
      const twice = types.filter(({ name, file }) => types.some((other) => other.name === name && other.file !== file));
      expect(twice).toEqual([]);
    }
  });

  it('of the pages that are called as the product calls its own are taken from the contract', () => {
    const known = new Set(server.map(({ name }) => name));
    const own = pages.filter(({ name, of }) => known.has(name) && !/^ = \w+(?:\['\w+'\])+;$/.test(of));
    expect(own).toEqual([]);
  });
});
