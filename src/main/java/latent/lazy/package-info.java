/** Makes a missing rendition once, answers with it, and writes it back. */
@NullMarked
package latent.lazy;

import org.jspecify.annotations.NullMarked;
