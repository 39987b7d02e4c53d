/** Tests of what takes the place of other services' URLs. */
@NullMarked
package latent.adopt;

import org.jspecify.annotations.NullMarked;
