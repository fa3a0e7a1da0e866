import { type ArtworkImage } from '@/lib/catalog/artwork';
import { renditionSourceSet, renditionUrl } from '@/lib/images/rendition-url';
import { isExtremeShape } from '@/lib/vision/extreme-shape';

export type PictureImage = Pick<ArtworkImage, 'key' | 'width' | 'height' | 'colour'>;

interface PictureProps {
  image: PictureImage;
  alt: string;
  /** The `sizes` attribute: how wide the picture is drawn, as CSS lengths by media query. */
  sizes: string;
  /** Whether it is nowhere drawn wider than 320 CSS pixels. */
  isSmall?: boolean;
  /** Whether it is seen at once, so that it is loaded before others, which wait until they are nearly in view. */
  isUrgent?: boolean;
  /** A CSS image to draw while the picture loads; without one its average colour is drawn. */
  placeholder?: string;
  /**
   * Width ÷ height of the box when it is not the picture's own. The picture is fitted into it uncropped; of a
   * handscroll, which would be a line, the middle fills the box.
   */
  boxRatio?: number;
  className?: string;
}

/** A picture in a box of known shape, so that nothing moves when it arrives. */
export function Picture({
  image,
  alt,
  sizes,
  isSmall = false,
  isUrgent = false,
  placeholder,
  boxRatio,
  className,
}: PictureProps) {
  const whole = boxRatio === undefined;
  return (
    <img
      src={renditionUrl(image.key, 640)}
      srcSet={renditionSourceSet(image, isSmall ? 'small' : 'wall')}
      sizes={sizes}
      width={image.width}
      height={image.height}
      alt={alt}
      decoding="async"
      loading={isUrgent ? undefined : 'lazy'}
      fetchPriority={isUrgent ? 'high' : undefined}
      className={
        [!whole && `bg-plinth ${isExtremeShape(image) ? 'object-cover' : 'object-contain'}`, className]
          .filter(Boolean)
          .join(' ') || undefined
      }
      style={{
        ...(!whole && { aspectRatio: boxRatio }),
        ...(whole && { backgroundColor: image.colour }),
        ...(whole && placeholder && { background: `${image.colour} ${placeholder} center/100% 100%` }),
      }}
    />
  );
}
