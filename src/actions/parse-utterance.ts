import { dateIn, weekdayIn } from '../speech/today.ts';
import type { CallTools } from './call-tools.ts';
import type { Command } from './command.ts';
import { inBackground } from './in-background.ts';

/** Has the words understood by the structured parser, and by nothing else (law L9). */
export function parseUtterance(command: Command<'cmd.parseUtterance'>, tools: CallTools): void {
  const failed = { type: 'parser.failed', request: command.request } as const;
  inBackground(tools, { name: 'parse', failed, run: () => parse(command, tools) });
}

async function parse(command: Command<'cmd.parseUtterance'>, tools: CallTools): Promise<void> {
  const { type: _type, request, text, ...known } = command;
  const { timezone } = tools.call.schedule;
  const began = performance.now();
  const now = tools.now();
  const parsed = await tools.parser.parse({
    text,
    today: dateIn(timezone, now),
    weekday: weekdayIn(timezone, now),
    timezone,
    ...known,
  });
  const seconds = (performance.now() - began) / 1000;
  tools.telemetry.parsed({ seconds, outcome: parsed.kind === 'failed' ? parsed.reason : parsed.understanding.action });
  if (parsed.kind === 'failed') {
    tools.log.warn('parser', { action: 'none', failed: parsed.reason });
    return tools.report({ type: 'parser.failed', request });
  }
  const { action, date, time, name, phone, intent } = parsed.understanding;
  tools.log.info('parser', { action, date, time, intent, pii: { text, name, phone } });
  tools.report({ type: 'parser.understood', request, ...parsed.understanding });
}
