import type { AppointmentRow } from './service-client.ts';

/** One thing that was checked on a practice call. */
export interface Check {
  /** The law it belongs to (`L2`), or null for an expectation of the script. */
  law: string | null;
  name: string;
  /** What was wrong; empty where it held. */
  faults: string[];
}

/** Figures in milliseconds, one entry for each time it happened. */
export interface CallFigures {
  /** From the end of the caller's words to the first word of the answer. */
  answerMs: number[];
  /** From the moment the model reports speech to Twilio's clear. */
  bargeInMs: number[];
  /** From a parser request to its answer. */
  parserMs: number[];
}

export interface CallReport {
  title: string;
  callSid: string;
  businessId: string;
  durationMs: number;
  /** How late this program's own timers were at worst. */
  lagMs: number;
  heard: string;
  serverMessages: string[];
  rows: AppointmentRow[];
  figures: CallFigures;
  checks: Check[];
}

export function holds(report: CallReport): boolean {
  return report.checks.every((check) => check.faults.length === 0);
}
