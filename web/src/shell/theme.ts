import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

const FONT = '"Heebo", "Assistant", system-ui, -apple-system, "Segoe UI", "Noto Sans Hebrew", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  defaultRadius: 'md',
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  cursorType: 'pointer',
  components: {
    Card: { defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Table: { defaultProps: { verticalSpacing: 'sm' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 600 } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } },
  },
});

/** Mantine's own shades of these are too pale to be read on the background of the console (WCAG 1.4.3). */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-teal-light-color': '#06684a',
    '--mantine-color-orange-light-color': '#a33607',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: { '--mantine-color-dimmed': 'var(--mantine-color-dark-1)' },
});
