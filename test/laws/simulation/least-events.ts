/** What a simulated call has to go through to count; a shorter one is judged too, and another is drawn in its place. */
export const LEAST_EVENTS = 200;
