import { General, generalMetadata } from "./general";

type Props = { params: Promise<{ workspace: string }> };

export const generateMetadata = generalMetadata;

export default async function GeneralPage({ params }: Props) {
  return <General slug={(await params).workspace} />;
}
