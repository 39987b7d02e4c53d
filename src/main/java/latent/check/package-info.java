/** The smoke test after a deployment: sends the requests of visitors and strangers to the real hosts, and says what is wrong and what to change. */
@NullMarked
package latent.check;

import org.jspecify.annotations.NullMarked;
