interface Arrow {
  source: string;
  target: string;
  causes: readonly string[];
}

const MOST_HOPS = 3;

export const arrowId = ({ source, target }: Pick<Arrow, 'source' | 'target'>): string => `${source}>${target}`;

const without = (states: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...states].filter((state) => !others.has(state)));

/** The arrows that were taken between two moments. A step may pass states at once: then each arrow on the way counts. */
export function tracedArrows(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  arrows: readonly Arrow[],
): string[] {
  const left = without(before, after);
  const entered = without(after, before);
  const ways = arrows
    .filter(({ source }) => left.has(source))
    .flatMap((first) => {
      const way = wayOn([first], { entered, arrows });
      return way === null ? [] : [way];
    });
  const shortest = Math.min(...ways.map((way) => way.length));
  return [
    ...new Set(
      ways
        .filter((way) => way.length === shortest || way.length === 1)
        .flat()
        .map(arrowId),
    ),
  ];
}

function wayOn(
  way: readonly Arrow[],
  known: { entered: ReadonlySet<string>; arrows: readonly Arrow[] },
): Arrow[] | null {
  const last = way.at(-1);
  if (last === undefined) return null;
  if (known.entered.has(last.target)) return [...way];
  if (way.length >= MOST_HOPS) return null;
  const onward = known.arrows.filter(
    (arrow) => arrow.source === last.target && arrow.causes.includes('always') && !way.includes(arrow),
  );
  const found = onward.map((arrow) => wayOn([...way, arrow], known)).filter((one) => one !== null);
  return found.sort((one, other) => one.length - other.length)[0] ?? null;
}
