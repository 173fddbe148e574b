/** Why a sign-in did not go through, to be said in the reader's language. */
export type SignInProblem =
  | { problem: "emailWrong" | "wrong" }
  | { problem: "wait"; minutes: number };

export type SignInState = { email: string } & (SignInProblem | { problem?: undefined });

export type CodeProblem = "codeWrong" | "backupWrong" | "challengeOver" | "locked";
