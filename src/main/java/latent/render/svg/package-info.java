/** SVG originals: sanitized copies of them, which a rasteriser may draw. */
@NullMarked
package latent.render.svg;

import org.jspecify.annotations.NullMarked;
