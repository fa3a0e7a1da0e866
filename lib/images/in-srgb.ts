import { type Metadata, type Sharp } from 'sharp';

/**
 * Brings a picture to 8-bit sRGB by its profile. With 8 bits sharp does that by itself; with 16 it converts RGB to
 * Display P3 and stays there unless an output profile is named, and passes the profile of greys over.
 *
 * @param colours of pictures that have no profile
 */
export function inSrgb(
  picture: Sharp,
  { space, hasProfile, hasAlpha }: Pick<Metadata, 'space' | 'hasProfile' | 'hasAlpha'>,
  colours: 'srgb' | 'p3',
): Sharp {
  const srgb = picture.toColourspace('srgb');
  if (space === 'grey16' && hasProfile) return srgb.pipelineColourspace('b-w');
  const isP3 = colours === 'p3' && !hasProfile;
  const is16Bit = space === 'rgb16' || space === 'grey16';
  // What is 16-bit RGB without a profile counts as Display P3 when an output profile is named.
  if (isP3 && !is16Bit) srgb.pipelineColourspace('rgb16');
  if (isP3 || (space === 'rgb16' && hasProfile)) srgb.withIccProfile('srgb', { attach: false });
  // libvips drops the low byte, which would darken a picture by half a level. The ground under alpha needs no rounding.
  return is16Bit && !hasAlpha ? srgb.linear(256 / 257, 128) : srgb;
}
