import type { RecordView } from '../../../src/app/workbench/contract/record/record.ts';
import { DefinitionList } from '../parts/definition-list.tsx';
import { MonoId } from '../parts/mono-id.tsx';
import { Instant } from '../parts/time.tsx';
import { countWords } from './count-words.ts';
import { KeepText } from './keep-text.tsx';

/** What the record holds and what its last checkpoint vouches for. */
export function RecordState({ record }: { readonly record: RecordView }) {
  const behind = record.acts - record.covered;
  return (
    <div>
      <DefinitionList
        rows={[
          [
            'Origin',
            <span key="origin" className="mono">
              {record.origin}
            </span>,
          ],
          [
            'Holds',
            `${countWords(record.acts, 'act')} and ${countWords(record.documents, 'document')}${
              record.withheld === 0 ? '' : `; the text of ${countWords(record.withheld, 'act')} is withheld`
            }`,
          ],
          [
            'Checkpoint',
            record.checkpoint === null ? (
              'none signed yet'
            ) : (
              <span key="checkpoint">
                signed over {countWords(record.covered, 'act')}
                {record.checkpointAt === null ? (
                  ''
                ) : (
                  <>
                    , <Instant at={record.checkpointAt} />
                  </>
                )}
                {behind > 0
                  ? `; the ${behind === 1 ? 'last act follows' : `last ${behind} acts follow`} within a second`
                  : ''}
              </span>
            ),
          ],
          ['Public key', <MonoId key="key" id={record.vkey} length={48} />],
        ]}
      />
      <div className="actions record-keep">
        {record.checkpoint === null ? null : (
          <KeepText name="checkpoint.txt" text={record.checkpoint}>
            Download the checkpoint
          </KeepText>
        )}
        <KeepText name="record.vkey" text={`${record.vkey}\n`}>
          Download the public key
        </KeepText>
      </div>
      {record.checkpoint === null ? null : (
        <details>
          <summary>The checkpoint as it is signed</summary>
          <pre>{record.checkpoint}</pre>
        </details>
      )}
      <p className="hint">
        Give the checkpoint and the key to somebody outside. Whoever holds them can prove later that nothing was changed
        before.
      </p>
    </div>
  );
}
