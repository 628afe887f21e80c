import { expect, it } from 'vitest';
import { droppedFiles } from './dropped-files.ts';

type Tree = { readonly [name: string]: string | Tree };

/** Entries as browsers tell of dropped files and folders (File and Directory Entries API): a folder in parts of two. */
function entryOf(name: string, content: string | Tree, path = `/${name}`): unknown {
  if (typeof content === 'string')
    return {
      name,
      fullPath: path,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([content], name)),
    };
  const inside = Object.entries(content).map(([inner, what]) => entryOf(inner, what, `${path}/${inner}`));
  return {
    name,
    fullPath: path,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = [...inside];
      return { readEntries: (done: (entries: unknown[]) => void) => done(left.splice(0, 2)) };
    },
  };
}

const dropped = (tree: Tree): DataTransfer =>
  ({
    items: Object.entries(tree).map(([name, content]) => ({ webkitGetAsEntry: () => entryOf(name, content) })),
    files: Object.entries(tree).map(([name, content]) => new File([typeof content === 'string' ? content : ''], name)),
  }) as unknown as DataTransfer;

it('takes plain files as they are, and all files of folders under their paths', async () => {
  expect((await droppedFiles(dropped({ 'a.txt': '1', 'b.txt': '2' }))).map(({ name }) => name)).toEqual([
    'a.txt',
    'b.txt',
  ]);
  const tree = {
    'a.txt': '1',
    case: { 'b.txt': '2', '.DS_Store': 'x', more: { 'c.txt': '3', 'd.txt': '4', 'e.txt': '5' } },
  };
  const files = await droppedFiles(dropped(tree));
  expect(files.map(({ name }) => name)).toEqual([
    'a.txt',
    'case/b.txt',
    'case/more/c.txt',
    'case/more/d.txt',
    'case/more/e.txt',
  ]);
  expect(await files.at(-1)?.text()).toBe('5');
  expect(await droppedFiles(null)).toEqual([]);
});
