export type ProblemWords = {
  unknown: { title: string; text: string };
  expired: { title: string; text: (days: number) => string };
  busy: { title: string; text: string };
  malformed: { title: string; text: string };
  /** No problem: a button of a test message. */
  test: { title: string; text: string };
  broken: { title: string; text: string };
};
