/** The marker segments of a JPEG file, walked in one way by the header gate and by both engines, and whether its compressed data is whole. */
@NullMarked
package latent.render.jpeg;

import org.jspecify.annotations.NullMarked;
