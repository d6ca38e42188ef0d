/** The desk's name with the half-filled sign: a coin half tested. */
export function Brand({ name, href }: { name: string; href: string }) {
  return (
    <a className="brand" href={href}>
      <i aria-hidden="true" />
      {name}
    </a>
  );
}
