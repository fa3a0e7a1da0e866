import { useStarts } from './starts';

const starts = useStarts();

test('gafu dev serves pages without a build, and Ctrl-C ends all of it', async () => {
  const program = starts.start({ VGG19_WEIGHTS: '/nowhere/vgg19.h5' }, 'dev');
  await program.until(/Gafu is at http/);
  const page = await fetch(`${starts.origin}/about`);
  expect(page.status).toBe(200);
  // Next.js' client for hot reload is in development pages alone.
  expect(await page.text()).toContain('hmr-client');
  // Pages are told of changes at every address of this machine, and nobody else's.
  const { port } = new URL(starts.origin);
  const statusFor = async (host: string) => {
    const headers = { Origin: `http://${host}:${port}` };
    return (await fetch(`${starts.origin}/_next/static/nothing.js`, { headers })).status;
  };
  expect(await Promise.all(['localhost', '127.0.0.1', 'evil.example'].map(statusFor))).toEqual([
    404, 404, 403,
  ]);
  expect(await program.end('SIGINT')).toBe(0);
  await expect(fetch(starts.origin)).rejects.toThrow();
}, 180_000);
