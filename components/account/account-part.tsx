/** One part of an account's page: its heading beside it if there is room. */
export function AccountPart({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t border-rule pt-5 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <h2 className="font-serif text-head">{title}</h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
