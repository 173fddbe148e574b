/** The same keys in another language: a text that is missing or left over does not compile. */
export type Same<T> = { [Key in keyof T]: string };
