import { EntitySchema } from 'typeorm';

export type UserRole = 'operator' | 'owner';

/** Somebody who may open the console. An owner has exactly one business, an operator none, since all are theirs to run. */
export interface ConsoleUserRow {
  id: string;
  /** In lower case. */
  email: string;
  name: string;
  role: UserRole;
  businessId: string | null;
  /** Argon2id, in its PHC form. */
  passwordHash: string;
  /** Somebody else set the password: until then it may be used, to choose one's own. Null: it is their own. */
  firstPasswordUntil: Date | null;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export const ConsoleUserEntity = new EntitySchema<ConsoleUserRow>({
  name: 'ConsoleUser',
  tableName: 'console_user',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    email: { type: 'text' },
    name: { type: 'text' },
    role: { type: 'text' },
    businessId: { name: 'business_id', type: 'uuid', nullable: true },
    passwordHash: { name: 'password_hash', type: 'text' },
    firstPasswordUntil: { name: 'first_password_until', type: 'timestamptz', nullable: true },
    active: { type: 'boolean', default: true },
    createdAt: { name: 'created_at', type: 'timestamptz', createDate: true },
    updatedAt: { name: 'updated_at', type: 'timestamptz', updateDate: true },
  },
  uniques: [{ name: 'console_user_email_once', columns: ['email'] }],
});
