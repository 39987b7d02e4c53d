/** The two buckets: originals, which are only read, and renditions, which are read and added to. */
@NullMarked
package latent.store;

import org.jspecify.annotations.NullMarked;
