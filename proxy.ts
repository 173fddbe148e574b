import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/server/auth/next-path";

/** Tells pages their own address: a Server Component cannot ask for it. Decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  matcher: ["/((?!api/|_next/|[puavocw]/|.*\\.(?:ico|png|svg|js|css|woff2)$).*)"],
};
