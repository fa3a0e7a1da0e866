import { z } from 'zod';
import 'zod-openapi';
import { newArtworkFields, newArtworkSchema } from './new-artwork.schema';
import { uploadParameters } from './parameters';

/** A picture as it is. */
export const picture = z.string().min(1).meta({ format: 'binary', description: 'JPEG, PNG, WebP and more.' });

/** A picture in a form. */
export const formBody = uploadParameters.extend({ picture }).strict().meta({
  description: 'Parameters may come as fields, which count rather than those of the address.',
});

/** RFC 4648. */
const base64 = /^(?:data:[^,]*;base64,)?(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const image = z.string().regex(base64).meta({ description: 'The picture in base64, or as a data: address.' });

/** A picture in JSON. */
export const jsonBody = uploadParameters.extend({ image }).strict();

/** A new work with its picture, in a form. */
export const newArtworkForm = newArtworkFields.extend({ picture });

/** The same in JSON. */
export const newArtworkJson = newArtworkSchema.extend({ image });
