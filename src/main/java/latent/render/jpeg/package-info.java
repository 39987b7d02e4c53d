/** The marker segments of a JPEG file, walked in one way by the header gate and by both engines. */
@NullMarked
package latent.render.jpeg;

import org.jspecify.annotations.NullMarked;
