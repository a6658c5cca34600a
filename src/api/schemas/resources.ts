import { z } from 'zod';
import { pageOf } from './lists.ts';
import { named } from './registry.ts';
import { openingHours, overrides } from './settings.ts';
import { anyId, instant, nameText, wholeNumber, yesOrNo } from './values.ts';

const changeable = {
  name: nameText(),
  capacity: wholeNumber(1, 100),
  openingHours: openingHours.nullable(),
  overrides,
};

export const resource = named(
  'Resource',
  z.object({
    id: anyId,
    businessId: anyId,
    ...changeable,
    active: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
  }),
);

export const newResource = named(
  'NewResource',
  z.strictObject({
    name: changeable.name,
    capacity: changeable.capacity.optional(),
    openingHours: changeable.openingHours.optional(),
    overrides: changeable.overrides.optional(),
  }),
);

export const resourceChange = named('ResourceChange', z.strictObject({ ...changeable, active: yesOrNo }).partial());

export const resourcePage = pageOf('ResourcePage', resource);
export const resourceParams = z.object({ resourceId: anyId });
