/** May this cost us something now: rate limits are tokens over time, render permits are memory and CPU now. */
@NullMarked
package latent.admission;

import org.jspecify.annotations.NullMarked;
