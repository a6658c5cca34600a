import { NativeSelect } from '@mantine/core';

const STEP_MINUTES = 15;
const two = (value: number): string => String(value).padStart(2, '0');
const times = Array.from({ length: (24 * 60) / STEP_MINUTES + 1 }, (_, at) => {
  const minute = at * STEP_MINUTES;
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});

interface TimeSelectProps {
  label: string;
  value: string;
  /** `until` may be midnight at the end of the day. */
  side: 'from' | 'until';
  isWrong: boolean;
  onChange: (time: string) => void;
}

/** A time of day in quarter hours; a time between them that is there already stays. */
export function TimeSelect({ label, value, side, isWrong, onChange }: TimeSelectProps) {
  const offered = side === 'from' ? times.slice(0, -1) : times.slice(1);
  const all = offered.includes(value) ? offered : [...offered, value].sort();
  return (
    <NativeSelect
      aria-label={label}
      data={all}
      value={value}
      error={isWrong}
      onChange={(event) => onChange(event.currentTarget.value)}
      w={96}
      dir="ltr"
      classNames={{ input: 'numeric' }}
    />
  );
}
