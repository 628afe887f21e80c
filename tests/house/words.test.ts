import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Words of our own for which the field has a term. They have no plain sense in the name of a declaration; comments and
 * sentences may use those that are also plain English.
 */
const TERMS: Readonly<Record<string, string>> = {
  deed: 'event',
  deeds: 'event',
  getter: 'recipient',
  giver: 'agent',
  givers: 'agent',
  told: 'reported, stated',
  lot: 'conjunct',
  happening: 'event',
  retag: 'tag correction',
  likeness: 'similarity',
  silenced: 'superseded',
  judging: 'evaluation context',
  anew: 'again',
  door: 'facade, interface',
};

const ANY_TERM = new RegExp(Object.keys(TERMS).join('|'), 'i');

/** Names that are declared for others to use: at the top of a file, and of members of types and classes. */
function namesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const take = (name: ts.Node | undefined): void => {
    if (name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) found.push(name.text);
  };
  for (const statement of source.statements)
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) take(name);
    else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    )
      take(statement.name);
  const members = (node: ts.Node): void => {
    if (ts.isTypeElement(node) || ts.isClassElement(node)) take(node.name);
    ts.forEachChild(node, members);
  };
  members(source);
  return found;
}

/** Words that are no plain English for what they were used for: comments have none of them either. */
const NEVER_IN_COMMENTS =
  /\b(?:deeds?|givers?|getters?|retag|likeness|happenings?|anew|told\s+(?:\*\s+)?apart|silenced)\b/i;

/** The comments of a file, examples in quotation marks left out. They hang on the tokens of the tree, also within templates. */
function commentsIn(text: string): string[] {
  const source = ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ];
    for (const { pos, end } of ranges)
      found.set(pos, text.slice(pos, end).replace(/"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/g, ''));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found.values()];
}

/** `openOrMakeAnew`, `MOST_TOLD` and `told-periods` are words each. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

const files = ['src', 'web/src']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const ownWordsIn = (name: string): string[] => wordsOf(name).filter((word) => TERMS[word] !== undefined);

describe('names', () => {
  it('of declarations and files are the terms of the field', () => {
    // Only where the letters stand at all the file is taken apart.
    const named = files.flatMap((file) => {
      const inside = ANY_TERM.test(readFileSync(file, 'utf8')) ? namesIn(file) : [];
      return [file, ...inside].map((name) => ({ file, name }));
    });
    expect(named.length).toBeGreaterThan(3000);
    expect(named.filter(({ name }) => ownWordsIn(name).length > 0)).toEqual([]);
  });

  it('of our own are in no comment', () => {
    // Only where the word stands at all the file is taken apart.
    const comments = files.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return NEVER_IN_COMMENTS.test(source) ? commentsIn(source).map((text) => ({ file, text })) : [];
    });
    expect(files.length).toBeGreaterThan(1000);
    expect(comments.filter(({ text }) => NEVER_IN_COMMENTS.test(text))).toEqual([]);
    expect(commentsIn('const a = 1; // a deed, and "a deed"').map((text) => NEVER_IN_COMMENTS.test(text))).toEqual([
      true,
    ]);
  });

  it('are taken apart into words, so that one within a name is found', () => {
    expect(['isDeedOfAnother', 'MOST_TOLD', 'src/trade/told-periods.ts', 'openAnew'].map(ownWordsIn)).toEqual([
      ['deed'],
      ['told'],
      ['told'],
      ['anew'],
    ]);
    expect(['allotment', 'indoors', 'isEvent'].flatMap(ownWordsIn)).toEqual([]);
  });
});
