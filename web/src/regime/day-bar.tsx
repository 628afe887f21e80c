import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/form/field.tsx';
import { today } from '../parts/time.tsx';
import { Toolbar } from '../parts/toolbar.tsx';
import { isDate, neighbour } from './days.ts';

/** Which day the page speaks of, and the ways to the days on which the law changed. */
export function DayBar({
  day,
  boundaries,
  onDay,
}: {
  readonly day: string;
  readonly boundaries: readonly string[];
  readonly onDay: (day: string) => void;
}) {
  const [before, after] = [neighbour(boundaries, day, -1), neighbour(boundaries, day, 1)];
  return (
    <Toolbar label="Day">
      <DateField label="As of" value={day} onChange={(next) => isDate(next) && onDay(next)} />
      <div className="actions">
        <Button disabled={before === null} onClick={() => before && onDay(before)} title={before ?? ''}>
          Earlier change
        </Button>
        <Button disabled={after === null} onClick={() => after && onDay(after)} title={after ?? ''}>
          Later change
        </Button>
        <Button disabled={day === today()} onClick={() => onDay(today())}>
          Today
        </Button>
      </div>
    </Toolbar>
  );
}
