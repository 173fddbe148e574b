import { General, generalMetadata } from "./general/general";

type Props = { params: Promise<{ workspace: string }> };

export const generateMetadata = generalMetadata;

/** Wide screens open the first page; on narrow ones the navigation is the page. */
export default async function SettingsRootPage({ params }: Props) {
  return (
    <div className="max-lg:hidden">
      <General slug={(await params).workspace} />
    </div>
  );
}
