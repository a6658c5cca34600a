/** What a job is told: ids alone, so that it always works with what is true now. */
export type JobDetails = Readonly<Record<string, string>>;

export interface JobTry {
  details: JobDetails;
  /** `last` where a fault now ends the job for good. */
  attempt: 'last' | 'more';
}

/** `later`: the time has not come; the same job is put into the queue again for then. */
export type JobEnd = { kind: 'done' } | { kind: 'later'; at: Date };

/** Does one job. It may be given the same one twice, so it must do no harm then. A fault has it tried again. */
export type JobHandler = (job: JobTry) => Promise<JobEnd>;

export const done: JobEnd = { kind: 'done' };

export const later = (at: number): JobEnd => ({ kind: 'later', at: new Date(at) });

/** One of a job's ids; a job without it can never be done. */
export function idIn(details: JobDetails, name: string): string {
  const id = details[name];
  if (id === undefined) throw new Error(`the job has no ${name}`);
  return id;
}
