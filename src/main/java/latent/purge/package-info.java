/** Removing the renditions of an original that is not what they were made from any more, in S3 and at the edges. */
@NullMarked
package latent.purge;

import org.jspecify.annotations.NullMarked;
