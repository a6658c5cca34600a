import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './shell/console.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './i18n/i18n.ts';
import { Console } from './shell/console.tsx';
import { styleNonce } from './shell/style-nonce.ts';

/** Where the parts that lock scrolling look for the nonce of their style element. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
}
