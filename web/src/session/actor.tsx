import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';

type Actor = {
  readonly name: string | null;
  /** The name, asked for when none is known yet; null when the person closes the question. */
  readonly ensure: () => Promise<string | null>;
  /** Asks again, to act under another name. */
  readonly change: () => void;
};

const KEPT = 'standing-panel.actor';
const ActorContext = createContext<Actor | null>(null);

export function useActor(): Actor {
  const actor = useContext(ActorContext);
  if (actor === null) throw new Error('useActor needs ActorProvider');
  return actor;
}

/** Knows who acts: every act in the record carries a name, which is asked once and kept in this browser. */
export function ActorProvider({ children }: { readonly children: ReactNode }) {
  const [name, setName] = useState<string | null>(() => localStorage.getItem(KEPT));
  const [asking, setAsking] = useState(false);
  const [draft, setDraft] = useState('');
  const waiting = useRef<((name: string | null) => void) | null>(null);

  const answer = useCallback((given: string | null) => {
    if (given !== null) {
      localStorage.setItem(KEPT, given);
      setName(given);
    }
    setAsking(false);
    waiting.current?.(given);
    waiting.current = null;
  }, []);
  const ask = useCallback((current: string | null) => {
    waiting.current?.(null);
    setDraft(current ?? '');
    setAsking(true);
    return new Promise<string | null>((resolve) => {
      waiting.current = resolve;
    });
  }, []);
  const actor: Actor = {
    name,
    ensure: () => (name === null ? ask(null) : Promise.resolve(name)),
    change: () => void ask(name),
  };

  return (
    <ActorContext.Provider value={actor}>
      {children}
      <Dialog open={asking} title="Who acts?" onClose={() => answer(null)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== '') answer(draft.trim());
          }}
        >
          <p>Every act in the record carries the name of the person who made it. It cannot be changed afterwards.</p>
          <TextField
            label="Your name"
            hint="As it should stand in the record; kept in this browser only."
            value={draft}
            onChange={setDraft}
            autoComplete="name"
            required
          />
          <div className="actions">
            <Button type="submit" look="primary" disabled={draft.trim() === ''}>
              Act under this name
            </Button>
            <Button onClick={() => answer(null)}>Cancel</Button>
          </div>
        </form>
      </Dialog>
    </ActorContext.Provider>
  );
}
