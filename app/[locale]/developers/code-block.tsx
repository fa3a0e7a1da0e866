/** Text to copy into a program or a command line. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <pre
      // The keyboard scrolls only what it can reach.
      tabIndex={0}
      role="region"
      aria-label={label}
      className="mt-2 overflow-x-auto bg-plinth p-5"
    >
      <code>{children}</code>
    </pre>
  );
}
