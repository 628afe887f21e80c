import { describe, expect, it } from 'vitest';
import { loadParser } from '../parser.ts';
import { tokenize } from '../tokens/tokenizer.ts';
import { agentOf, objectOf, recipientOf } from './object.ts';
import type { DependencyRelation } from './relation.ts';
import { predicateOf, scopeOf } from './scope.ts';
import { isPassive, subjectOf } from './subject.ts';
import type { Tree } from './tree.ts';

function read(text: string): Tree {
  const { words, spaces, starts } = tokenize(text);
  return loadParser().parse(words, spaces, starts)!;
}

type Role = (tree: Tree, verb: number) => DependencyRelation | undefined;

/** "word (construction)" of what stands in the relation to a word of the sentence. */
function role(text: string, of: string, find: Role): string {
  const tree = read(text);
  const found = find(tree, tree.words.indexOf(of));
  return found === undefined ? 'none' : `${tree.words[found.word]} (${found.by})`;
}

describe('relations off a tree', () => {
  it.each([
    ['Ships carried coal.', 'carried', 'Ships (own)'],
    ['Coal was sold by a broker.', 'sold', 'Coal (own)'],
    ['The brokers who sold coal fled.', 'sold', 'brokers (antecedent)'],
    ['The firms that the ministry said had bought oil closed.', 'bought', 'firms (antecedent)'],
    ['The firms that the ministry said had bought oil closed.', 'said', 'ministry (own)'],
    ['Ships carrying coal left Nampo.', 'carrying', 'Ships (participle)'],
    ['Coal sold by brokers reached Dalian.', 'sold', 'Coal (participle)'],
    ['The firm bought a tanker and renamed it.', 'renamed', 'firm (conjunct)'],
    ['The owner promised to return.', 'return', 'owner (subject-control)'],
    ['The crew fled before reaching port.', 'reaching', 'crew (subject-control)'],
    ['Manila urged Beijing to stop.', 'stop', 'Beijing (object-control)'],
    ['They accused Iran of selling weapons.', 'selling', 'Iran (object-control)'],
    ['Iran was accused of selling weapons.', 'selling', 'Iran (subject-control)'],
    ['The State keeps the pay, funding arms.', 'funding', 'State (subject-control)'],
    ['They used a firm to launder money.', 'launder', 'They (subject-control)'],
    ['The plan to ship coal was dropped.', 'ship', 'none'],
    ['What they sold was oil.', 'sold', 'they (own)'],
  ])('subject: %s (%s)', (text, verb, expected) => {
    expect(role(text, verb, subjectOf)).toBe(expected);
  });

  it.each([
    ['Ships carried coal.', 'carried', 'coal (own)'],
    ['The oil that the firm bought was stolen.', 'bought', 'oil (antecedent)'],
    ['The panel named the tanker the firm had bought.', 'bought', 'tanker (antecedent)'],
    ['The allegation, which the Kremlin rejected, was repeated.', 'rejected', 'allegation (antecedent)'],
    ['The port where officials met was closed.', 'met', 'none'],
    ['The troops, of whom 300 were killed, retreated.', 'killed', 'none'],
    ['The man that officials said had fled was found.', 'said', 'none'],
    ['Coal was sold by a broker.', 'sold', 'none'],
  ])('object: %s (%s)', (text, verb, expected) => {
    expect(role(text, verb, objectOf)).toBe(expected);
  });

  it.each([
    ['The broker handed him a letter.', 'handed', 'him (own)'],
    ['The broker sold it to a buyer.', 'sold', 'buyer (own)'],
    ['The envoy told reporters that it was false.', 'told', 'reporters (own)'],
    ['The plan to ship coal to China was dropped.', 'ship', 'China (under-object)'],
    ['The broker sold it.', 'sold', 'none'],
  ])('recipient: %s (%s)', (text, verb, expected) => {
    expect(role(text, verb, recipientOf)).toBe(expected);
  });

  it.each([
    ['Coal was sold by a broker.', 'sold', 'broker (own)'],
    ['Coal sold by brokers reached Dalian.', 'sold', 'brokers (own)'],
    ['The tanker was seized.', 'seized', 'none'],
  ])('doer of a passive: %s (%s)', (text, verb, expected) => {
    expect(role(text, verb, agentOf)).toBe(expected);
  });

  it.each([
    ['The panel said that ships carried coal.', 'said', 'carried (own)'],
    ['Ships carried coal, the panel said.', 'said', 'carried (own)'],
    ['According to Seoul, ships carried coal.', 'According', 'carried (own)'],
    ['The ministry denied reports that it sold shells.', 'reports', 'sold (own)'],
    ['As the panel said, ships carried coal.', 'said', 'carried (own)'],
    ['The panel sold ships.', 'sold', 'none'],
  ])('scope: %s (%s)', (text, word, expected) => {
    expect(role(text, word, scopeOf)).toBe(expected);
  });

  it('goes from a copula to what it says', () => {
    const tree = read('The shells were defective.');
    expect(tree.words[predicateOf(tree, 2)!]).toBe('defective');
    expect(predicateOf(tree, 1)).toBeUndefined();
  });

  it('tells passive from active', () => {
    const passive = (text: string, verb: string) => {
      const tree = read(text);
      return isPassive(tree, tree.words.indexOf(verb));
    };
    expect(passive('Coal was sold.', 'sold')).toBe(true);
    expect(passive('The tanker was seized and sold.', 'sold')).toBe(true);
    expect(passive('Coal sold by brokers reached Dalian.', 'sold')).toBe(true);
    expect(passive('The firm sold coal.', 'sold')).toBe(false);
    expect(passive('The tanker was seized and its owner fled.', 'fled')).toBe(false);
  });

  it('says how sure the least sure arc on the way was', () => {
    const tree = read('The firms that the ministry said had bought oil closed.');
    const found = subjectOf(tree, tree.words.indexOf('bought'))!;
    expect(found.share).toBeLessThanOrEqual(tree.shares[tree.words.indexOf('bought')]!);
    expect(found.share).toBeGreaterThan(0);
  });
});
