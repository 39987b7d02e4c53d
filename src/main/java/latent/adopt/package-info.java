/** Old URLs of other services, and the rendition keys that take their place. */
@NullMarked
package latent.adopt;

import org.jspecify.annotations.NullMarked;
