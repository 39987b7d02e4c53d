/** The libvips engine: a small foreign-function binding, and the operations of a render. */
@NullMarked
package latent.render.vips;

import org.jspecify.annotations.NullMarked;
