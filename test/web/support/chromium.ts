import { accessSync, constants, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { toneBursts } from './tone-bursts.ts';

const DEBIAN = '/usr/bin/chromium';

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the browser is: `CHROMIUM_PATH`, else Debian's; null where there is none. */
export function chromiumPath(): string | null {
  const given = process.env['CHROMIUM_PATH'] ?? DEBIAN;
  if (isThere(given)) return given;
  if (process.env['TORAN_REQUIRE_BROWSER'] === '1') throw new Error(`There is no Chromium at ${given}.`);
  process.stderr.write(`Skipped: the console in a browser. There is no Chromium at ${given}; set CHROMIUM_PATH.\n`);
  return null;
}

/** A browser whose microphone hears a person-like sound: bursts of a tone with pauses between. */
export function startChromium(executablePath: string): Promise<Browser> {
  const voice = join(mkdtempSync(join(tmpdir(), 'toran-voice-')), 'voice.wav');
  writeFileSync(voice, toneBursts());
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      // Fields of dates are written as in Israel: day, month, year.
      '--lang=en-GB',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${voice}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}
