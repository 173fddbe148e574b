/** A reason to stop that a person can act on; printed without a stack. */
export class Sentence extends Error {
  override name = "Sentence";
}

const BY_CODE: Record<string, (message: string) => string> = {
  ENOSPC: () => "The disk is full: free some space and start again.",
  EACCES: (message) =>
    `A needed file or folder may not be used by this user (${message}): chown it.`,
  EROFS: (message) =>
    `The project lies on a read-only disk (${message}): copy it to a writable one.`,
  ECONNREFUSED: () =>
    "The database does not answer at DATABASE_URL: start it, or correct the address.",
  ENOTFOUND: () => "The host in DATABASE_URL is not known: correct the address.",
  EAI_AGAIN: () => "The host in DATABASE_URL is not known: correct the address.",
  ETIMEDOUT: () => "The database at DATABASE_URL does not answer: check address and firewall.",
  CONNECT_TIMEOUT: () =>
    "The database at DATABASE_URL does not answer: check address and firewall.",
  "28P01": () => "The database refuses the password in DATABASE_URL: correct it.",
  "28000": () => "The database refuses the user in DATABASE_URL: correct it.",
  "3D000": () => "The database named in DATABASE_URL does not exist: create it first.",
  "42501": () => "The user in DATABASE_URL may not create tables: grant it the right.",
  "53300": () => "The database has no connection left for us: raise its max_connections.",
  "53100": () => "The database's disk is full: free some space and start again.",
};

/** Any error as one sentence that says what to do. */
export function asSentence(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    const known = typeof code === "string" ? BY_CODE[code] : undefined;
    if (known && !(cause instanceof Sentence)) return known(cause.message);
  }
  if (error instanceof AggregateError && error.errors.length > 0)
    return asSentence(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
