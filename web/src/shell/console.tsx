import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { whenSessionIsLost } from '../api/client.ts';
import { Refusal } from '../api/refusal.ts';
import { directionOf, firstLanguage } from '../i18n/language.ts';
import { sessionKey } from '../session/session.ts';
import { colorSchemes } from './color-scheme.ts';
import { router } from './routes.tsx';
import { styleNonce } from './style-nonce.ts';
import { readableColors, theme } from './theme.ts';

const isWorthAnotherTry = (error: unknown): boolean => !(error instanceof Refusal) || error.parts.status >= 500;

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && isWorthAnotherTry(error), staleTime: 5_000 },
  },
});

whenSessionIsLost(() => queries.setQueryData(sessionKey, null));

/** The whole console: looks, direction, queries, pages. */
export function Console() {
  return (
    <DirectionProvider initialDirection={directionOf(firstLanguage())}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColors}
        colorSchemeManager={colorSchemes}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
