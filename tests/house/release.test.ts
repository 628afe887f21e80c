import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/core/resource.ts';
import { fullCountTest } from '../full-count.ts';

const root = packageRoot();
const folder = mkdtempSync(join(tmpdir(), 'panel-release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
};
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const lock: Readonly<Record<string, Entry>> = json(join(root, 'package-lock.json')).packages;
const shipped = Object.entries(lock).filter(([path, { dev }]) => path !== '' && dev !== true);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what is released', () => {
  it('lists all that npm brings with it and all that is in the build, each with a licence', () => {
    const { components } = json(join(root, 'dist', 'sbom.cdx.json')) as {
      components: { name: string; version: string; licenses: unknown[] }[];
    };
    const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
    const terms = readFileSync(join(root, 'dist', 'licences.txt'), 'utf8').split(/\n-{80}\n\n/);
    const built = terms.map((part) => part.split('\n', 1)[0] ?? '');
    expect(built.length).toBeGreaterThan(20);
    expect(built.some((name) => name.startsWith('react '))).toBe(true);
    const brought = shipped.map(([path, { version }]) => `${nameOf(path)} ${version}`);
    expect(brought.length).toBeGreaterThan(100);
    expect([...built, ...brought].filter((name) => !listed.has(name))).toEqual([]);
    expect(
      components.filter(({ licenses }) => licenses.length === 0 || /not stated/.test(JSON.stringify(licenses))),
    ).toEqual([]);
    // Terms are a text that says who may do what, not the name of one.
    expect(terms.filter((part) => !/\b(permi|licen[cs]e|redistribut)/i.test(part) || part.length < 400)).toEqual([]);
  });

  it('pins what is installed with it, and leaves no pin in the checkout', () => {
    const copy = join(folder, 'packed');
    mkdirSync(join(copy, 'scripts'), { recursive: true });
    for (const name of ['package.json', 'package-lock.json', 'scripts/pin.mjs'])
      cpSync(join(root, name), join(copy, name));
    for (const name of ['dist', 'regimes', 'docs', 'examples']) {
      mkdirSync(join(copy, name));
      writeFileSync(join(copy, name, 'part.txt'), '');
    }
    writeFileSync(join(copy, 'dist', '.sources-hash'), '');
    const packed = spawnSync('npm', ['pack', '--silent'], {
      cwd: copy,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect([packed.status, packed.stderr]).toEqual([0, '']);
    expect(existsSync(join(copy, 'npm-shrinkwrap.json'))).toBe(false);
    const tar = spawnSync('tar', ['-xzf', packed.stdout.trim()], { cwd: copy });
    expect(tar.status).toBe(0);
    expect(existsSync(join(copy, 'package', 'dist', 'part.txt'))).toBe(true);
    expect(existsSync(join(copy, 'package', 'dist', '.sources-hash'))).toBe(false);
    const pinned: Readonly<Record<string, Entry>> = json(join(copy, 'package', 'npm-shrinkwrap.json')).packages;
    const entries = Object.entries(pinned).filter(([path]) => path !== '');
    expect(entries.map(([path, { version }]) => [path, version])).toEqual(
      shipped.map(([path, { version }]) => [path, version]),
    );
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  });

  it('brings nothing that runs while it is installed', () => {
    expect(shipped.filter(([, entry]) => 'hasInstallScript' in entry)).toEqual([]);
  });

  fullCountTest(
    'is built twice to the same bytes',
    () => {
      const builds = ['first', 'second'].map((name) => {
        const target = join(folder, name);
        const made = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), target], { cwd: root });
        expect(made.status).toBe(0);
        return hashesIn(target);
      });
      expect(Object.keys(builds[0] ?? {}).length).toBeGreaterThan(200);
      expect(builds[1]).toEqual(builds[0]);
    },
    600_000,
  );
});

function hashesIn(target: string): Readonly<Record<string, string>> {
  const files = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [relative(target, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
