/** Digests of bytes. */
@NullMarked
package latent.digest;

import org.jspecify.annotations.NullMarked;
