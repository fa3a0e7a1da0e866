import { signAddress } from '@/lib/imports/preview/signed-address';

/**
 * A museum's picture, fetched by this server; its record beside it says what it shows. As a background, so that one
 * that cannot be had leaves an empty place and no broken picture.
 */
export async function PreviewPicture({ source, address }: { source: string; address: string }) {
  const mark = await signAddress(source, address);
  const src = `/admin/imports/picture?${new URLSearchParams({ source, address, mark })}`;
  return (
    <span
      className="absolute inset-0 bg-contain bg-center bg-no-repeat"
      style={{ backgroundImage: `url("${src}")` }}
    />
  );
}
