import { imageStore } from '@/lib/images/shared-image-store';
import { networkInput } from '@/lib/images/network-input';
import { type Region } from '@/lib/images/region';
import { Problem } from '@/lib/platform/problem';
import { type Pixels } from '@/lib/vision/pixels';
import { type View } from '@/lib/vision/view';

const pictureProblems: readonly string[] = [
  'invalid-request',
  'too-large',
  'unsupported-picture',
  'unreadable-picture',
];

/** Whether the picture itself is at fault: then it will be the same at every try. */
export function isPictureProblem(error: unknown): error is Problem {
  return error instanceof Problem && pictureProblems.includes(error.kind);
}

/**
 * What the network is to see of a stored picture, or why it never will.
 * @param crop what of the picture is embedded; null or left out: all of it
 * @throws what may get well
 */
export async function readStoredPixels(
  imageKey: string,
  view: View,
  crop: Region | null = null,
): Promise<Pixels | { reason: string }> {
  const bytes = await imageStore().get(imageKey);
  if (bytes === null) return { reason: 'Its stored picture is missing. Upload the picture again.' };
  try {
    return await networkInput(bytes, view, crop);
  } catch (error) {
    if (isPictureProblem(error)) return { reason: error.message };
    throw error;
  }
}
