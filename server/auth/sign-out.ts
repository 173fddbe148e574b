"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { auth } from "./current";

/** Ends this browser's session. A Server Action, so only ever a POST from our own pages. */
export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
  redirect("/sign-in");
}
