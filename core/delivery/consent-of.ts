/** The newest word that covers a topic: true, false, or null when there is none. Newest first; a null topic means all of them. */
export const consentOf = (
  said: readonly { topic: string | null; granted: boolean }[],
  topic: string | null,
): boolean | null => said.find((c) => c.topic === null || c.topic === topic)?.granted ?? null;
