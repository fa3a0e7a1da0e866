'use client';

/** A form that sends itself when a control settles on a new value. Its button serves those without JavaScript. */
export function SubmitOnChange(props: React.ComponentProps<'form'>) {
  return (
    <form
      {...props}
      ref={(form) => {
        // The native event: React's onChange is the input event, which fires all the while a slider moves.
        const submit = () => form?.requestSubmit();
        form?.addEventListener('change', submit);
        return () => form?.removeEventListener('change', submit);
      }}
    />
  );
}
