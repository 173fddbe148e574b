import { showTestPage } from "@/server/public/test-page";

export const GET = (request: Request): Response => showTestPage(request);
