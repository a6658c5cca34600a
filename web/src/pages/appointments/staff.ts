interface Person {
  id: string;
  name: string;
  active: boolean;
}

/** Who takes the appointments of one business. */
export interface Staff {
  /** Who can be chosen; empty where there is nobody to choose between. */
  choices: readonly Person[];
  /** Null where all appointments are with the same one, who need not be named. */
  nameOf(resourceId: string): string | null;
  colorOf(resourceId: string): string;
  /** Whoever takes appointments no more still has those that were made. */
  hasLeft(resourceId: string): boolean;
}

/** One colour for each; orange is kept for what is held, grey for whoever takes appointments no more. */
const COLORS = ['teal', 'indigo', 'grape', 'cyan', 'lime', 'pink'] as const;

export function staffOf(all: readonly Person[]): Staff {
  const active = all.filter((one) => one.active);
  const find = (resourceId: string) => all.find(({ id }) => id === resourceId);
  const hasLeft = (resourceId: string) => find(resourceId)?.active === false;
  return {
    choices: active.length > 1 ? active : [],
    nameOf: (resourceId) => (all.length > 1 ? (find(resourceId)?.name ?? null) : null),
    colorOf(resourceId) {
      if (hasLeft(resourceId)) return 'gray';
      const at = active.findIndex(({ id }) => id === resourceId);
      return COLORS[Math.max(0, at) % COLORS.length] ?? 'teal';
    },
    hasLeft,
  };
}
