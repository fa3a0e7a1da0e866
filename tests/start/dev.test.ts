import { useStarts } from './starts';

const starts = useStarts();

test('gafu dev serves pages without a build, and Ctrl-C ends all of it', async () => {
  const program = starts.start({ VGG19_WEIGHTS: '/nowhere/vgg19.h5' }, 'dev');
  await program.until(/Gafu is at http/);
  const page = await fetch(`${starts.origin}/about`);
  expect(page.status).toBe(200);
  // Next.js' client for hot reload is in development pages alone.
  expect(await page.text()).toContain('hmr-client');
  expect(await program.end('SIGINT')).toBe(0);
  await expect(fetch(starts.origin)).rejects.toThrow();
}, 180_000);
