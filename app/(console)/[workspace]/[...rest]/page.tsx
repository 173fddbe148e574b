import { notFound } from "next/navigation";

/** An unknown address inside a workspace keeps the shell around its not-found page. */
export default function UnknownPage(): never {
  notFound();
}
