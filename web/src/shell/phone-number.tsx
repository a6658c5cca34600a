import { Text } from '@mantine/core';

/** A phone number, left to right whatever is around it; Israeli numbers as people write them. */
export function PhoneNumber({ number, ...rest }: { number: string | null; fw?: number; c?: string; fz?: string }) {
  return (
    <Text span inherit className="ltr numeric" {...rest}>
      {number === null ? '—' : readable(number)}
    </Text>
  );
}

export function readable(number: string): string {
  const local = number.startsWith('+972') ? `0${number.slice(4)}` : number;
  if (/^05\d{8}$/.test(local)) return `${local.slice(0, 3)}-${local.slice(3)}`;
  if (/^0[23489]\d{7}$/.test(local)) return `${local.slice(0, 2)}-${local.slice(2)}`;
  return local;
}
