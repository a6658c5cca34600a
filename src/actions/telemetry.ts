/** What a call measures about itself. Seconds. */
export interface Telemetry {
  /** The caller began to speak → the phone was cleared. */
  bargedIn(seconds: number): void;
  /** The caller stopped speaking → the first audio of the answer left. */
  answered(seconds: number): void;
  parsed(parse: { seconds: number; outcome: string }): void;
  booked(outcome: string): void;
  /** The model owed sound and gave none. */
  fellSilent(): void;
}
