/** The two buckets: originals, which are only read, and renditions, which are read, added to and, by a purge, removed. */
@NullMarked
package latent.store;

import org.jspecify.annotations.NullMarked;
