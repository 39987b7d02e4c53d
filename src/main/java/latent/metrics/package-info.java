/** The metrics that the program publishes. */
@NullMarked
package latent.metrics;

import org.jspecify.annotations.NullMarked;
