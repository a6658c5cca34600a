import { localStorageColorSchemeManager } from '@mantine/core';

/** The same key as before-paint.js reads. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'toran.colors' });
