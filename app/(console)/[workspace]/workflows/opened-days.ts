/** How far back "Opened 7 d" looks. */
export const OPENED_DAYS = 7;
