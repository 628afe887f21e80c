import { useState } from 'react';
import type { Reply } from '../../../src/app/workbench/contract/finding.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Tag } from '../parts/tag.tsx';
import { Day } from '../parts/time.tsx';
import { ReplyForm, STANCE_WORDS } from './reply-form.tsx';
import { FindingSection } from './section.tsx';

const STATE_TONES: Readonly<Record<Reply['state'], 'strong' | 'open' | 'alert'>> = {
  received: 'strong',
  awaited: 'open',
  overdue: 'alert',
};

/** Whom the panel wrote to, by when they were to answer, and what came. */
export function Replies({ finding, replies }: { readonly finding: string; readonly replies: readonly Reply[] }) {
  const [writing, setWriting] = useState<Reply | 'letter' | null>(null);
  const letter = writing === 'letter' ? null : writing;
  return (
    <FindingSection
      id="replies"
      action={<Button onClick={() => setWriting('letter')}>Record a letter</Button>}
      empty={
        replies.length === 0
          ? 'Nobody was asked to comment yet. Each party should see what is said of it and have a deadline to answer.'
          : null
      }
    >
      <ul className="plain said">
        {replies.map((reply) => (
          <li key={reply.act}>
            <div className="said-head">
              <h3>{reply.party}</h3>
              <Tag tone={STATE_TONES[reply.state]}>{reply.state}</Tag>
              <Button look="quiet" onClick={() => setWriting(reply)}>
                {reply.received === null ? 'Record the reply' : 'Amend'}
                <span className="unseen"> of {reply.party}</span>
              </Button>
            </div>
            <p className="hint">
              Letter sent <Day date={reply.sent} />; deadline <Day date={reply.deadline} none="none set" />; reply
              received <Day date={reply.received} none="not yet" />
            </p>
            {reply.text === null ? null : <blockquote>{reply.text}</blockquote>}
            {reply.stance === null ? null : <p className="hint">It {STANCE_WORDS[reply.stance]}.</p>}
          </li>
        ))}
      </ul>
      <Dialog
        open={writing !== null}
        title={letter === null ? 'A letter to a party' : `The reply of ${letter.party}`}
        onClose={() => setWriting(null)}
      >
        <ReplyForm finding={finding} letter={letter} onClose={() => setWriting(null)} />
      </Dialog>
    </FindingSection>
  );
}
