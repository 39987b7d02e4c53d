/**
 * A JPEG decoder that shrinks while it decodes, for the portable engine. ImageIO's libjpeg computes every pixel and, for a progressive file, does so
 * once for each of its scans: a progressive photograph of 8 megapixels took 690 ms where this one takes a seventh of it.
 */
@NullMarked
package latent.render.jpeg;

import org.jspecify.annotations.NullMarked;
