/** docs/screens.md: every picture that was taken, page by page, as they are met. */
export function screensPage(names: readonly string[], files: readonly string[]): string {
  const pages = names.flatMap((name) => {
    const taken = files.filter((file) => file.startsWith(`${name}-`) && looksOf(name, file) !== null);
    if (taken.length === 0) return [];
    const pictures = taken.map((file) => `![${looksOf(name, file) ?? ''}](screens/${file})`);
    return [`## ${title(name)}\n\n${pictures.join('\n')}`];
  });
  return `# The console, seen\n\n${INTRODUCTION}\n\n${pages.join('\n\n')}\n`;
}

const INTRODUCTION =
  'Made by `npm run screens` on a service with a salon, a month of calls and a week of appointments; all names are made up.';

const looks: Record<string, string> = {
  he: 'Hebrew',
  en: 'English',
  'he-dark': 'Hebrew, dark',
  'he-phone': 'Hebrew, on a phone',
};

const looksOf = (name: string, file: string): string | null =>
  looks[file.slice(name.length + 1, -'.webp'.length)] ?? null;

const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
