/** Why the server refused a form, in its own words. */
export interface Refusal {
  readonly title: string;
  readonly detail: string;
}

/**
 * The result of sending a form: where to go, with the language of the page in its address, so for Next.js' own router; or
 * why not. `lost`: no answer came.
 */
export type SendOutcome = { href: string } | { refusal: Refusal | 'lost' };

/**
 * Posts a form with progress, which `fetch` does not report.
 * @param onProgress called with the share sent, 0 … 1
 */
export function sendForm(
  action: string,
  form: FormData,
  onProgress: (part: number) => void,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readOutcome(request.responseText));
    request.onerror = () => resolve({ refusal: 'lost' });
    request.onabort = () => resolve({ refusal: 'lost' });
    request.send(form);
  });
}

/** Reads the answer of a form's route: `{ href }`, or problem details (RFC 9457). */
export function readOutcome(body: string): SendOutcome {
  const answer = parseObject(body);
  if (typeof answer.href === 'string') return { href: answer.href };
  if (typeof answer.title === 'string' && typeof answer.detail === 'string')
    return { refusal: { title: answer.title, detail: answer.detail } };
  return { refusal: 'lost' };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
