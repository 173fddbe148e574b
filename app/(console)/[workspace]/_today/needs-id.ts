/** The heading that takes the focus when the row somebody acted on is gone. */
export const NEEDS_ID = "needs-you";
