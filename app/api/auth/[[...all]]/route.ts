import { auth } from "@/server/auth/current";

const handle = (request: Request): Promise<Response> => auth().handler(request);

export { handle as GET, handle as POST };
