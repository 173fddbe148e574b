import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/core/errors";
import { type Db, inTransaction, type Tx } from "@/db/client";
import {
  clearSecondFactor,
  deleteSessions,
  deleteVerifications,
  writePassword,
} from "@/db/queries/operator-writes";
import { newId } from "@/server/new-id";
import { auditOwnAccount } from "./audit-account";
import { consumeLink } from "./one-time-link";
import { NewPassword } from "./password";

/**
 * Gives the operator another password and ends what the old one opened: every session, every trusted
 * device, every link and half-done sign-in.
 */
export async function replacePassword(tx: Tx, operatorId: string, password: string): Promise<void> {
  await writePassword(tx, operatorId, newId(), await hashPassword(NewPassword.parse(password)));
  await deleteVerifications(tx, operatorId);
  await deleteSessions(tx, operatorId);
  await auditOwnAccount(tx, operatorId, "operator.password_replaced");
}

/** Takes the second factor away; sign-in asks for the password alone from now on. */
export async function turnOffSecondFactor(tx: Tx, operatorId: string): Promise<void> {
  await clearSecondFactor(tx, operatorId);
  await auditOwnAccount(tx, operatorId, "operator.second_factor_off");
}

/** Sets the password a one-time link asks for. Refuses (`conflict`) a link that was used or is over. */
export async function resetPassword(db: Db, token: string, password: string): Promise<void> {
  const wanted = NewPassword.parse(password);
  await inTransaction(db, async (tx) => {
    const operatorId = await consumeLink(tx, "password-link", token);
    if (operatorId === undefined) {
      throw new AppError("conflict", "This link was used or has expired.");
    }
    await replacePassword(tx, operatorId, wanted);
  });
}
