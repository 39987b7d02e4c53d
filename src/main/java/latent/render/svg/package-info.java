/** SVG originals: what of them may reach a rasteriser. */
@NullMarked
package latent.render.svg;

import org.jspecify.annotations.NullMarked;
