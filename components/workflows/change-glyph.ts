/** Stands beside the word for it, never alone. */
export const CHANGE_GLYPH = { added: "+", removed: "−", changed: "△", moved: "↕" } as const;
