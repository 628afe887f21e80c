import { describe, expect, it } from 'vitest';
import { goldDocuments, goldSubjects } from './gold.ts';

describe('the gold set of subjects', () => {
  it('has every annotated subject once, and annotates every subject', () => {
    const known = goldSubjects().map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    const named = new Set(
      goldDocuments()
        .flatMap(({ names, identifiers }) => [...names, ...identifiers])
        .map(({ subject }) => subject),
    );
    named.delete('open');
    expect([...named].sort()).toEqual([...known].sort());
  });

  it('leaves no mark in a text, and every span holds its surface', () => {
    const documents = goldDocuments();
    expect(documents).toHaveLength(30);
    for (const { id, text, names, identifiers } of documents) {
      expect(text, id).not.toMatch(/\]\(/);
      expect(names.length + identifiers.length, id).toBeGreaterThan(4);
      for (const { start, end, text: surface } of [...names, ...identifiers])
        expect(text.slice(start, end), id).toBe(surface);
    }
  });

  it('is as large as its README says', () => {
    const documents = goldDocuments();
    expect(documents).toHaveLength(30);
    expect(new Set(documents.map(({ language }) => language)).size).toBe(6);
    expect(documents.flatMap(({ names }) => names).length).toBeGreaterThanOrEqual(360);
  });
});
