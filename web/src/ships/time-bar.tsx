import { useEffect, useState } from 'react';
import type { ShipDesk } from '../../../src/app/workbench/contract/ship.ts';
import { Button } from '../parts/button.tsx';
import { Field, SelectField } from '../parts/form/field.tsx';
import type { Times } from './chart-tracks.ts';

const SPANS = [
  { value: '6', words: '6 hours' },
  { value: '24', words: '1 day' },
  { value: '72', words: '3 days' },
  { value: '168', words: '1 week' },
] as const;
/** A step of the slider. */
const STEP_SECONDS = 600;
/** Steps a second while it plays. */
const PACE_MS = 60;

/** The time that is drawn: all of it, or so long before the moment that the slider is at. */
export function TimeBar({
  span,
  times,
  onChange,
}: {
  readonly span: NonNullable<ShipDesk['span']>;
  readonly times: Times | null;
  readonly onChange: (times: Times | null) => void;
}) {
  const [first, last] = [Date.parse(span.from) / 1000, Date.parse(span.to) / 1000];
  const [length, setLength] = useState('24');
  const [isPlaying, setPlaying] = useState(false);
  const at = times === null ? last : times.to;
  const put = (to: number, hours = Number(length)) =>
    onChange({ from: to - hours * 3600, to: Math.min(last, Math.max(first, to)) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: one step after the other, from wherever the slider is
  useEffect(() => {
    if (!isPlaying) return;
    if (at >= last) return setPlaying(false);
    const timer = setTimeout(() => put(at + STEP_SECONDS), PACE_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, at]);
  return (
    <search className="toolbar time-bar" aria-label="The time that is drawn">
      <SelectField
        label="Draw"
        none="All times"
        value={times === null ? '' : length}
        options={SPANS}
        onChange={(value) => {
          setPlaying(false);
          if (value === '') return onChange(null);
          setLength(value);
          put(times === null ? Math.min(last, first + Number(value) * 3600) : at, Number(value));
        }}
      />
      <Field label="Up to">
        {(aria) => (
          <input
            {...aria}
            type="range"
            min={first}
            max={last}
            step={STEP_SECONDS}
            value={at}
            disabled={times === null}
            aria-valuetext={momentWords(at)}
            onChange={(event) => {
              setPlaying(false);
              put(Number(event.target.value));
            }}
          />
        )}
      </Field>
      <output className="mono">{momentWords(at)}</output>
      <Button
        disabled={times === null}
        onClick={() => {
          if (!isPlaying && at >= last) put(first);
          setPlaying(!isPlaying);
        }}
      >
        {isPlaying ? 'Stop' : 'Play'}
      </Button>
    </search>
  );
}

function momentWords(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
