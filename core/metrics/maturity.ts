/** So much larger the share still open may be: there are always some of yesterday, and 2 points change little. */
const OPEN_MORE_MAX = 0.02;

type Cohort = { opened: number; open: number };

/**
 * Whether later cases can be held against earlier ones in what grows while a case is open: answers,
 * resolutions, escalations. What is over stays as it is, so that no larger share of the later ones may
 * be open still, or hardly a larger one.
 */
export const isAsMature = (later: Cohort, earlier: Cohort): boolean =>
  shareOpen(later) <= shareOpen(earlier) + OPEN_MORE_MAX;

const shareOpen = ({ opened, open }: Cohort): number => (opened === 0 ? 0 : open / opened);
