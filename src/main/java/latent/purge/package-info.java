/** Removes the renditions of an original that was replaced or removed, in S3 and at the CDN. */
@NullMarked
package latent.purge;

import org.jspecify.annotations.NullMarked;
