/** Where the frames of a GIF file stand, and what each does to its canvas. No pixel is decoded here. */
@NullMarked
package latent.render.gif;

import org.jspecify.annotations.NullMarked;
