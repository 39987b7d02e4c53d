/** The story: make a missing rendition once, answer with it, and write it back. */
@NullMarked
package latent.lazy;

import org.jspecify.annotations.NullMarked;
