/** The smoke test after a deployment: asks the real hosts what visitors and strangers would ask, and says what is wrong and what to change. */
@NullMarked
package latent.check;

import org.jspecify.annotations.NullMarked;
