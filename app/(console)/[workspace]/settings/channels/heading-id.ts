/** The heading of a channel: it takes the focus when the account somebody removed is gone. */
export const headingIdOf = (channel: string): string => `channel-${channel}`;
