import { Dialog } from '../parts/dialog.tsx';
import { useShortcutList } from '../session/shortcuts.ts';

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓' };

/** The keys of this page, asked for by `?`. */
export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const shortcuts = useShortcutList();
  return (
    <Dialog open={open} title="Keys on this page" onClose={onClose}>
      <dl className="definitions">
        {shortcuts.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <kbd>{NAMES[key] ?? key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">In a table the arrow keys or j and k go up and down, x selects, Enter opens.</p>
    </Dialog>
  );
}
