/** The local stack: S3 in a folder, the website front before it, the edges. For {@code demo} and the tests; not in the production image. */
@NullMarked
package latent.local;

import org.jspecify.annotations.NullMarked;
