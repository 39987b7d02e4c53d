/** Calls of C functions. */
@NullMarked
package latent.render.nativecall;

import org.jspecify.annotations.NullMarked;
