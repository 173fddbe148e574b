/** Takes what a round leaves behind off it, so that a slow provider does not hold up the next. */
export type Background = (work: Promise<void>) => void;

/** Without a background the round itself waits for it. */
export async function beside(
  background: Background | undefined,
  work: Promise<void>,
): Promise<void> {
  if (background) background(work);
  else await work;
}
