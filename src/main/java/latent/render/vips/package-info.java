/** The libvips engine: a small foreign-function binding, and the pipeline written as a list of steps. */
@NullMarked
package latent.render.vips;

import org.jspecify.annotations.NullMarked;
