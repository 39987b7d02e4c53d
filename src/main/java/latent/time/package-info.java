/** A clock that the JDK lacks. */
@NullMarked
package latent.time;

import org.jspecify.annotations.NullMarked;
