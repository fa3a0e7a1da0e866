interface JobFormProps {
  action: 'pause' | 'resume' | 'retry' | 'retry-all';
  /** The id of a work, for `retry`. */
  work?: string;
  /** What the button says to those who do not see what is beside it. */
  label?: string;
  className: string;
  children: React.ReactNode;
}

/** A button that does something to the jobs. It needs no JavaScript. */
export function JobForm({ action, work, label, className, children }: JobFormProps) {
  return (
    <form action="/admin/jobs/control" method="post" encType="multipart/form-data" className="shrink-0">
      <input type="hidden" name="action" value={action} />
      {work !== undefined && <input type="hidden" name="work" value={work} />}
      <button type="submit" className={className} aria-label={label}>
        {children}
      </button>
    </form>
  );
}
