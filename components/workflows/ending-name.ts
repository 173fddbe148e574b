const ENDINGS: Readonly<Record<string, string>> = { resolution: "Resolution", expiry: "Expiry" };

/** A place that is no stage of the document: one of the two endings, or the id as it is. */
export const endingName = (stage: string): string => ENDINGS[stage] ?? stage;
