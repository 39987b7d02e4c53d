/** Clocks that the JDK has not. */
@NullMarked
package latent.time;

import org.jspecify.annotations.NullMarked;
