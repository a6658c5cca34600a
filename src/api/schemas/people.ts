import { z } from 'zod';
import { refusedAs } from '../field-codes.ts';
import { isCommonPassword } from '../sessions/common-passwords.ts';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { anyId, instant, nameText, yesOrNo } from './values.ts';

const role = z.enum(['operator', 'owner'], 'Give operator or owner.');

const email = z
  .string('Give the address as text.')
  .trim()
  .toLowerCase()
  .max(254, 'This is too long for an address.')
  .pipe(z.email('Give an address such as dana@example.com.'));

/** What may be tried as a password; nothing is trimmed or cut. */
const triedPassword = z
  .string('Give the password as text.')
  .min(1, 'Give the password.')
  .max(1024, 'This is too long.');

export const credentials = named(
  'Credentials',
  z.union([
    z.strictObject({ email, password: triedPassword }),
    z.strictObject({ adminToken: z.string('Give the token as text.').min(1, 'Give the token.').max(1024) }),
  ]),
);

export const session = named(
  'Session',
  z.object({
    user: z.object({
      id: anyId.nullable().describe('Null for whoever came with the admin token'),
      email: z.string().nullable(),
      name: z.string(),
      role,
      businessId: anyId.nullable().describe('The one business of an owner'),
      password: z
        .enum(['own', 'first'])
        .describe('`first`: somebody else set it; it opens nothing but POST /users/{userId}/password'),
    }),
    csrfToken: z.string().describe('Goes into the header X-CSRF-Token of every request that changes something'),
  }),
);

export const wayIn = named(
  'WayIn',
  z.object({ begin: z.enum(['token', 'password']).describe('`token`: nobody has been given a password yet') }),
);

const user = named(
  'User',
  z.object({
    id: anyId,
    email: z.string(),
    name: z.string(),
    role,
    businessId: anyId.nullable(),
    active: z.boolean(),
    firstPasswordUntil: instant
      .nullable()
      .describe('Until then they may come in with the password they were given and choose their own; null: they did'),
    createdAt: instant,
    updatedAt: instant,
  }),
);

const firstPassword = z.string().describe('A password to begin with, told this once');

export const userAnswer = user;
export const madeUser = named('MadeUser', user.extend({ firstPassword: firstPassword.optional() }));
export const firstPasswordAnswer = named('FirstPassword', z.object({ firstPassword, firstPasswordUntil: instant }));
export const userPage = pageOf('UserPage', user);
export const userQuery = z.object(pageQuery(100, 500));
export const userParams = z.object({ userId: anyId });

const newPassword = z
  .string('Give the password as text.')
  .min(12, 'Make it at least 12 characters long; a few words that only you put together are best.')
  .max(1024, 'Make it at most 1024 characters.')
  .refine(
    (password) => !isCommonPassword(password),
    refusedAs(
      'too-common',
      'Many people use this one, so it is guessed first. Choose a few words that only you put together.',
    ),
  );

type RoleAndBusiness = { role?: string | undefined; businessId?: string | null | undefined };

/** An owner has exactly one business, an operator none. */
function businessFits({ role, businessId = null }: RoleAndBusiness): boolean {
  return (role === 'owner') === (businessId !== null);
}

const MISFIT = refusedAs('owner-has-one-business', 'An owner has exactly one business; an operator has none.', [
  'businessId',
]);

export const newUser = named(
  'NewUser',
  z
    .strictObject({
      ...{ email, name: nameText(), role, businessId: anyId.nullable().optional() },
      password: newPassword.optional().describe('Good for three days, to choose their own; left out, one is made'),
    })
    .refine(businessFits, MISFIT),
);

export const userChange = named(
  'UserChange',
  z
    .strictObject({ email, name: nameText(), role, businessId: anyId.nullable(), active: yesOrNo })
    .partial()
    .refine((change) => change.role === undefined || businessFits(change), MISFIT)
    .refine(
      (change) => change.role !== undefined || change.businessId === undefined,
      refusedAs('missing', 'Give role and businessId together.', ['role']),
    ),
);

export const passwordChange = named(
  'PasswordChange',
  z.strictObject({
    newPassword,
    currentPassword: triedPassword.optional().describe('Needed to change your own'),
  }),
);
