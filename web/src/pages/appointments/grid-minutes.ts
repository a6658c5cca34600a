const LEAST = 5;
const common = (one: number, other: number): number => (other === 0 ? one : common(other, one % other));

/** How far apart the lines of the calendar are: the widest step that divides an hour and meets every start of the business's own. */
export const gridMinutes = (stepMinutes: number): number => Math.max(LEAST, common(stepMinutes, 60));
