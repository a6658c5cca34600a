import { business } from './business.ts';
import { calls } from './calls.ts';
import { chart } from './chart.ts';
import { desk } from './desk.ts';
import { shell } from './shell.ts';
import { talk } from './talk.ts';
import { wrong } from './wrong.ts';

export const en = { ...shell, ...business, ...calls, ...chart, ...desk, ...talk, ...wrong };
