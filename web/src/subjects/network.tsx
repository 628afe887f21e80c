import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { SubjectDetail, SubjectNetworkView } from '../../../src/app/workbench/contract/subject.ts';
import { printableText } from '../../../src/figures/drawing/markup.ts';
import { networkFigure } from '../../../src/figures/network.ts';
import { Figure } from '../parts/figure.tsx';
import { Tag } from '../parts/tag.tsx';
import { PassageLine } from './passage-line.tsx';
import { KIND_WORDS } from './subject-words.ts';

/** Whom claims relate to a subject: drawn, and row by row with every passage that says so. */
export function Network({ network, title }: { readonly network: SubjectNetworkView; readonly title: string }) {
  const table = useRef<HTMLTableElement>(null);
  const { nodes, edges, leftOut } = network;
  if (edges.length === 0)
    return (
      <p className="muted">No claim says in so many words what it is to anybody else, nor that it dealt with them.</p>
    );
  return (
    <>
      <Figure
        draw={(width) =>
          networkFigure(
            {
              title,
              nodes: nodes.map(({ name, kind }) => ({
                name: printableText(name),
                note: KIND_WORDS[kind].toLowerCase(),
              })),
              edges: edges.map(({ words, from, to, passages }) => ({
                from,
                to,
                words,
                denied: passages.some(({ denied }) => denied),
              })),
            },
            { width, id: 'network' },
          )
        }
        scrolls="Drawing of the relations"
        onMark={(mark) => table.current?.querySelector<HTMLElement>(`#relation-${CSS.escape(mark)}`)?.focus()}
        caption={`What claims say of pairs of names, and only that; the numbers are those of the table.${
          leftOut === 0 ? '' : ` ${leftOut.toLocaleString('en')} more are related to it and not drawn.`
        }`}
      />
      <table className="plain stack network-table" ref={table}>
        <thead>
          <tr>
            <th>No.</th>
            <th>Relation</th>
            <th>Who says so, and where</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ kind, words, from, to, passages }, at) => (
            <tr key={`${kind} ${from} ${to}`} id={`relation-${at + 1}`} tabIndex={-1}>
              <td>{at + 1}</td>
              <td>
                <NodeLink node={nodes[from]} /> {words} <NodeLink node={nodes[to]} />
              </td>
              <td>
                <RelationPassages passages={passages} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function NodeLink({ node }: { readonly node: SubjectNetworkView['nodes'][number] | undefined }) {
  if (node === undefined) return null;
  return (
    <Link to="/subjects/$id" params={{ id: node.id }} search={{}}>
      <bdi>{printableText(node.name)}</bdi>
    </Link>
  );
}

type RelationPassage = SubjectNetworkView['edges'][number]['passages'][number];

/** So many passages that say the same are read at once; the others are a key away. */
const MOST_AT_ONCE = 4;

/** Where claims state a relation, each with who says so; whatever somebody denies stands among the first. */
function RelationPassages({ passages }: { readonly passages: readonly RelationPassage[] }) {
  const first = passages.filter(({ denied }, at) => at < MOST_AT_ONCE || denied);
  const others = passages.filter((passage) => !first.includes(passage));
  return (
    <>
      <Passages passages={first} />
      {others.length === 0 ? null : (
        <details data-prints>
          <summary>{`${others.length} more ${others.length === 1 ? 'passage says' : 'passages say'} so`}</summary>
          <Passages passages={others} />
        </details>
      )}
    </>
  );
}

function Passages({ passages }: { readonly passages: readonly RelationPassage[] }) {
  return (
    <ul className="plain subject-passages">
      {passages.map((passage) => (
        <li key={`${passage.claim} ${passage.start}`}>
          <PassageLine passage={passage}>
            <Link to="/claims" search={{ claim: passage.claim }}>
              {printableText(passage.claimant)}
            </Link>
            {passage.denied ? <Tag tone="alert">denied</Tag> : null}
          </PassageLine>
        </li>
      ))}
    </ul>
  );
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The flags that claims say a ship flies. */
export function Flags({ flags }: Pick<SubjectDetail, 'flags'>) {
  return (
    <ul className="plain">
      {flags.map(({ country, passages }) => (
        <li key={country}>
          <strong>{COUNTRIES.of(country)}</strong>
          <RelationPassages passages={passages} />
        </li>
      ))}
    </ul>
  );
}
