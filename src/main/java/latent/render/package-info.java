/** Pixels: the header gate, geometry, and the engines that decode, orient, resize and encode. */
@NullMarked
package latent.render;

import org.jspecify.annotations.NullMarked;
