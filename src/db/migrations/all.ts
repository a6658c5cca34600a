import { FirstTables1790000000000 } from './1790000000000-first-tables.ts';
import { NothingCrosses1790000000001 } from './1790000000001-nothing-crosses.ts';
import { Waitlist1790000000002 } from './1790000000002-waitlist.ts';
import { AfterTheCall1790000000003 } from './1790000000003-after-the-call.ts';
import { CallsOfAnyNode1790000000004 } from './1790000000004-calls-of-any-node.ts';
import { Console1790000000005 } from './1790000000005-console.ts';
import { HeardTruth1790000000006 } from './1790000000006-heard-truth.ts';
import { Resources1790000000007 } from './1790000000007-resources.ts';
import { SentOnce1790000000017 } from './1790000000017-sent-once.ts';
import { ChangedInCall1790000000018 } from './1790000000018-changed-in-call.ts';
import { FirstPasswords1790000000019 } from './1790000000019-first-passwords.ts';
import { TrialsAreNotTold1790000000020 } from './1790000000020-trials-are-not-told.ts';
import { ToldWhenSent1790000000021 } from './1790000000021-told-when-sent.ts';
import { WhatACallIsAbout1790000000022 } from './1790000000022-what-a-call-is-about.ts';
import { GivenUp1790000000023 } from './1790000000023-given-up.ts';
import { ListsOfPeople1790000000024 } from './1790000000024-lists-of-people.ts';

/** Every migration, oldest first. */
export const allMigrations = [
  FirstTables1790000000000,
  NothingCrosses1790000000001,
  Waitlist1790000000002,
  AfterTheCall1790000000003,
  CallsOfAnyNode1790000000004,
  Console1790000000005,
  HeardTruth1790000000006,
  Resources1790000000007,
  SentOnce1790000000017,
  ChangedInCall1790000000018,
  FirstPasswords1790000000019,
  TrialsAreNotTold1790000000020,
  ToldWhenSent1790000000021,
  WhatACallIsAbout1790000000022,
  GivenUp1790000000023,
  ListsOfPeople1790000000024,
];
