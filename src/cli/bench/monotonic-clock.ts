/** Microseconds on a clock that all processes of one machine share. */
export function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
