import type { Schedule } from '../../booking/schedule.ts';

/** What of a business is tried out before it counts and kept when it is replaced: its own words and when it may be booked. Its people are not of it. */
export interface BusinessCopy {
  aiPrompt: { calls: string };
  settings: Omit<Schedule, 'timezone' | 'resources'>;
}

export interface DraftRow extends BusinessCopy {
  changedBy: string;
  updatedAt: Date;
}

export type VersionCause = 'first' | 'settings' | 'prompt' | 'published' | 'restored';

export interface VersionRow extends BusinessCopy {
  /** 1, 2, 3, … of this business. */
  number: number;
  cause: VersionCause;
  restoredFrom: number | null;
  madeBy: string;
  madeAt: Date;
}
