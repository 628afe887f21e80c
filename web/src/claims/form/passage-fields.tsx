import { useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/form/field.tsx';
import { passageOfSelection } from '../passage-selection.ts';

/** Text around a passage, beginning at `start` of the text layer. */
export type Surroundings = { readonly text: string; readonly start: number };

/** The passage in its place. A person marks other words and takes them, or types the first and last character. */
export function PassageFields({
  around,
  start,
  end,
  fault,
  onChange,
}: {
  readonly around: Surroundings;
  readonly start: number;
  readonly end: number;
  readonly fault: string | null;
  readonly onChange: (start: number, end: number) => void;
}) {
  const text = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<{ readonly start: number; readonly end: number } | null>(null);
  // The dialog is shown after its content is there: before that nothing has a height, and nothing could be scrolled to.
  useEffect(() => {
    const box = text.current;
    if (box === null) return;
    const seen = new ResizeObserver(() => {
      const mark = box.querySelector('mark');
      if (mark === null || box.clientHeight === 0) return;
      box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4;
      seen.disconnect();
    });
    seen.observe(box);
    return () => seen.disconnect();
  }, []);
  const look = () => setMarked(text.current ? passageOfSelection(text.current, document.getSelection()) : null);
  const at = (offset: number) => Math.min(Math.max(offset - around.start, 0), around.text.length);
  const [from, to] = [at(start), Math.max(at(start), at(end))];
  return (
    <fieldset>
      <legend>Passage</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: marking text is no control; the number fields below do the same */}
      <div ref={text} className="claim-passage pick" onPointerUp={look} onKeyUp={look}>
        <span className="context" data-start={around.start}>
          {around.text.slice(0, from)}
        </span>
        <mark data-start={around.start + from}>{around.text.slice(from, to)}</mark>
        <span className="context" data-start={around.start + to}>
          {around.text.slice(to)}
        </span>
      </div>
      <div className="field-row">
        <TextField
          label="First character"
          type="number"
          value={String(start)}
          error={fault}
          onChange={(value) => onChange(Number(value), end)}
        />
        <TextField
          label="After the last"
          type="number"
          value={String(end)}
          onChange={(value) => onChange(start, Number(value))}
        />
        <div className="field level">
          <Button
            disabled={marked === null}
            onClick={() => {
              if (marked) onChange(marked.start, marked.end);
              setMarked(null);
            }}
          >
            Take the marked words
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
