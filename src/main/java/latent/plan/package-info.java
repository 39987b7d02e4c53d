/** Plans: which renditions are wanted, which are missing, and an estimate of what making them takes. */
@NullMarked
package latent.plan;

import org.jspecify.annotations.NullMarked;
