interface NoticeProps {
  title: string;
  children?: React.ReactNode;
  /** `alert` is read out at once: something was refused. */
  role?: 'alert' | 'status';
  id?: string;
}

/** A message that a person has to see. */
export function Notice({ title, children, role = 'status', id }: NoticeProps) {
  return (
    <div id={id} role={role} className="border-l-2 border-seal py-1 pl-4">
      <p className="font-[550]">{title}</p>
      {children && <div className="mt-0.5 text-quiet">{children}</div>}
    </div>
  );
}
