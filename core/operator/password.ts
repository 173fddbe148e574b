export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 128;

export type PasswordProblem = "passwordShort" | "passwordLong";

/** What is wrong with a new password: its length alone is judged, as NIST SP 800-63B advises. */
export function passwordProblem(password: string): PasswordProblem | undefined {
  if (password.length < PASSWORD_LENGTH_MIN) return "passwordShort";
  return password.length > PASSWORD_LENGTH_MAX ? "passwordLong" : undefined;
}
