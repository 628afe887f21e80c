import { dismissNotice, type Notice, useNotices } from '../session/notices.ts';
import './notices.css';

/** The live regions; they stand on the page from the start, since one that comes with its text is not read out. */
export function Notices() {
  const shown = useNotices();
  return (
    <div className="notices">
      <div role="status">{shown.filter(({ tone }) => tone === 'plain').map(line)}</div>
      <div role="alert">{shown.filter(({ tone }) => tone === 'alert').map(line)}</div>
    </div>
  );
}

function line({ id, text, tone }: Notice) {
  return (
    <p key={id} className={`notice ${tone}`}>
      <span>{text}</span>
      <button type="button" className="quiet" onClick={() => dismissNotice(id)} aria-label="Dismiss this notice">
        Close
      </button>
    </p>
  );
}
