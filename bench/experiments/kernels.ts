import { combineKernels, kernelOf, type Kernel } from '@/lib/evaluate/kernel';
import type { MeasuredPictures } from '@/lib/evaluate/measured-pictures';
import type { DescriptorRecipe } from '@/lib/vision/descriptor';
import type { Candidate } from './candidates';

/** Kernels of descriptors over a fixed list of pictures, each computed once; 28 MB a piece for 2,646 pictures. */
export class Kernels {
  private readonly known = new Map<string, Promise<Kernel>>();

  constructor(
    private readonly measured: MeasuredPictures,
    private readonly pictures: readonly string[],
  ) {}

  /** Descriptors side by side add their kernels. */
  async of({ descriptors }: Candidate): Promise<Kernel> {
    const kernels = await Promise.all(descriptors.map((descriptor) => this.single(descriptor)));
    const [only] = kernels;
    return kernels.length === 1 && only
      ? only
      : combineKernels(kernels.map((kernel) => ({ kernel, weight: 1 })));
  }

  private single(descriptor: DescriptorRecipe): Promise<Kernel> {
    const key = JSON.stringify(descriptor);
    const known =
      this.known.get(key) ??
      kernelOf(this.pictures.length, (index) =>
        this.measured.descriptor(this.pictures[index] ?? '', descriptor),
      );
    this.known.set(key, known);
    return known;
  }
}
