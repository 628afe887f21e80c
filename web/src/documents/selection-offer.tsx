import { type RefObject, useEffect, useState } from 'react';
import { passageOfSelection, type SelectedPassage } from '../claims/passage-selection.ts';
import { Button } from '../parts/button.tsx';

/** Offers to make a claim of the words that are marked in the text. */
export function SelectionOffer({
  text,
  onAdd,
}: {
  readonly text: RefObject<HTMLElement | null>;
  readonly onAdd: (passage: SelectedPassage) => void;
}) {
  const [marked, setMarked] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    const look = () => {
      const passage = text.current ? passageOfSelection(text.current, document.getSelection()) : null;
      setMarked((before) => (same(before, passage) ? before : passage));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  return (
    <div role="status" className="selection-offer">
      {marked === null ? null : (
        <>
          <span className="clamp-2">
            “{marked.quote}” <span className="muted">{marked.end - marked.start} characters</span>
          </span>
          {/* Pressing a button would otherwise take the marking away before it is read. */}
          <Button
            look="primary"
            shortcut="n"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onAdd(marked)}
          >
            Add a claim from this passage
          </Button>
        </>
      )}
    </div>
  );
}

function same(a: SelectedPassage | null, b: SelectedPassage | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}
