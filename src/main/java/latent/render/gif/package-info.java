/** Where the frames of a GIF file stand, what each does to its canvas, and whether its data is whole. No pixel is decoded here. */
@NullMarked
package latent.render.gif;

import org.jspecify.annotations.NullMarked;
