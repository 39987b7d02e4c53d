/** Every number that we publish, in one list. */
@NullMarked
package latent.metrics;

import org.jspecify.annotations.NullMarked;
