package latent.render.imgscalr;

import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * What to decode.
 *
 * @param region in stored pixels
 * @param wanted the size that the region will be resized to, before orientation; the decoder reduces to it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Decode(byte[] original, ImageHeader header, PixelRect region, PixelSize wanted) {}
