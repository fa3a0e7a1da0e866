import Link from 'next/link';

const links = [
  { href: '/browse', label: 'Browse' },
  { href: '/about', label: 'How it works' },
  { href: '/quality', label: 'How well it works' },
  { href: '/developers', label: 'API' },
  { href: '/admin', label: 'Curators' },
] as const;

export function SiteFooter() {
  return (
    <footer className="shell mt-auto pt-20 pb-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-rule pt-5 text-fine text-quiet">
        <p>Gafu finds paintings by how they are painted. Open source, Apache-2.0.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6 gap-y-1">
          {links.map(({ href, label }) => (
            <Link key={href} href={href} className="link py-1">
              {label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
