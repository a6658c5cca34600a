/** A call as one node has it: another that takes it raises the epoch. */
export interface Lease {
  callSid: string;
  epoch: number;
}

/** `FROM … WHERE …`: those of the leases in `$1` (JSON) whose call goes on and was taken by nobody since. */
export const leasedCalls = `FROM call_session s
  JOIN jsonb_to_recordset($1::jsonb) AS c("callSid" text, epoch int) ON s.call_sid = c."callSid" AND s.epoch = c.epoch
  WHERE s.ended_at IS NULL`;
