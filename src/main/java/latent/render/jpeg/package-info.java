/** What a JPEG file says of itself, and whether its compressed data is whole: what the decoders of both engines leave open. */
@NullMarked
package latent.render.jpeg;

import org.jspecify.annotations.NullMarked;
