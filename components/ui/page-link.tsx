import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to another page of the desk, opened without loading the whole document anew. Nothing is asked for before it is
 * followed: the desk's pages are made for one person at one moment, so what is fetched ahead is thrown away, twice a link.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}
