/** The portable engine: ImageIO decodes and encodes, imgscalr resizes. Nothing to install; what it lacks is refused. */
@NullMarked
package latent.render.imgscalr;

import org.jspecify.annotations.NullMarked;
