import { found } from './finding.ts';
import type { Finding } from './finding.ts';

const toleratedMs = 5000;
const patienceMs = 5000;

/** The clock against a server's `Date` header, where one answers, and this Node's knowledge of zones and Hebrew. */
export async function checkClock(referenceUrl: string | null, now: () => number = Date.now): Promise<Finding[]> {
  const reference = referenceUrl === null ? null : await dateHeader(referenceUrl);
  return [clockFinding(reference, now()), zoneFinding()];
}

async function dateHeader(url: string): Promise<number | null> {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    const time = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}

function clockFinding(reference: number | null, now: number): Finding {
  const at = new Date(now).toISOString();
  if (reference === null) return found('clock.alone', { at });
  const aheadMs = now - reference;
  if (Math.abs(aheadMs) <= toleratedMs) return found('clock.right', { at });
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  return found(aheadMs > 0 ? 'clock.fast' : 'clock.slow', { seconds });
}

/** Summer and winter in Israel differ by an hour; a Node with reduced language data knows neither. */
function zoneFinding(): Finding {
  const hours = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((moment) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jerusalem', hour: '2-digit', hourCycle: 'h23' }).format(
      Date.parse(moment),
    ),
  );
  const weekday = new Intl.DateTimeFormat('he-IL', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse('2026-11-24'),
  );
  if (hours.join() === '14,15' && weekday === 'יום שלישי') {
    return found('zone.known', { server: Intl.DateTimeFormat().resolvedOptions().timeZone });
  }
  return found('zone.unknown');
}
